"""What a file holds: bytes in memory or, where that is much, a file that stays on disk until it is copied."""

from __future__ import annotations

import errno
import hashlib
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MOST_IN_MEMORY = 1024 * 1024
"""Bytes. Larger files are read piece by piece, as often as they are needed."""
_PIECE = 256 * 1024


@dataclass(frozen=True, slots=True)
class FileOnDisk:
    """A large file, as it was when it was looked at."""

    path: Path
    size: int
    crc: int
    """CRC-32, as zips need it."""
    sha256: str

    def __len__(self) -> int:
        """Give the number of bytes."""
        return self.size


@dataclass(frozen=True, slots=True)
class Joined:
    """Several contents in a row."""

    parts: tuple[bytes | FileOnDisk, ...]

    def __len__(self) -> int:
        """Give the number of bytes."""
        return sum(len(part) for part in self.parts)


FileContent: TypeAlias = bytes | FileOnDisk | Joined


def look_at(path: Path) -> bytes | FileOnDisk:
    """Read a small file, and take the measure of a large one. Raises OSError."""
    if path.stat().st_size <= MOST_IN_MEMORY:
        return path.read_bytes()
    size, crc, sha256 = 0, 0, hashlib.sha256()
    for piece in pieces_of(path):
        size, crc = size + len(piece), zlib.crc32(piece, crc)
        sha256.update(piece)
    return FileOnDisk(path, size, crc, sha256.hexdigest())


def pieces(content: FileContent) -> Iterator[bytes]:
    """Give the bytes piece by piece. Raises OSError for a file that is no longer what it was."""
    if isinstance(content, bytes):
        yield content
    elif isinstance(content, Joined):
        for part in content.parts:
            yield from pieces(part)
    else:
        crc = 0
        for piece in pieces_of(content.path):
            crc = zlib.crc32(piece, crc)
            yield piece
        if crc != content.crc:
            raise OSError(errno.EAGAIN, "the file has changed meanwhile", str(content.path))


def beginning(content: FileContent) -> bytes:
    """Give the first piece: of a small content all."""
    return next(pieces(content), b"")


def part_of(content: FileContent, part: range) -> Iterator[bytes]:
    """Give some of the bytes piece by piece. Raises OSError for a file that has become shorter."""
    if not isinstance(content, FileOnDisk):
        yield whole(content)[part.start : part.stop]
        return
    with content.path.open("rb") as stream:
        stream.seek(part.start)
        left = len(part)
        while left:
            piece = stream.read(min(left, _PIECE))
            if not piece:
                raise OSError(errno.EAGAIN, "the file has changed meanwhile", str(content.path))
            left -= len(piece)
            yield piece


def whole(content: FileContent) -> bytes:
    """Give all bytes at once."""
    return content if isinstance(content, bytes) else b"".join(pieces(content))


def sha256_of(content: FileContent) -> str:
    """Give the SHA-256 of the bytes in hexadecimal digits."""
    if isinstance(content, FileOnDisk):
        return content.sha256
    digest = hashlib.sha256()
    for piece in pieces(content):
        digest.update(piece)
    return digest.hexdigest()


def pieces_of(path: Path) -> Iterator[bytes]:
    """Give the bytes of a file on disk piece by piece. Raises OSError."""
    with path.open("rb") as stream:
        while piece := stream.read(_PIECE):
            yield piece
