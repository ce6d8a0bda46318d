"""Drawings in pages. If these fail, a downloaded picture can run code, or a good one loses its colors."""

from __future__ import annotations

import pytest

from cpom_scorm.render.inline_svg import LARGEST, inline_svg

FRAME = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>'

HOSTILE = [
    "<script>alert(1)</script>",
    "<SCRIPT>alert(1)</SCRIPT>",
    '<circle r="1" onload="alert(1)"/>',
    '<circle r="1" ONCLICK="alert(1)"/>',
    '<a href="javascript:alert(1)"><text>x</text></a>',
    '<use href="https://example.org/x.svg#a"/>',
    '<use xlink:href="data:image/svg+xml,x"/>',
    '<image href="https://example.org/x.png"/>',
    "<foreignObject><iframe></iframe></foreignObject>",
    '<animate attributeName="href" to="javascript:alert(1)"/>',
    "<style>*{display:none}</style>",
    '<rect style="fill:url(https://example.org/x)"/>',
    '<rect fill="url(https://example.org/x#a)"/>',
    '<rect fill="\\75rl(https://example.org/x)"/>',
    "<svg><circle/></svg>",
    "<g><circle></g></circle>",
    "<g>",
    "<![CDATA[<script>alert(1)</script>]]><math></math>",
    "<text><b>bold</b></text>",
]


@pytest.mark.parametrize("inside", HOSTILE)
def test_a_drawing_with_anything_else_than_shapes_stays_a_file(inside: str) -> None:
    """SEC-06: only what is listed enters a page."""
    assert inline_svg(FRAME.format(inside).encode(), "x-", "") is None


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"words",
        b"<p>page</p>",
        b"<svg/><svg/>",
        b"<svg></svg><script></script>",
        b'<!DOCTYPE svg [<!ENTITY a "b">]><svg></svg>',
        b"<svg>\xff</svg>",
        FRAME.format(" " * LARGEST).encode(),
        b'<svg width="9" height="9"><circle r="1"/></svg>',  # without a viewBox it cannot be scaled
    ],
)
def test_what_is_no_small_drawing_stays_a_file(data: bytes) -> None:
    assert inline_svg(data, "x-", "") is None


def test_a_drawing_keeps_its_shapes_and_classes() -> None:
    inside = '<g transform="translate(1 2)"><path class="s-brand" d="M0 0H8" stroke-width="2"/></g>'
    assert inside.replace("/>", "/>") in str(inline_svg(FRAME.format(inside).encode(), "x-", "A line"))


def test_the_alternative_text_stands_for_the_drawing() -> None:
    title = "<title>Layer 1</title><desc>made with <b>x</b></desc><circle r='1'/>"
    drawing = str(inline_svg(FRAME.format(title).encode(), "x-", 'A "circle" & more'))
    expected = (
        '<svg viewBox="0 0 9 9" role="img" aria-label="A &quot;circle&quot; &amp; more"><circle r="1"/></svg>'
    )
    assert expected == drawing


def test_a_drawing_without_a_text_is_passed_over_by_screen_readers() -> None:
    assert 'aria-hidden="true"' in str(inline_svg(FRAME.format("<circle r='1'/>").encode(), "x-", ""))


def test_ids_and_what_points_to_them_get_the_prefix() -> None:
    """Two drawings of one page would share them otherwise."""
    inside = (
        '<defs><linearGradient id="a"><stop offset="0" stop-color="red"/></linearGradient></defs>'
        '<rect fill="url(#a)"/><use xlink:href="#b"/>'
    )
    drawing = str(inline_svg(FRAME.format(inside).encode(), "flow-", ""))
    assert '<linearGradient id="flow-a">' in drawing
    assert 'fill="url(#flow-a)"' in drawing
    assert '<use href="#flow-b"/>' in drawing


def test_text_is_text() -> None:
    drawing = str(inline_svg(FRAME.format("<text>5 &lt; 6 &amp; 7</text>").encode(), "x-", ""))
    assert "<text>5 &lt; 6 &amp; 7</text>" in drawing


def test_width_and_height_of_the_file_do_not_hold_the_page() -> None:
    data = b'<?xml version="1.0"?>\n<svg width="900" height="400" viewBox="0 0 9 4" id="L"><!-- x --></svg>\n'
    assert inline_svg(data, "x-", "") == '<svg viewBox="0 0 9 4" aria-hidden="true"></svg>'
