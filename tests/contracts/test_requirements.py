"""Every promise of this release has a test that names it: a promise without one would break unseen."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PROMISED = {
    "BLD": range(1, 16),
    "RUN": (
        *range(1, 9),
        *range(10, 19),
        *range(20, 29),
        *range(30, 38),
        *range(40, 46),
        *range(50, 55),
        *range(60, 65),
    ),
    "SEC": (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 13, 14, 15),
    "CSP": range(1, 6),
    "A11Y": range(1, 13),
    "PERF": (1,),
    "OFF": (1,),
}
ID = re.compile(r"(?i)(?<![a-z0-9])(bld|run|sec|csp|a11y|perf|off)[-_](\d\d)(?!\d)")
NODE_TEST = re.compile(r"^\s*test\(\s*([\"'`])(.*?)\1,", re.MULTILINE)


def named(text: str) -> set[str]:
    """Give the ids in a text, also where they are part of a function's name."""
    return {f"{family.upper()}-{number}" for family, number in ID.findall(text)}


def python_tests(path: Path) -> Iterator[str]:
    """Give name and docstring of each test."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            yield f"{node.name} {ast.get_docstring(node) or ''}"


def all_tests(folder: Path) -> Iterator[str]:
    """Give what all tests say of themselves."""
    for path in sorted(folder.rglob("test_*.py")):
        yield from python_tests(path)
    for path in sorted(folder.rglob("*.test.js")):
        yield from (title for _, title in NODE_TEST.findall(path.read_text("utf-8")))


def test_every_promised_requirement_is_named_by_a_test_that_proves_it(root: Path) -> None:
    promised = [f"{family}-{number:02}" for family, numbers in PROMISED.items() for number in numbers]
    proved = {found for test in all_tests(root / "tests") for found in named(test)}
    assert [] == [requirement for requirement in promised if requirement not in proved]


def test_ids_are_found_in_names_and_sentences_alone() -> None:
    """Were the search too greedy, the test above would find everything everywhere."""
    assert {"BLD-05", "A11Y-01"} == named("test_bld_05_names_stay (A11Y-01), rebuild_05, RUN-1, SEC-123")
