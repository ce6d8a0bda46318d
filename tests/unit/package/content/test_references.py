"""Links are found where browsers find them. A false alarm here sends an author searching for nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpom_scorm.package.model import Package

PAGE = """<!doctype html>
<base href="pages/">
<link rel=stylesheet href="a.css">
<script src=b.js></script>
<img src="c.png" srcset="c-2.png 2x, c-3.png 3x">
<a href="#top">up</a> <a href="d.html#part">on</a>
<p style="background: url(e.png)"></p>
<style>
p { background: url('f.png') }
</style>
<!-- <img src="gone.png"> -->
<svg><use href="g.svg#shape"/></svg>
<script>var text = '<img src="gone.png">';</script>
"""


def found_in(name: str, text: str) -> list[tuple[int | None, str | None]]:
    package = Package.from_files({name: text.encode()})
    return [(reference.span.line, reference.target.path) for reference in package.content.references]


def test_addresses_in_a_page_are_found_with_their_lines() -> None:
    expected = [
        (3, "pages/a.css"), (4, "pages/b.js"), (5, "pages/c.png"), (5, "pages/c-2.png"), (5, "pages/c-3.png"),
        (6, "pages/d.html"), (7, "pages/e.png"), (9, "pages/f.png"), (12, "pages/g.svg"),
    ]  # fmt: skip
    assert sorted(expected) == sorted(found_in("index.html", PAGE))


def test_addresses_in_a_style_sheet_are_relative_to_it() -> None:
    text = "/* url(gone.png)\n */ @import 'more.css';\nbody { background: url( \"../img/a.png\" ) }"
    assert [(2, "css/more.css"), (3, "img/a.png")] == found_in("css/main.css", text)


@pytest.mark.parametrize(
    "text", ["<img src=", "<![bad[", "<a href='x", "<!doctype", "<style>p{url(", "<svg><![CDATA["]
)
def test_broken_pages_are_read_as_far_as_they_go(text: str) -> None:
    found_in("index.html", text)


@given(st.text(alphabet="<>!/[]-=\"' \nabhrefimgstyle(){}", max_size=80))
def test_reading_a_page_never_raises(text: str) -> None:
    found_in("index.html", text)
