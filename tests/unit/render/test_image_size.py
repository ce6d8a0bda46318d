"""Picture sizes. If these fail, pages jump while pictures load and readers lose the line (PERF-02)."""

from __future__ import annotations

import struct

import pytest

from cpom_scorm.render.image_size import image_size, picture_box

PNG = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", 640, 480)
JPEG = (
    b"\xff\xd8\xff\xe0" + struct.pack(">H", 16) + bytes(14)  # JFIF header
    + b"\xff\xff\xc4" + struct.pack(">H", 4) + bytes(2)  # a fill byte, then a Huffman table
    + b"\xff\xc2" + struct.pack(">HBHH", 11, 8, 480, 640)
)  # fmt: skip
WEBP_LOSSY = b"RIFF\0\0\0\0WEBPVP8 " + bytes(4) + bytes(6) + struct.pack("<HH", 640, 480)
WEBP_LOSSLESS = b"RIFF\0\0\0\0WEBPVP8L" + bytes(4) + b"\x2f" + struct.pack("<I", 639 | 479 << 14)
WEBP_EXTENDED = b"RIFF\0\0\0\0WEBPVP8X" + bytes(8) + (639).to_bytes(3, "little") + (479).to_bytes(3, "little")


@pytest.mark.parametrize("data", [PNG, JPEG, WEBP_LOSSY, WEBP_LOSSLESS, WEBP_EXTENDED])
def test_width_and_height_are_read_from_the_data(data: bytes) -> None:
    assert image_size(data) == (640, 480)


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ('<svg viewBox="0 0 610 152">', (610, 152)),
        ('<svg viewBox="-5,-5,10.4,20">', (10, 20)),
        ("<svg width='30px' height='12.6'>", (30, 13)),
        ('<svg width="100%" viewBox="0 0 4 3">', (4, 3)),
        ('<?xml version="1.0"?>\n<!-- x -->\n<svg\n viewBox="0 0 4 3">', (4, 3)),
        ("<svg>", None),
        ('<svg width="0" height="0" viewBox="0 0 0 0">', None),
        ('<svg width="0.2" height="9">', None),
    ],
)
def test_a_drawing_tells_its_size_or_its_proportions(tag: str, expected: tuple[int, int] | None) -> None:
    assert expected == image_size(tag.encode())


@pytest.mark.parametrize("whole", [PNG, JPEG, WEBP_LOSSY, WEBP_LOSSLESS, WEBP_EXTENDED])
def test_a_cut_file_has_no_size_and_stops_nothing(whole: bytes) -> None:
    sizes = {image_size(whole[:length]) for length in range(len(whole))}
    assert sizes == {None}


def test_a_picture_without_a_frame_has_no_size() -> None:
    assert image_size(b"\xff\xd8\xff\xda" + bytes(20)) is None
    assert image_size(b"\xff\xd8" + b"\xff\xd9") is None
    assert image_size(b"GIF89a") is None


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b'<svg width="400" height="200" viewBox="-5,0.5,10.4,20">', (-5, 0.5, 10.4, 20)),
        (b'<svg width="400px" height="200">', (0, 0, 400, 200)),
        (b'<svg viewBox="none">', None),
        (b'<svg viewBox="0 0 0 40">', None),
        (PNG, (0, 0, 640, 480)),
        (PNG + b'<svg viewBox="1 2 3 4">', (0, 0, 640, 480)),
        (b"GIF89a", None),
    ],
)
def test_places_count_in_a_drawings_own_units_or_in_pixels(
    data: bytes, expected: tuple[float, ...] | None
) -> None:
    assert expected == picture_box(data)
