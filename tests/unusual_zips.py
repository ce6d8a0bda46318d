"""Archives that look odd and are right: a reader that refuses one of them refuses somebody's good course."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from dataclasses import replace
from typing import TYPE_CHECKING

from cpom_scorm.package.manifest.model import File
from tests.builders import base_asset, base_files, base_manifest, base_sco
from tests.raw_zip import STORED, RawEntry, RawZip, deflated, entries_of

if TYPE_CHECKING:
    from collections.abc import Callable

_UTF8 = 0x0800
_BLANK = 9 * 1024 * 1024
_TIMESTAMP = struct.pack("<HHBl", 0x5455, 5, 1, 0)


def listing(*names: str) -> dict[str, bytes]:
    """Give the base package with these files, listed in the manifest."""
    asset = base_asset()
    asset = replace(asset, files=(*asset.files, *(File(name) for name in names)))
    manifest = replace(base_manifest(), resources=(base_sco(), asset))
    return {**base_files(manifest=manifest), **dict.fromkeys(names, b"text\n")}


def _all_with(files: dict[str, bytes], **fields: object) -> bytes:
    return RawZip(tuple(replace(entry, **fields) for entry in entries_of(files))).to_bytes()  # type: ignore[arg-type]


def _sizes_after_content() -> bytes:
    """What a program writes that cannot go back: sizes and checksum follow the content."""

    class Stream(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def seek(self, offset: int, whence: int = 0) -> int:
            raise io.UnsupportedOperation

    stream = Stream()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in base_files().items():
            archive.writestr(name, data)
    return stream.getvalue()


def _blank_picture() -> bytes:
    honest = {name: data for name, data in listing("blank.bmp").items() if name != "blank.bmp"}
    data = bytes(_BLANK)
    blank = RawEntry(b"blank.bmp", packed=deflated(data), size=_BLANK, crc=zlib.crc32(data))
    return RawZip((*entries_of(honest), blank)).to_bytes()


def film(size: int) -> bytes:
    """A package with a file of this many bytes, as a film is: it does not get smaller in a zip."""
    honest = {name: data for name, data in listing("film.mp4").items() if name != "film.mp4"}
    return RawZip((*entries_of(honest), RawEntry(b"film.mp4", bytes(size), method=STORED))).to_bytes()


UNUSUAL: dict[str, Callable[[], bytes]] = {
    "zip-with-comment": lambda: RawZip(entries_of(base_files()), comment=b"made by hand").to_bytes(),
    "zip-with-folders": lambda: RawZip(
        (RawEntry(b"media/", method=STORED, mode=0o040755), *entries_of(base_files()))
    ).to_bytes(),
    "zip-same-name-in-folders": lambda: _all_with(listing("media/notes.txt", "more/notes.txt")),
    "zip-utf8-flag": lambda: _all_with(base_files(), flags=_UTF8),
    "zip-utf8-name": lambda: _all_with(listing("\u00fcbung.html"), flags=_UTF8),
    "zip-sizes-after-content": _sizes_after_content,
    "zip-blank-picture": _blank_picture,
    "zip-without-modes": lambda: _all_with(base_files(), mode=0),
    "zip-stored": lambda: _all_with(base_files(), method=STORED),
    "zip-large-film": lambda: film(50_000_000),
    "zip-timestamps": lambda: _all_with(base_files(), extra=_TIMESTAMP, local_extra=_TIMESTAMP),
}
"""Name → bytes; each is judged without findings."""
