"""Rules see the same headings and links in Markdown as learners do, or alarms would be false or missed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from cpom_scorm.course.markdown_scan import headings, html_tags, links

CASES = [
    "## a\n\ntext [x](http://a.b) y",
    "```\n# no\n[x](y)\n```\n# yes",
    "~~~\n# x\n~~~ \n## y",
    "````\n```\n# no\n````\n# yes",
    "`[x](y)` [a](b)",
    "a `` ` [x](y) `` [z](w)",
    "\\[x](y) \\`[x](y)`",
    "a\n===\n\nb\n---\n",
    "- a\n---\n\n1. a\n---\n",
    "text\n\n---\n\nmore",
    "[a [b] c](d (e)) [](x) [ ](y)",
    "[`c`](u) ![i](j.png) [x](y(z))",
    "[x]: http://e.f\n\n[x]",
    "<http://g.h> <mailto:a@b.c>",
    "#no\n#\n# \n## x ##\n####### y",
    '[a](b "t") [c](\nd) [e](<f>)',
    "| a | b |\n|---|---|\n| [x](y) | c |",
    "**[x](y)** *[z](w)*",
]


def as_parsed(text: str) -> tuple[list[tuple[int, int]], list[str]]:
    """Give headings (line, level) and link targets as the Markdown parser has them."""
    found: tuple[list[tuple[int, int]], list[str]] = ([], [])
    for token in MarkdownIt("commonmark", {"html": False}).enable("table").disable("image").parse(text):
        if token.type == "heading_open" and token.map:
            found[0].append((token.map[0] + 1, int(token.tag[1])))
        found[1].extend(
            str(child.attrs["href"]) for child in token.children or () if child.type == "link_open"
        )
    return found[0], sorted(found[1])


def as_scanned(text: str) -> tuple[list[tuple[int, int]], list[str]]:
    return [(found.line, found.level) for found in headings(text)], sorted(
        link.target for link in links(text)
    )


@pytest.mark.parametrize("text", CASES)
def test_headings_and_links_are_those_of_the_parser(text: str) -> None:
    assert as_parsed(text) == as_scanned(text)


WORDS = st.sampled_from(["one", "two", "[l](t)", "`c`", "**b**", "x_y", "`[n](o)`", "a < b"])
LINES = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)
PARTS = st.one_of(
    LINES,
    LINES.map(lambda line: f"## {line}"),
    LINES.map(lambda line: f"- {line}\n- more"),
    LINES.map(lambda line: f"```\n# {line}\n```"),
    LINES.map(lambda line: f"{line}\n==="),
)


@given(st.lists(PARTS, max_size=6).map("\n\n".join))
@settings(deadline=None)
def test_headings_and_links_are_those_of_the_parser_in_any_mix(text: str) -> None:
    assert as_parsed(text) == as_scanned(text)


def test_a_link_is_placed_by_line_and_column() -> None:
    (link,) = links("one\ntwo [three](#/page/x), four")
    assert (2, 5, 17, "three", "#/page/x", False) == (
        *(link.line, link.column, link.width),
        *(link.text, link.target, link.is_image),
    )


def test_a_picture_is_told_from_a_link() -> None:
    (picture,) = links("![A dot](media/dot.svg)")
    assert picture.is_image


def test_tags_are_found_outside_code_only() -> None:
    text = "a <b>b</b> `<i>` <https://example.org> <797> 3 < 4\n```\n<u>\n```\n<!-- no -->"
    assert [(1, "<b>"), (1, "</b>"), (5, "<!--")] == [(found.line, tag) for found, tag in html_tags(text)]


@pytest.mark.parametrize("text", ["[" * 20_000, "[a](" * 5_000, "<a " * 20_000, "`" * 20_001, "](" * 20_000])
def test_no_text_stalls_the_scan(text: str) -> None:
    """Ends by the suite's time limit if a pattern runs away."""
    assert [] == [*headings(text)]
    assert len([*links(text), *html_tags(text)]) < 20_000
