"""The page `docs/reliability.md`, put together from the faults and the tests that inject them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import yaml

from tests.contracts.test_requirements import NODE_TEST, python_tests

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FAULT = re.compile(r"\btest_f(\d\d)_|(?<!\w)F([1-9]|1\d|2[0-5])(?!\w)")
FOLDER = "tests/faults"
CLASSES = {"detectable", "lying store", "survived"}


@dataclass(frozen=True)
class Fault:
    """One thing that goes wrong."""

    number: int
    name: str
    class_: str
    """Of `CLASSES`; what costs nothing once it is handled is survived."""
    others: str
    """What was seen to be lost in courses made with other tools, at the releases that were read."""
    here: str
    """What is promised."""


def faults(root: Path) -> list[Fault]:
    """Give all faults in the order of their numbers."""
    rows = yaml.safe_load((root / FOLDER / "faults.yaml").read_text("utf-8"))
    return [
        Fault(number, row["name"], row["class"], row["others"], row["here"])
        for number, row in enumerate(rows, start=1)
    ]


def report(root: Path) -> str:
    """Give the whole page."""
    head = (root / FOLDER / "introduction.md").read_text("utf-8")
    tests = proofs_by_fault(root)
    rows = ["| | Fault | Class | What others lose | What is lost here |", "|---|---|---|---|---|"]
    rows += [
        f"| [F{one.number}](#f{one.number}) | {one.name} | {one.class_} | {one.others} | {one.here} |"
        for one in faults(root)
    ]
    proofs = ["## The tests", "", "`make test` runs all of them."]
    for one in faults(root):
        proofs += ["", f"### F{one.number}", "", f"{one.name}.", ""]
        proofs += [f"- {test}" for test in tests.get(one.number, [])]
    return "\n".join((head, *rows, "", *proofs, ""))


def proofs_by_fault(root: Path) -> dict[int, list[str]]:
    """Give each fault's tests as sentences, with the files that hold them."""
    found: dict[int, list[str]] = {}
    for path, test, words in _all_tests(root / "tests"):
        for number in sorted({int(first or second) for first, second in FAULT.findall(test)}):
            found.setdefault(number, []).append(f"{words} (`{path.relative_to(root)}`)")
    return found


def _all_tests(folder: Path) -> Iterator[tuple[Path, str, str]]:
    """Give file, name with docstring, and sentence of each test."""
    for path in sorted(folder.rglob("test_*.py")):
        for test in python_tests(path):
            name = re.sub(r"^test_(?:[a-z0-9]+_\d\d_|f\d\d_)*", "", test.partition(" ")[0])
            yield path, test, name.replace("_", " ")
    for path in sorted(folder.rglob("*.test.js")):
        for _, title in NODE_TEST.findall(path.read_text("utf-8")):
            yield path, title, re.sub(r" \([^)]*\)$", "", re.sub(r"\$\{.*?\}", "…", title))
