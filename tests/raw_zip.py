"""Writes zips byte by byte, so that every field can lie."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass, field, replace

STORED, DEFLATED = 0, 8
FULL = 0xFFFFFFFF


@dataclass(frozen=True)
class RawEntry:
    """One entry. None in a field means: the truth; local fields default to those of the directory."""

    name: bytes
    data: bytes = b""
    method: int = DEFLATED
    flags: int = 0
    mode: int = 0o100644
    packed: bytes | None = None
    crc: int | None = None
    size: int | None = None
    compressed_size: int | None = None
    extra: bytes = b""
    offset: int | None = None
    local_name: bytes | None = None
    local_size: int | None = None
    local_method: int | None = None
    local_extra: bytes = b""
    is_listed: bool = True

    @property
    def content(self) -> bytes:
        """The bytes that follow the local header."""
        if self.packed is not None:
            return self.packed
        return deflated(self.data) if self.method == DEFLATED else self.data

    @property
    def sizes(self) -> tuple[int, int, int]:
        """Checksum, packed and inflated size as the directory has them."""
        crc = zlib.crc32(self.data) if self.crc is None else self.crc
        packed = len(self.content) if self.compressed_size is None else self.compressed_size
        return crc, packed, len(self.data) if self.size is None else self.size

    def local(self) -> bytes:
        """The local header with its content."""
        crc, packed, size = self.sizes
        name = self.name if self.local_name is None else self.local_name
        method = self.method if self.local_method is None else self.local_method
        size = size if self.local_size is None else self.local_size
        header = struct.pack(
            "<4s5H3L2H", b"PK\x03\x04", 20, self.flags, method, 0, 33, crc, min(packed, FULL),
            min(size, FULL), len(name), len(self.local_extra),
        )  # fmt: skip
        return header + name + self.local_extra + self.content

    def central(self, offset: int) -> bytes:
        """The record in the central directory."""
        crc, packed, size = self.sizes
        where = offset if self.offset is None else self.offset
        return struct.pack(
            "<4s6H3L5H2L", b"PK\x01\x02", 0x0314, 20, self.flags, self.method, 0, 33, crc, min(packed, FULL),
            min(size, FULL), len(self.name), len(self.extra), 0, 0, 0, self.mode << 16, where,
        ) + self.name + self.extra  # fmt: skip


@dataclass(frozen=True)
class RawZip:
    """A whole zip with everything around its entries."""

    entries: tuple[RawEntry, ...]
    before: bytes = b""
    after: bytes = b""
    comment: bytes = b""
    comment_length: int | None = None
    count: int | None = None
    disk: int = 0
    directory_shift: int = 0
    end64: bytes = b""
    """Stands between the central directory and the end record."""
    directory: bytes | None = field(default=None, repr=False)

    def to_bytes(self) -> bytes:
        """Put it together."""
        parts, records, offset = [self.before], [], len(self.before)
        for entry in self.entries:
            local = entry.local()
            if entry.is_listed:
                records.append(entry.central(offset))
            parts.append(local)
            offset += len(local)
        directory = b"".join(records) if self.directory is None else self.directory
        count = len(records) if self.count is None else self.count
        length = len(self.comment) if self.comment_length is None else self.comment_length
        end = struct.pack(
            "<4s4H2LH", b"PK\x05\x06", self.disk, self.disk, count, count, len(directory),
            offset + self.directory_shift, length,
        )  # fmt: skip
        return b"".join((*parts, directory, self.end64, end, self.comment, self.after))


def deflated(data: bytes) -> bytes:
    """Compress as a zip does."""
    compressor = zlib.compressobj(9, zlib.DEFLATED, -15)
    return compressor.compress(data) + compressor.flush()


def entries_of(files: dict[str, bytes]) -> tuple[RawEntry, ...]:
    """Turn files into honest entries."""
    return tuple(RawEntry(name.encode(), data) for name, data in files.items())


def changed(files: dict[str, bytes], name: str, **lies: object) -> tuple[RawEntry, ...]:
    """Turn files into entries of which one lies."""
    return tuple(
        replace(entry, **lies) if entry.name == name.encode() else entry  # type: ignore[arg-type]
        for entry in entries_of(files)
    )


def end64(count: int, size: int, offset: int, position: int) -> bytes:
    """Write a zip64 end record with its locator; `position` is where the record will stand."""
    record = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, count, count, size, offset)
    return record + struct.pack("<4sLQL", b"PK\x06\x07", 0, position, 1)


def zip64_extra(*values: int) -> bytes:
    """Write a zip64 extra field."""
    return struct.pack("<HH", 1, 8 * len(values)) + struct.pack(f"<{len(values)}Q", *values)
