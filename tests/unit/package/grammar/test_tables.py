"""The tables are whole: every row can be reached, every rule is used, every edition has its own.

A row that nothing refers to is a fact that the checker and the schemas silently do not know.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import pytest

from cpom_scorm.editions import EDITIONS, Edition
from cpom_scorm.package.grammar import GRAMMAR_RULES
from cpom_scorm.package.grammar.lookup import TABLES, grammar_of, qualified, titles

if TYPE_CHECKING:
    from pathlib import Path

    from cpom_scorm.package.grammar.lookup import Grammar

by_edition = pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: edition.id)


def reached(grammar: Grammar) -> set[tuple[str, str]]:
    """Give prefix and key of every element that a manifest can hold."""
    found: set[tuple[str, str]] = set()
    waiting = [("", "manifest")]
    while waiting:
        place = waiting.pop()
        if place not in found:
            found.add(place)
            form = grammar.elements[place]
            waiting += [(place[0], child.key) for child in form.children]
            waiting += [
                (prefix, name) for prefix, _, name in (full.partition(":") for full in form.extensions)
            ]
    return found


@by_edition
def test_every_element_of_an_edition_can_stand_in_a_manifest(edition: Edition) -> None:
    grammar = grammar_of(edition)
    assert set(grammar.elements) == reached(grammar)


@by_edition
def test_every_free_attribute_of_an_edition_stands_on_an_element(edition: Edition) -> None:
    grammar = grammar_of(edition)
    used = {name for form in grammar.elements.values() for name in form.qualified}
    assert set(grammar.attributes) == used


@by_edition
def test_names_of_children_and_attributes_are_given_once(edition: Edition) -> None:
    for form in grammar_of(edition).elements.values():
        children = [child.name for child in form.children]
        attributes = [attribute.name for attribute in form.attributes]
        assert len(set(children)) == len(children)
        assert len(set(attributes)) == len(attributes)


def test_every_row_belongs_to_some_edition() -> None:
    rows = [row for table in TABLES for row in (*table.elements, *table.attributes)]
    assert [] == [row.name for row in rows if not row.only]


def test_editions_differ_where_the_standard_says_so() -> None:
    grown = [
        {qualified(prefix, form.name) for (prefix, _), form in grammar_of(edition).elements.items()}
        for edition in EDITIONS
    ]
    assert set() == grown[1] ^ grown[2]
    assert {"adlcp:data", "adlcp:map", "adlseq:objectives", "adlseq:objective", "adlseq:mapInfo"} == (
        grown[3] ^ grown[2]
    )
    assert {"adlcp:masteryscore", "adlcp:prerequisites", "adlcp:maxtimeallowed"} < grown[0] - grown[3]


def test_every_declared_rule_is_used_by_a_table_or_a_check(root: Path) -> None:
    folder = root / "cpom_scorm" / "package" / "grammar"
    declared = {
        target.id
        for path in (folder / "findings").glob("*.py")
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name) and target.id.isupper() and not target.id.startswith("_")
    }
    used = {
        node.id if isinstance(node, ast.Name) else node.attr
        for path in folder.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Name | ast.Attribute)
    }
    assert len(declared) == len(GRAMMAR_RULES)
    assert set() == declared - used


@pytest.mark.parametrize(
    ("column", "words"),
    [
        (EDITIONS[:1], "SCORM 1.2"),
        (EDITIONS[1:], "SCORM 2004 2nd Edition or later"),
        (EDITIONS[1:3], "SCORM 2004 2nd Edition to SCORM 2004 3rd Edition"),
    ],
)
def test_a_column_is_named_in_words(column: tuple[Edition, ...], words: str) -> None:
    assert words == titles(frozenset(edition.id for edition in column))
