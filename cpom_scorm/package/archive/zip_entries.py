"""Whether each entry of a zip is what the directory says: local header, place, kind, checksum, sizes.

Nothing is ever written to disk and nothing is inflated further than the size that the directory declares.
"""

from __future__ import annotations

import stat
import struct
import zlib
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from cpom_scorm.package.archive.zip_directory import ZIP64_EXTRA, extra_fields, widened

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cpom_scorm.package.archive.zip_directory import ByteSource, ZipRecord

STORED, DEFLATED = 0, 8
METHOD_NAMES = {
    1: "shrink", 6: "implode", 9: "deflate64", 12: "bzip2", 14: "LZMA", 20: "zstd", 93: "zstd",
    95: "xz", 97: "WavPack", 98: "PPMd", 99: "AES encryption",
}  # fmt: skip
_LOCAL_MARK = b"PK\x03\x04"
_LOCAL_SIZE = 30
_FULL_32 = 0xFFFFFFFF
_ENCRYPTED_FLAGS = 0x0001 | 0x0040 | 0x2000
_SIZES_FOLLOW_FLAG = 0x0008
_DESCRIPTOR_SIZES = (0, 12, 16, 20, 24)
"""None, with 32-bit or 64-bit sizes, with or without its mark (APPNOTE 4.3.9)."""
_CHUNK = 256 * 1024


@dataclass(frozen=True, slots=True)
class LocalHeader:
    """Where an entry's content lies, once its local header has been found to agree."""

    data_start: int
    data_end: int
    uses_zip64: bool


@dataclass(frozen=True, slots=True)
class HeaderProblem:
    """How a local header differs from the central directory."""

    text: str
    is_name: bool = False


def is_encrypted(record: ZipRecord) -> bool:
    """Whether any of the three encryption flags is set (APPNOTE 4.4.4)."""
    return bool(record.flags & _ENCRYPTED_FLAGS)


def special_kind(mode: int) -> str | None:
    """Name what a Unix mode makes of an entry when that is neither a file nor a folder."""
    kinds = {
        stat.S_IFLNK: "a symbolic link",
        stat.S_IFCHR: "a device",
        stat.S_IFBLK: "a device",
        stat.S_IFIFO: "a pipe",
        stat.S_IFSOCK: "a socket",
    }
    return kinds.get(stat.S_IFMT(mode))


def read_local_header(
    source: ByteSource, record: ZipRecord, directory_start: int
) -> LocalHeader | HeaderProblem:
    """Find an entry's content and compare its own header with the central directory."""
    head = source.at(record.offset, _LOCAL_SIZE)
    if len(head) < _LOCAL_SIZE or not head.startswith(_LOCAL_MARK):
        return HeaderProblem("has no header where the central directory says")
    _, _, flags, method, _, _, crc, compressed, size, name_length, extra_length = struct.unpack(
        "<4s5H3L2H", head
    )
    raw_name = source.at(record.offset + _LOCAL_SIZE, name_length)
    extra = extra_fields(source.at(record.offset + _LOCAL_SIZE + name_length, extra_length))
    if raw_name != record.raw_name:
        local_name = raw_name.decode("utf-8", "replace")
        return HeaderProblem(f'is called "{local_name}" in its own header', is_name=True)
    size, compressed = widened(extra, (size, compressed))
    expected = (record.crc, record.compressed_size, record.size)
    unknown_yet = bool(flags & _SIZES_FOLLOW_FLAG)
    if any(found != wanted and not (unknown_yet and found in (0, _FULL_32)) for found, wanted in
           zip((crc, compressed, size), expected, strict=True)):  # fmt: skip
        return HeaderProblem("has another size or checksum in its own header")
    if method != record.method or (flags ^ record.flags) & (_ENCRYPTED_FLAGS | _SIZES_FOLLOW_FLAG):
        return HeaderProblem("has another method or other flags in its own header")
    start = record.offset + _LOCAL_SIZE + name_length + extra_length
    end = start + record.compressed_size
    if end > directory_start:
        return HeaderProblem("reaches into the central directory")
    return LocalHeader(start, end, ZIP64_EXTRA in extra)


def overlapping(places: Sequence[tuple[int, int, str]]) -> tuple[str, str] | None:
    """Name two entries that share bytes, given (start of header, end of content, name) of all."""
    ordered = sorted(places)
    for (_, end, name), (start, _, next_name) in pairwise(ordered):
        if start < end:
            return name, next_name
    return None


def unlisted_header(source: ByteSource, places: Sequence[tuple[int, int, str]], directory_start: int) -> bool:
    """Whether a local header stands between the listed entries: readers that stream would see that entry."""
    ordered = sorted(places)
    ends = [0, *(end for _, end, _ in ordered)]
    starts = [*(start for start, _, _ in ordered), directory_start]
    return any(
        start - end - skipped >= _LOCAL_SIZE and source.at(end + skipped, 4) == _LOCAL_MARK
        for end, start in zip(ends, starts, strict=True)
        if start - end >= _LOCAL_SIZE
        for skipped in _DESCRIPTOR_SIZES
    )


def inflated(source: ByteSource, record: ZipRecord, data_start: int) -> Iterator[bytes]:
    """Give an entry's content piece by piece, never more than one byte beyond the declared size.

    Raises zlib.error where the compressed data is damaged.
    """
    inflater = zlib.decompressobj(-15) if record.method == DEFLATED else None
    position, end = data_start, data_start + record.compressed_size
    produced = 0
    while position < end and produced <= record.size:
        chunk = source.at(position, min(_CHUNK, end - position))
        if not chunk:
            return
        position += len(chunk)
        if inflater is None:
            produced += len(chunk)
            yield chunk
            continue
        most = piece_size = 4 * _CHUNK
        while (chunk or piece_size == most) and produced <= record.size:
            most = min(4 * _CHUNK, record.size + 1 - produced)
            piece = inflater.decompress(chunk, most)
            chunk = inflater.unconsumed_tail
            piece_size = len(piece)
            produced += piece_size
            yield piece
        if inflater.eof and (inflater.unused_data or position < end):
            raise zlib.error("data after the end of the compressed stream")
    if inflater is not None and produced <= record.size and not inflater.eof:
        raise zlib.error("compressed data ends early")


def content_problem(source: ByteSource, record: ZipRecord, data_start: int) -> str | None:
    """Read an entry to its end and say how it differs from its declared size and checksum."""
    crc, total = 0, 0
    try:
        for piece in inflated(source, record, data_start):
            crc = zlib.crc32(piece, crc)
            total += len(piece)
    except zlib.error:
        return "has damaged compressed data"
    if total > record.size:
        return f"holds more than the {record.size} bytes that the directory declares"
    if total < record.size:
        return f"holds {total} bytes where the directory declares {record.size}"
    return None if crc == record.crc else "does not fit its checksum"
