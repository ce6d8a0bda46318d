"""Writing packages (BLD-10): equal files always give equal bytes."""

from __future__ import annotations

import hashlib
import struct
import zlib
from typing import TYPE_CHECKING

from cpom_scorm.file_content import FileOnDisk, Joined, sha256_of, whole
from cpom_scorm.package.manifest.model import MANIFEST_NAME

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from cpom_scorm.file_content import FileContent

_EPOCH_DATE = (1980 - 1980) << 9 | 1 << 5 | 1
"""1980-01-01 in DOS form, the first day that a zip can hold."""
_VERSION = 20
"""PKZip 2.0: deflate, nothing newer (CAM 3.4 asks for 2.04g)."""
_UNIX = 3
_FILE_MODE = 0o100644
_STORED, _DEFLATED = 0, 8
_MOST_ENTRIES = 0xFFFF - 1
_MOST_BYTES = 0xFFFFFFFF - 1


def zip_bytes(files: Mapping[str, FileContent]) -> bytes:
    """Pack the files as `zip_content` does, in memory."""
    return whole(zip_content(files))


def zip_content(files: Mapping[str, FileContent]) -> Joined:
    """Pack the files: manifest first, then by name; stored or deflated, whichever is smaller.

    Large files stay on disk and are stored: nearly all are films and the like, which deflate by nothing.
    Raises ValueError for what would need zip64, a name flag or would merge on some hosts: our plans never
    hold such names, so one here is a bug.
    """
    names = ordered_names(files)
    _refuse_doubtful(names)
    parts: list[bytes | FileOnDisk] = []
    directory: list[bytes] = []
    offset = 0
    for name in names:
        data = files[name]
        method, crc, content = _packed(data)
        raw_name = name.encode("ascii")
        shared = struct.pack(
            "<4H3L2H", 0, method, 0, _EPOCH_DATE, crc, len(content), len(data), len(raw_name), 0
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
    return Joined((*parts, listing, end))


def ordered_names(files: Mapping[str, FileContent]) -> tuple[str, ...]:
    """Give the order of entries: the manifest, so that a reader finds it at once, then all others by name."""
    return tuple(sorted(files, key=lambda name: (name != MANIFEST_NAME, name)))


def content_digest(files: Mapping[str, FileContent]) -> str:
    """Name the contents whatever the zip looks like: equal across Python and zlib versions.

    It is the SHA-256 of what `sha256sum` prints for the files in the order of their names.
    """
    return digest_of((name, sha256_of(data)) for name, data in files.items())


def digest_of(digests: Iterable[tuple[str, str]]) -> str:
    """Give the content digest of files of which only names and SHA-256 digests are at hand."""
    lines = sorted((name, digest) for name, digest in digests)
    text = "".join(f"{digest}  {name}\n" for name, digest in lines)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _packed(data: FileContent) -> tuple[int, int, bytes | FileOnDisk]:
    """Give method, CRC-32 and what stands in the zip."""
    if isinstance(data, FileOnDisk):
        return _STORED, data.crc, data
    plain = whole(data)
    deflated = _deflated(plain)
    is_smaller = len(deflated) < len(plain)
    return _DEFLATED if is_smaller else _STORED, zlib.crc32(plain), deflated if is_smaller else plain


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
