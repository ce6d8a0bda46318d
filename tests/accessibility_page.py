"""The conformance report in `docs/accessibility.md`, put together from criteria, rules and tests."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.contracts.test_requirements import named, python_tests
from tests.wcag import CRITERIA, Criterion

if TYPE_CHECKING:
    from pathlib import Path

REQUIREMENTS = {
    "A11Y-01": "questions are native forms with labels and targets that are large enough",
    "A11Y-02": "submitting nothing tells what is missing, in words and in its place",
    "A11Y-03": "feedback follows the question, in words as well as by icon and color",
    "A11Y-04": "each view has its title, takes the focus and begins at the top; back and forward work",
    "A11Y-05": "buttons and lists do what dragging does",
    "A11Y-06": "no time limit, no motion and no sound that nobody asked for",
    "A11Y-07": "phones, enlarged and spaced text, dark and forced colors, reduced motion, print",
    "A11Y-08": "landmarks, a way past the bar, a focus that can be seen, an outline in words",
    "A11Y-09": "alternatives, headings, links, captions, tables and contrast are checked at build",
    "A11Y-10": "every word comes from a catalogue or the author, in either direction of writing",
    "A11Y-11": "this report names tests that exist",
    "A11Y-12": "notices are told once, never block and never take the focus",
}
HEAD = """# Accessibility

Courses made here aim at WCAG 2.2, levels A and AA, which includes what EN 301 549 and Section 508 ask of
web content. This report is put together from the tests of this release: it cannot claim what no test
proves. axe, the engine that most auditors use, finds nothing in any view and state that the tests visit, in
light and dark, on a phone and on a desktop. No automatic test replaces people; if a course keeps somebody
out, that is a bug: report it.

*Supports* speaks of the player, its templates and themes. *Author's duty* is what nobody but the author can
do; the rules that are named help with it, and `check` tells of them.
"""


def report(root: Path) -> str:
    """Give the whole page."""
    rows = ["| Criterion | | What holds | Proved by |", "|---|---|---|---|"]
    rows += [
        f"| {one.number} {one.name} | {one.verdict} | {_sentence(one.reason)} | {_proofs(one)} |"
        for one in CRITERIA
    ]
    tests = proofs_by_requirement(root)
    proofs = ["## The tests", "", "`make test` runs all of them, in real Chromium where a browser is needed."]
    for requirement, meaning in REQUIREMENTS.items():
        proofs += ["", f"### {requirement}", "", _sentence(meaning), ""]
        proofs += [f"- {test}" for test in tests.get(requirement, [])]
    return "\n".join((HEAD, *rows, "", *proofs, ""))


def proofs_by_requirement(root: Path) -> dict[str, list[str]]:
    """Give each requirement's tests as sentences, with the files that hold them."""
    found: dict[str, list[str]] = {}
    for path in sorted((root / "tests").rglob("test_*.py")):
        for test in python_tests(path):
            for requirement in sorted(named(test)):
                found.setdefault(requirement, []).append(f"{_words(test)} (`{path.relative_to(root)}`)")
    return found


def _row(one: Criterion) -> str:
    return f"| {one.number} {one.name} | {one.verdict} | {_sentence(one.reason)} | {_proofs(one)} |"


def _words(test: str) -> str:
    name = test.partition(" ")[0].removeprefix("test_")
    return re.sub(r"^(?:[a-z0-9]+_\d\d_)+", "", name).replace("_", " ")


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


def _proofs(one: Criterion) -> str:
    return ", ".join(
        f"[{proof}](#{proof.lower()})" if proof in REQUIREMENTS else f"`{proof}`" for proof in one.proofs
    )
