"""Width, height and units of a picture, read from its data: pages do not jump while it loads (PERF-02)."""

from __future__ import annotations

import re
import struct
from typing import NamedTuple

Size = tuple[int, int]
"""Width and height in CSS pixels."""


class Box(NamedTuple):
    """The rectangle that a picture fills in its own units."""

    x: float
    y: float
    width: float
    height: float


_JPEG_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_PHOTOS = (b"\x89PNG", b"\xff\xd8", b"RIFF")
_SVG_ROOT = re.compile(rb"<svg\b[^>]*>", re.IGNORECASE | re.DOTALL)
_NUMBER = r"\s*([0-9]+(?:\.[0-9]+)?)"
_PLACE = r"\s*(-?[0-9]*\.?[0-9]+)"
_VIEW_BOX = re.compile(rf'\sviewBox=["\']{_PLACE}[\s,]{_PLACE}[\s,]{_NUMBER}[\s,]{_NUMBER}\s*["\']')


def image_size(data: bytes) -> Size | None:
    """Give the size of a PNG, JPEG, WebP or SVG picture; None when the data does not tell, or gives 0."""
    try:
        size = _told_size(data)
    except (struct.error, IndexError):
        return None
    return size if size and all(size) else None


def picture_box(data: bytes) -> Box | None:
    """Give where the places on a picture lie: a drawing's viewBox, or from 0 0 to its size in pixels."""
    size = image_size(data)
    view = None if data.startswith(_PHOTOS) else _view_box(_svg_tag(data))
    return view or (Box(0, 0, *size) if size else None)


def _told_size(data: bytes) -> Size | None:
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        width, height = struct.unpack_from(">II", data, 16)
        return width, height
    if data.startswith(b"\xff\xd8"):
        return _jpeg_size(data)
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return _webp_size(data)
    return _svg_size(data)


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
    tag = _svg_tag(data)
    width, height = (
        re.search(rf'\s{name}=["\']{_NUMBER}(?:px)?\s*["\']', tag) for name in ("width", "height")
    )
    if width and height:
        return round(float(width[1])), round(float(height[1]))
    box = _view_box(tag)
    return (round(box.width), round(box.height)) if box else None


def _svg_tag(data: bytes) -> str:
    root = _SVG_ROOT.search(data[:65536])
    return root[0].decode("utf-8", "replace") if root else ""


def _view_box(tag: str) -> Box | None:
    found = _VIEW_BOX.search(tag)
    box = Box(*map(float, found.groups())) if found else None
    return box if box and box.width and box.height else None
