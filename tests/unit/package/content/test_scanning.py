"""Pages, styles and scripts are scanned as browsers read them, in bounded time whatever stands in them."""

from __future__ import annotations

import re
import time

import pytest

from cpom_scorm.package.content.markup import addresses_of, candidates
from cpom_scorm.package.content.scripts import find_in_code, imports
from cpom_scorm.package.content.styles import style_addresses
from cpom_scorm.package.content.tags import start_tags


def addresses(markup: str) -> list[str]:
    return [address for tag in start_tags(markup) for address in addresses_of(tag)]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<IMG SRC=a.png>", ["a.png"]),
        ("<img\nsrc = 'a b.png' src=b.png>", ["a b.png"]),
        ("<img src=a.png/>", ["a.png/"]),
        ("<img alt='<img src=b.png>' src=a.png>", ["a.png"]),
        ("<!-- <img src=b.png> --><img src=a.png>", ["a.png"]),
        ("<!--><img src=a.png>", ["a.png"]),
        ("<!-- <img src=b.png>", []),
        ("<a href='x?a=1&amp;b=2'>", ["x?a=1&b=2"]),
        ("<script>'<img src=b.png>'</SCRIPT ><img src=a.png>", ["a.png"]),
        ("<textarea><img src=b.png></textarea>", []),
        ("<noscript><img src=a.png></noscript>", ["a.png"]),
        ("<meta http-equiv=Refresh content='0; URL=next.html'>", ["next.html"]),
        ("<meta http-equiv=refresh content=30>", []),
        ("<video poster=p.jpg><source src=v.mp4><track src=t.vtt></video>", ["p.jpg", "v.mp4", "t.vtt"]),
        ("<object data=o.pdf><param name=Movie value=m.swf></object>", ["o.pdf", "m.swf"]),
        ("<iframe src=f.html></iframe><frame src=g.html>", ["f.html", "g.html"]),
        ("<svg><image xlink:href=i.png /><use href=#u /></svg>", ["i.png"]),
        ("<link rel=canonical href=c.html><link rel='Stylesheet' href=s.css>", ["s.css"]),
        ("<input type=image src=i.png><input value=x src=b.png>", ["i.png"]),
        ("<img src='{{ figure }}'><img src='${base}/a.png'><img src='<%= b %>'>", []),
        ("<a href='#top'><a href=''><a>", []),
    ],
)
def test_addresses_are_found_where_browsers_find_them(markup: str, expected: list[str]) -> None:
    assert expected == addresses(markup)


def test_the_addresses_of_a_srcset_may_hold_commas() -> None:
    assert ["data:image/png;base64,AA", "b.png", "c,d.png", "e.png"] == list(
        candidates(" data:image/png;base64,AA 1x, b.png 2x,c,d.png 3x , e.png,")
    )


def test_in_xml_a_tag_that_ends_in_a_slash_has_no_content() -> None:
    markup = "<svg><script href='a.js'/><image href='i.png'/></svg>"
    assert ["script"] == [tag.name for tag in start_tags(markup)][1:]
    assert ["script", "image"] == [tag.name for tag in start_tags(markup, is_xml=True)][1:]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("p{background:URL( a.png )}", ["a.png"]),
        ("p{background:url('a b.png'), url(\"c.png\")}", ["a b.png", "c.png"]),
        ("@import 'a.css' print; @import url(b.css);", ["a.css", "b.css"]),
        ("/* url(b.png) */ p{content:'url(c.png)'}", []),
        ("/* url(b.png)", []),
        ("p{behavior:myurl(b.png)}", []),
        ("p{background:url(a\\ b.png)}", []),
        ("p{background:url(#clip)}", ["#clip"]),
    ],
)
def test_addresses_in_styles_are_told_from_comments_and_texts(text: str, expected: list[str]) -> None:
    assert expected == [address for _, address in style_addresses(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("import a, {b as c} from './a.js';", ["./a.js"]),
        ("import './a.js'\nimport('../b.mjs')", ["./a.js", "../b.mjs"]),
        ("export * from '/a.js'; export {b} from \"./b.js\";", ["/a.js", "./b.js"]),
        ("import{a}from'./a.js';export const b='./b.js';", ["./a.js"]),
        ("import React from 'react'", []),
        ("// import './a.js'\n/* import './b.js' */", []),
        ("var a = `import './a.js'`, b = \"import './b.js'\";", []),
        ("var quote = /[\"'`]/; import './a.js'", ["./a.js"]),
        ("my.import('./a.js'); reimport './b.js'", []),
        ("import(`./${name}.js`); import('./' + name)", ["./"]),
        ("export const a = b / c; import './a.js' // ' /", ["./a.js"]),
    ],
)
def test_imports_are_told_from_comments_and_texts(text: str, expected: list[str]) -> None:
    assert expected == [address for _, address in imports(text, is_module=True)]


def test_a_script_that_is_no_module_imports_by_call_only() -> None:
    text = "import './a.js'; import('./b.js')"
    assert ["./b.js"] == [address for _, address in imports(text, is_module=False)]


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("api.Begin()", True),
        ("// api.Begin()", False),
        ("/* api.Begin()\n*/ x", False),
        ("'http://a.example'; api.Begin()", True),
        ("x = '*/*'; y = '/*'; api.Begin()", True),
        ("/* Begin */ Begin()", True),
        ("// Begin\n" * 30 + "Begin()", True),
        ("// Begin\n" * 30, False),
    ],
)
def test_what_stands_in_a_comment_is_no_code(text: str, *, is_found: bool) -> None:
    assert is_found == (find_in_code(text, re.compile("Begin")) is not None)


HOSTILE = (
    "<",
    "<!--",
    "<a ",
    '<a b="',
    "<script>",
    "url(",
    "url( ",
    "/*",
    '"',
    "`",
    "import ",
    "=/[",
    "//",
    "\\",
    ",",
)


@pytest.mark.parametrize("part", HOSTILE)
def test_sec_12_scanning_takes_time_in_proportion_whatever_is_repeated(part: str) -> None:
    """A quadratic scan of these would take hours, so that any bound tells."""
    text = part * (300_000 // len(part))
    begin = time.process_time()
    list(start_tags(text))
    list(style_addresses(text))
    list(imports("import " + text, is_module=True))
    find_in_code(f"/* Begin */{text}", re.compile("Begin"))
    assert time.process_time() - begin < 5
