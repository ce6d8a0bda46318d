"""Width and height of a picture, read from its data, so that pages do not jump while it loads (PERF-02)."""

from __future__ import annotations

import re
import struct

Size = tuple[int, int]
"""Width and height in CSS pixels."""

_JPEG_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_SVG_ROOT = re.compile(rb"<svg\b[^>]*>", re.IGNORECASE | re.DOTALL)
_NUMBER = r"\s*([0-9]+(?:\.[0-9]+)?)"


def image_size(data: bytes) -> Size | None:
    """Give the size of a PNG, JPEG, WebP or SVG picture; None when the data does not tell."""
    try:
        if data.startswith(b"\x89PNG\r\n\x1a\n"):
            width, height = struct.unpack_from(">II", data, 16)
            return width, height
        if data.startswith(b"\xff\xd8"):
            return _jpeg_size(data)
        if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
            return _webp_size(data)
        return _svg_size(data)
    except (struct.error, IndexError):
        return None


def _jpeg_size(data: bytes) -> Size | None:
    place = 2
    while data[place] == 0xFF:
        marker = data[place + 1]
        if marker == 0xFF:
            place += 1
        elif marker in _JPEG_FRAMES:
            height, width = struct.unpack_from(">HH", data, place + 5)
            return width, height
        elif marker in (0xD9, 0xDA):
            return None
        else:
            (length,) = struct.unpack_from(">H", data, place + 2)
            place += 2 + length
    return None


def _webp_size(data: bytes) -> Size | None:
    form = data[12:16]
    if form == b"VP8 ":
        width, height = struct.unpack_from("<HH", data, 26)
        return width & 0x3FFF, height & 0x3FFF
    if form == b"VP8L":
        (bits,) = struct.unpack_from("<I", data, 21)
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if form == b"VP8X" and len(data) >= 30:
        width = int.from_bytes(data[24:27], "little") + 1
        return width, int.from_bytes(data[27:30], "little") + 1
    return None


def _svg_size(data: bytes) -> Size | None:
    root = _SVG_ROOT.search(data[:65536])
    if root is None:
        return None
    tag = root[0].decode("utf-8", "replace")
    width, height = (
        re.search(rf'\s{name}=["\']{_NUMBER}(?:px)?\s*["\']', tag) for name in ("width", "height")
    )
    if width and height:
        return round(float(width[1])), round(float(height[1]))
    box = re.search(rf'\sviewBox=["\']\s*-?[0-9.]+[\s,]+-?[0-9.]+[\s,]{_NUMBER}[\s,]{_NUMBER}\s*["\']', tag)
    return (round(float(box[1])), round(float(box[2]))) if box else None
