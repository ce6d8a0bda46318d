"""What a zip says about itself: end record, central directory, and whether the two agree.

Python's own reader repairs differences silently (it takes the last of two entries, shifts offsets, trusts
sizes), and other readers repair them otherwise. A package that two readers see differently is refused, so
the structures are read here byte by byte (PKWARE APPNOTE 4.3).
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import IO

from cpom_scorm.package.archive.zip_names import decode_name

END_SIZE = 22
_END_MARK = b"PK\x05\x06"
_END64_MARK = b"PK\x06\x06"
_LOCATOR_MARK = b"PK\x06\x07"
_CENTRAL_MARK = b"PK\x01\x02"
_SIGNATURE_MARK = b"PK\x05\x05"
_CENTRAL_SIZE = 46
_LOCATOR_SIZE = 20
_END64_SIZE = 56
_FULL_16, _FULL_32 = 0xFFFF, 0xFFFFFFFF
_LONGEST_COMMENT = 0xFFFF
MOST_DIRECTORY_BYTES = 64 * 1024 * 1024
"""A central directory above this is refused unread: 20,000 entries need 2 MB."""


class DamagedZipError(Exception):
    """The file cannot be read as a zip; the text says what is wrong. Never leaves this package."""

    def __init__(self, problem: str, *, remedy: str = "make the zip again with another program") -> None:
        super().__init__(problem)
        self.problem = problem
        self.remedy = remedy


class TooManyEntriesError(Exception):
    """The directory lists more entries than the limit. Never leaves this package."""


@dataclass(frozen=True, slots=True)
class ByteSource:
    """A file that is read by position and never as a whole."""

    stream: IO[bytes]
    size: int

    def at(self, offset: int, length: int) -> bytes:
        """Give the bytes from `offset`, fewer where the file ends before."""
        if offset < 0 or length <= 0 or offset >= self.size:
            return b""
        self.stream.seek(offset)
        return self.stream.read(min(length, self.size - offset))


@dataclass(frozen=True, slots=True)
class ZipRecord:
    """One entry as the central directory describes it."""

    raw_name: bytes
    name: str
    flags: int
    method: int
    crc: int
    compressed_size: int
    size: int
    offset: int
    """Of the local header, from the start of the file."""
    mode: int
    """Unix file mode, 0 where the zip holds none."""
    has_doubtful_name: bool
    """Whether the name's bytes mean different texts to different readers (APPNOTE appendix D)."""
    uses_zip64: bool


@dataclass(frozen=True, slots=True)
class ZipDirectory:
    """The whole central directory with what surrounds it."""

    records: tuple[ZipRecord, ...]
    start: int
    """Where the central directory begins, from the start of the file."""
    trailing: int
    """How many bytes follow the end record."""
    uses_zip64: bool


@dataclass(frozen=True, slots=True)
class _End:
    """The end record, or both end records, in one."""

    position: int
    """Where the structures after the central directory begin."""
    count: int
    directory_size: int
    directory_offset: int
    trailing: int
    uses_zip64: bool


def read_directory(source: ByteSource, most_entries: int) -> ZipDirectory:
    """Read the central directory. Raises DamagedZipError and TooManyEntriesError."""
    end = _read_end(source)
    if end.count > most_entries or end.directory_size > MOST_DIRECTORY_BYTES:
        raise TooManyEntriesError
    start = end.position - end.directory_size
    shift = start - end.directory_offset
    if start < 0 or shift < 0:
        raise DamagedZipError("the central directory does not lie where the end record says")
    data = source.at(start, end.directory_size)
    records = _read_records(data, shift, most_entries)
    if len(records) != end.count:
        raise DamagedZipError(
            f"the end record counts {end.count} entries, the central directory {len(records)}"
        )
    return ZipDirectory(
        records, start, end.trailing, end.uses_zip64 or any(record.uses_zip64 for record in records)
    )


def _read_end(source: ByteSource) -> _End:
    tail_start = max(0, source.size - END_SIZE - _LONGEST_COMMENT)
    tail = source.at(tail_start, source.size - tail_start)
    position, trailing = _find_end(tail)
    fields = struct.unpack_from("<4s4H2LH", tail, position)
    _, disk, directory_disk, count_here, count, directory_size, directory_offset, _ = fields
    absolute = tail_start + position
    if (disk, directory_disk) not in ((0, 0), (_FULL_16, _FULL_16), (0, _FULL_16)) or count_here != count:
        raise DamagedZipError("the zip is one part of several", remedy="make one zip of the whole package")
    locator = source.at(absolute - _LOCATOR_SIZE, _LOCATOR_SIZE)
    if not locator.startswith(_LOCATOR_MARK) or len(locator) < _LOCATOR_SIZE:
        return _End(absolute, count, directory_size, directory_offset, trailing, uses_zip64=False)
    return _read_end64(
        source, absolute - _LOCATOR_SIZE, locator, (count, directory_size, directory_offset), trailing
    )


def _find_end(tail: bytes) -> tuple[int, int]:
    """Give the place of the end record in the tail and how many bytes follow it."""
    exact, last = [], -1
    position = tail.find(_END_MARK)
    while position != -1:
        if position + END_SIZE <= len(tail):
            last = position
            comment = struct.unpack_from("<H", tail, position + 20)[0]
            if position + END_SIZE + comment == len(tail):
                exact.append(position)
        position = tail.find(_END_MARK, position + 1)
    if len(exact) > 1:
        raise DamagedZipError("the zip has two end records, so that readers see different contents")
    if exact:
        return exact[0], 0
    if last == -1:
        raise DamagedZipError(
            _not_a_zip(tail), remedy="copy or download the package again, or export it again"
        )
    comment = struct.unpack_from("<H", tail, last + 20)[0]
    rest = len(tail) - last - END_SIZE - comment
    if rest < 0:
        raise DamagedZipError("the zip is cut short inside its comment", remedy="copy or download it again")
    return last, rest


def _not_a_zip(tail: bytes) -> str:
    if b"PK\x03\x04" in tail or _CENTRAL_MARK in tail:
        return "the zip is cut short: it has no end record"
    if not tail:
        return "the file is empty"
    return "the file is not a zip: it has no end record"


def _read_end64(
    source: ByteSource, locator_position: int, locator: bytes, short: tuple[int, int, int], trailing: int
) -> _End:
    _, _, declared, _ = struct.unpack("<4sLQL", locator)
    position = locator_position - _END64_SIZE
    record = source.at(position, _END64_SIZE)
    if not record.startswith(_END64_MARK):
        position = declared
        record = source.at(position, _END64_SIZE)
    if not record.startswith(_END64_MARK) or len(record) < _END64_SIZE:
        raise DamagedZipError("the zip64 end record is missing")
    _, _, _, _, _, _, _, count, directory_size, directory_offset = struct.unpack("<4sQ2H2L4Q", record)
    full = (_FULL_16, _FULL_32, _FULL_32)
    long = (count, directory_size, directory_offset)
    if any(small not in (limit, big) for small, limit, big in zip(short, full, long, strict=True)):
        raise DamagedZipError("the two end records of the zip contradict each other")
    return _End(position, count, directory_size, directory_offset, trailing, uses_zip64=True)


def _read_records(data: bytes, shift: int, most_entries: int) -> tuple[ZipRecord, ...]:
    records: list[ZipRecord] = []
    position = 0
    while position < len(data) and data[position : position + 4] != _SIGNATURE_MARK:
        if data[position : position + 4] != _CENTRAL_MARK or position + _CENTRAL_SIZE > len(data):
            raise DamagedZipError(f"the central directory is damaged after entry {len(records)}")
        if len(records) >= most_entries:
            raise TooManyEntriesError
        record, position = _read_record(data, position, shift)
        records.append(record)
    return tuple(records)


def _read_record(data: bytes, position: int, shift: int) -> tuple[ZipRecord, int]:
    fields = struct.unpack_from("<4s6H3L5H2L", data, position)
    _, _, _, flags, method, _, _, crc, compressed, size = fields[:10]
    name_length, extra_length, comment_length, _, _, attributes, offset = fields[10:]
    name_end = position + _CENTRAL_SIZE + name_length
    extra_end = name_end + extra_length
    if extra_end + comment_length > len(data):
        raise DamagedZipError("the central directory is cut short")
    raw_name = data[position + _CENTRAL_SIZE : name_end]
    extra = extra_fields(data[name_end:extra_end])
    size, compressed, offset = widened(extra, (size, compressed, offset))
    name, doubtful = decode_name(raw_name, flags, extra)
    record = ZipRecord(
        raw_name=raw_name,
        name=name,
        flags=flags,
        method=method,
        crc=crc,
        compressed_size=compressed,
        size=size,
        offset=offset + shift,
        mode=attributes >> 16,
        has_doubtful_name=doubtful,
        uses_zip64=ZIP64_EXTRA in extra,
    )
    return record, extra_end + comment_length


ZIP64_EXTRA = 0x0001


def extra_fields(data: bytes) -> dict[int, bytes]:
    """Split an extra field into its parts by number; the first of two wins, a broken rest is left out."""
    fields: dict[int, bytes] = {}
    position = 0
    while position + 4 <= len(data):
        number, length = struct.unpack_from("<HH", data, position)
        fields.setdefault(number, data[position + 4 : position + 4 + length])
        position += 4 + length
    return fields


def widened(extra: dict[int, bytes], values: tuple[int, ...]) -> tuple[int, ...]:
    """Replace each saturated 32-bit value by its 64-bit one (APPNOTE 4.5.3), in the order given."""
    wide = extra.get(ZIP64_EXTRA, b"")
    result, position = [], 0
    for value in values:
        if value == _FULL_32 and position + 8 <= len(wide):
            result.append(struct.unpack_from("<Q", wide, position)[0])
            position += 8
        else:
            result.append(value)
    return tuple(result)
