"""Author Markdown. If these fail, an author's text runs as code in browsers, or its markup is lost."""

from __future__ import annotations

import re

import pytest

from cpom_scorm.render import markdown

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "text <b onclick=alert(1)>bold</b>",
    "<!-- comment --><style>*{display:none}</style>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java&#10;script:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](data:text/html,<script>alert(1)</script>)",
    "[x](vbscript:msgbox(1))",
    "[x](file:///etc/passwd)",
    "[x](//example.org/frame)",
    "<javascript:alert(1)>",
    '[x](# "a" onmouseover="alert(1)")',
    "[x]: javascript:alert(1)\n\n[x]",
    '| a |\n|---|\n| <iframe src="//x"> |',
    "```<script>\nalert(1)\n```",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "![x](x.png)",
]
_TAG = re.compile(r"<(/?[a-z0-9]+)([^>]*)>")
_HARMLESS = set("p a em strong code pre ul ol li h1 h2 h3 table thead tbody tr th td div br hr".split())  # noqa: SIM905


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_becomes_code_or_leads_to_it(text: str) -> None:
    """SEC-06: raw HTML is off, addresses are http, https, mailto or relative."""
    for html in (markdown.block(text), markdown.inline(text)):
        for name, attributes in _TAG.findall(html):
            assert name.strip("/") in _HARMLESS
            assert not re.search(r"\s(on\w+|style|src)=", attributes)
            for address in re.findall(r'href="([^"]*)"', attributes):
                assert re.match(r"(?:https?:|mailto:|#|[^:]*$)", address), address
                assert not address.startswith("//")


def test_a_link_out_of_the_course_opens_beside_it() -> None:
    html = markdown.inline("[ASHP](https://www.ashp.org/)")
    assert html == '<a href="https://www.ashp.org/" target="_blank" rel="noopener">ASHP</a>'


def test_a_link_within_the_course_stays_in_it() -> None:
    assert markdown.inline("[there](#/page/one_dose)") == '<a href="#/page/one_dose">there</a>'


def test_a_table_has_no_style_attribute_and_scrolls_by_itself() -> None:
    """CSP-01: a style attribute would be blocked, and the numbers would lose their place."""
    html = markdown.block("| a | b |\n|---|--:|\n| 1 | 2 |")
    assert "style" not in html
    assert '<th class="n" scope="col">b</th>' in html
    assert '<td class="n">2</td>' in html
    assert html.startswith('<div class="scroll" tabindex="0"><table>')
    assert html.endswith("</table></div>")


def test_headings_lists_and_definitions_are_kept_as_written() -> None:
    html = markdown.block("## Head\n\n1. one\n2. two\n\nTerm\n: Meaning")
    assert "<h2>Head</h2>" in html
    assert "<ol>\n<li>one</li>" in html
    assert "<dt>Term</dt>\n<dd>Meaning</dd>" in html


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A **bold** `code` [link](https://x.org)", "A bold code link"),
        ("one\ntwo\n\n- three\n- four", "one two three four"),
        ("5 < 6 & <b>7</b>", "5 < 6 & <b>7</b>"),
        ("```\nx = 1\n```", "x = 1"),
        ("", ""),
    ],
)
def test_plain_text_is_what_a_reader_hears(text: str, expected: str) -> None:
    assert expected == markdown.plain(text)
