"""YAML files become plain data with exact places. Every message of `check` points by these places."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from cpom_scorm.source import SourceText, SourceTree
from cpom_scorm.yaml_source import read_yaml, read_yaml_file

if TYPE_CHECKING:
    from pathlib import Path

    from cpom_scorm.source import Span

TEXT = """\
title: Stock
# a remark
pages:
  - id: "one"
    text: |
      ## First

      Count.
  - {id: two, text: 'Order: more'}
shared: &pair
  - 1
  - yes please
again: *pair
"""

PLAIN_DATA = st.recursive(
    st.text(
        st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters="\ufeff")
    )
    | st.integers(-(10**9), 10**9)
    | st.booleans(),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text("abc_", min_size=1), inner, max_size=4)
    ),
    max_leaves=12,
)


def tree_of(text: str) -> SourceTree:
    result = read_yaml(SourceText("a.yaml", text))
    assert () == result.diagnostics
    assert result.tree
    return result.tree


def place(tree: SourceTree, *path: str | int) -> tuple[int | None, int | None, int | None]:
    span = tree.span(path)
    return span.line, span.column, span.end_column


def test_a_file_becomes_plain_data() -> None:
    pages = [{"id": "one", "text": "## First\n\nCount.\n"}, {"id": "two", "text": "Order: more"}]
    pair = [1, "yes please"]
    assert {"title": "Stock", "pages": pages, "shared": pair, "again": pair} == tree_of(TEXT).data


def test_every_value_knows_its_place() -> None:
    tree = tree_of(TEXT)
    assert (1, 8, 13) == place(tree, "title")
    assert (4, 5, None) == place(tree, "pages", 0)
    assert (4, 9, 14) == place(tree, "pages", 0, "id")
    assert (5, 11, None) == place(tree, "pages", 0, "text")
    assert (9, 21, 34) == place(tree, "pages", 1, "text")


def test_every_key_knows_its_place() -> None:
    key = tree_of(TEXT).key_span(("pages", 0, "text"))
    assert (5, 5, 9) == (key.line, key.column, key.end_column)


def test_a_list_entry_stands_for_its_own_key() -> None:
    tree = tree_of(TEXT)
    assert tree.span(("shared", 1)) == tree.key_span(("shared", 1))


def test_an_alias_stands_where_it_is_used_and_its_parts_where_they_are_written() -> None:
    tree = tree_of(TEXT)
    assert (13, 8, 13) == place(tree, "again")
    assert (12, 5, 15) == place(tree, "again", 1)


def test_what_does_not_exist_is_placed_at_the_nearest_thing_around_it() -> None:
    tree = tree_of(TEXT)
    assert tree.span(("pages", 0)) == tree.span(("pages", 0, "minutes", "x"))
    assert (None, None) == place(SourceTree(None, {}, {}, {}, SourceText("a.yaml", "")), "x")[:2]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("key: |\n  one\n  two\n", (2, 3)),
        ("key: |-\n\n      one\n", (2, 7)),
        ("key: plain\n", (1, 6)),
        ("key: 'quoted'\n", (1, 7)),
        ("key: >\n  folded\n  text\n", None),
        ("key: plain\n  text\n", None),
    ],
)
def test_a_text_knows_where_its_lines_stand_when_they_are_lines_of_the_file(
    text: str, start: tuple[int, int] | None
) -> None:
    span = tree_of(text).text_starts.get(("key",))
    assert start == ((span.line, span.column) if span else None)


@given(PLAIN_DATA)
@settings(deadline=None)
def test_what_another_yaml_tool_writes_is_read_back_equal(data: Any) -> None:
    result = read_yaml(SourceText("a.yaml", yaml.safe_dump({"data": data}, allow_unicode=True, width=10**6)))
    assert result.tree
    assert {"data": data} == result.tree.data


@given(st.text(st.sampled_from("ab \n\t:-[]{}'\"|>&*!#%@,?0~")))
@settings(deadline=None)
def test_sec_16_no_text_makes_the_reader_fail(text: str) -> None:
    result = read_yaml(SourceText("a.yaml", text))
    assert result.tree is not None or result.diagnostics
    for found in result.diagnostics:
        assert found.span
        assert "a.yaml" == found.span.file


def test_several_faults_are_told_in_one_run_also_before_a_syntax_error() -> None:
    text = "a: 1\na: 2\nb: no\nc: !x 1\nd: [1\n"
    result = read_yaml(SourceText("a.yaml", text))
    assert ["YML-002", "YML-003", "YML-005", "YML-001"] == [found.rule.id for found in result.diagnostics]
    assert result.tree is None


def test_a_key_that_stands_twice_is_labelled_where_it_stood_first_and_the_first_counts() -> None:
    result = read_yaml(SourceText("a.yaml", "a: 1\nb: 2\na: 3\n"))
    (found,) = result.diagnostics
    (label,) = found.labels
    assert (1, 1, "first used here") == (label.span.line, label.span.column, label.text)
    assert result.tree
    assert {"a": 1, "b": 2} == result.tree.data


def test_a_key_that_stands_twice_in_an_entry_may_lack_the_sign_of_the_next_one() -> None:
    (found,) = read_yaml(SourceText("a.yaml", "- a: 1\n  a: 2\n")).diagnostics
    assert 'put "- " before it' in found.help


def test_what_is_never_closed_is_told_where_it_begins() -> None:
    (found,) = read_yaml(SourceText("a.yaml", 'a: "one\nb: two\n')).diagnostics
    assert found.span
    assert (1, 4) == (found.span.line, found.span.column)
    assert 'close the quotes, and write " inside them as \\"' == found.help


def test_a_text_whose_second_quote_is_missing_is_told_where_it_begins_not_where_the_next_one_ends_it() -> (
    None
):
    (found,) = read_yaml(SourceText("a.yaml", 'id: "m"\ntitle: "Stock\nlanguage: "en"\n')).diagnostics
    assert found.span
    assert (2, 8, "the quotes are not closed on this line") == (*_line_and_column(found.span), found.message)
    assert [(3, 12)] == [_line_and_column(label.span) for label in found.labels]


def _line_and_column(span: Span) -> tuple[int | None, int | None]:
    return span.line, span.column


def test_a_byte_order_mark_is_accepted(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"\xef\xbb\xbftitle: Stock\n")
    result = read_yaml_file(tmp_path / "a.yaml", "a.yaml")
    assert result.tree
    assert ({"title": "Stock"}, ()) == (result.tree.data, result.diagnostics)


@pytest.mark.parametrize("text", ["title: Stock\r\npages: 1\r\n", "title: Stock\rpages: 1\r"])
def test_line_ends_of_other_systems_keep_places_right(text: str) -> None:
    assert (2, 8, 9) == place(tree_of(text), "pages")


def test_columns_count_characters() -> None:
    assert (1, 14, 15) == place(tree_of("{💊é: one, b: 2}\n"), "b")


@pytest.mark.parametrize("text", ["", "# only a remark\n", "\n\n"])
def test_an_empty_file_holds_nothing(text: str) -> None:
    assert None is tree_of(text).data


@pytest.mark.parametrize(
    ("text", "message", "help_text"),
    [
        ("a: b: c", "a key begins where none may stand", "put the text after the first colon in quotes"),
        ("a: *Note* this", 'a name is expected after "*"', 'YAML keeps "*" at its start'),
        ("a: @x", "no value can start with this character", 'YAML keeps "@" at its start'),
        ('a: "x\\q"', "the backslash in double quotes has no meaning here", "use single quotes"),
        ("a: 'x", "the quotes are never closed", "write ' inside them twice"),
        ("a: [1, 2", 'a "," or "]" is expected here', 'close the "["'),
        ("a: > x", "the text must begin on the line below", "start the text on the next line"),
        ("a: 1\n  b: 2", "a key begins where none may stand", "check the indentation"),
        ("a:\n  - 1\n b: 2", "", "nothing above that is still open begins in column 2"),
        ("- a: 1\n   b: 2", "a key begins", "the key above begins in column 3, this one in column 4"),
        ("- kind: x\n  a:\n  - {b: 1}\n   {b: 2}", "a key is expected here", 'start the entry with "- "'),
        ("a: [b] c\nd: 1", "a key is expected here", "put the whole text in quotes"),
        ("{a: b: c}", 'a "," or "}" is expected here', "put the text around the colon in quotes"),
        ("{a: 'it's'}", 'a "," or "}" is expected here', "write the apostrophe twice"),
        ("a: 'Don't touch'", "a key is expected here", "write the apostrophe twice"),
        ("a: \u201cOne: two\u201d", "a key begins where none may stand", "put the text in straight quotes"),
        ("a:\n- b: c\n\u2013 b: c\n  d: e", "the entry begins with a dash", 'a hyphen, "- "'),
        ("a:\n  b: c\n  - d: e", "a key is expected here", 'every entry of the list with "- " in column 3'),
        (
            "- a: 1\n\u00a0\u00a0b: 2\n  c: 3",
            "the line begins with spaces that do not count",
            "type them again",
        ),
    ],
)
def test_a_syntax_error_is_told_in_an_authors_words(text: str, message: str, help_text: str) -> None:
    (found,) = read_yaml(SourceText("a.yaml", text)).diagnostics
    assert "YML-001" == found.rule.id
    assert message in found.message
    assert help_text in found.help
