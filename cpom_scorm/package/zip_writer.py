"""Writing packages (BLD-10): equal files always give equal bytes."""

from __future__ import annotations

import hashlib
import struct
import zlib
from typing import TYPE_CHECKING

from cpom_scorm.package.manifest import MANIFEST_NAME

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_EPOCH_DATE = (1980 - 1980) << 9 | 1 << 5 | 1
"""1980-01-01 in DOS form, the first day that a zip can hold."""
_VERSION = 20
"""PKZip 2.0: deflate, nothing newer (CAM 3.4 asks for 2.04g)."""
_UNIX = 3
_FILE_MODE = 0o100644
_STORED, _DEFLATED = 0, 8
_MOST_ENTRIES = 0xFFFF - 1
_MOST_BYTES = 0xFFFFFFFF - 1


def zip_bytes(files: Mapping[str, bytes]) -> bytes:
    """Pack the files: manifest first, then by name; stored or deflated, whichever is smaller.

    Raises ValueError for what would need zip64, a name flag or would merge on some hosts: our plans never
    hold such names, so one here is a bug.
    """
    names = ordered_names(files)
    _refuse_doubtful(names)
    parts: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for name in names:
        data = files[name]
        packed = _deflated(data)
        method = _DEFLATED if len(packed) < len(data) else _STORED
        content = packed if method == _DEFLATED else data
        raw_name = name.encode("ascii")
        shared = struct.pack(
            "<4H3L2H", 0, method, 0, _EPOCH_DATE, zlib.crc32(data), len(content), len(data), len(raw_name), 0
        )
        parts.append(struct.pack("<4sH", b"PK\x03\x04", _VERSION) + shared + raw_name)
        parts.append(content)
        directory.append(
            struct.pack("<4sBBH", b"PK\x01\x02", _VERSION, _UNIX, _VERSION)
            + shared
            + struct.pack("<3H2L", 0, 0, 0, _FILE_MODE << 16, offset)
            + raw_name
        )
        offset += len(parts[-2]) + len(content)
        if offset > _MOST_BYTES:
            raise ValueError("the package is larger than a zip without zip64 can hold")
    listing = b"".join(directory)
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, len(names), len(names), len(listing), offset, 0)
    return b"".join((*parts, listing, end))


def ordered_names(files: Mapping[str, bytes]) -> tuple[str, ...]:
    """Give the order of entries: the manifest, so that a reader finds it at once, then all others by name."""
    return tuple(sorted(files, key=lambda name: (name != MANIFEST_NAME, name)))


def content_digest(files: Mapping[str, bytes]) -> str:
    """Name the contents whatever the zip looks like: equal across Python and zlib versions.

    It is the SHA-256 of what `sha256sum` prints for the files in the order of their names.
    """
    return digest_of((name, hashlib.sha256(data).hexdigest()) for name, data in files.items())


def digest_of(digests: Iterable[tuple[str, str]]) -> str:
    """Give the content digest of files of which only names and SHA-256 digests are at hand."""
    lines = sorted((name, digest) for name, digest in digests)
    text = "".join(f"{digest}  {name}\n" for name, digest in lines)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _deflated(data: bytes) -> bytes:
    compressor = zlib.compressobj(9, zlib.DEFLATED, -15)
    return compressor.compress(data) + compressor.flush()


def _refuse_doubtful(names: tuple[str, ...]) -> None:
    if len(names) > _MOST_ENTRIES:
        raise ValueError("the package holds more files than a zip without zip64 can")
    seen: dict[str, str] = {}
    for name in names:
        if not name.isascii() or not name.isprintable() or name.startswith("/") or ".." in name.split("/"):
            raise ValueError(f'the name "{name}" is not safe in a zip')
        other = seen.setdefault(name.lower(), name)
        if other != name:
            raise ValueError(f'the names "{other}" and "{name}" merge on hosts that ignore case')
