"""WCAG 2.2, levels A and AA, by criterion: what courses made here do, and what rests with the author.

`wcag.txt` holds a line for each: number, name, S(upports), A(uthor's duty) or N(ot applicable), what holds,
and the requirements and rules that prove it.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Verdict = Literal["Supports", "Author's duty", "Not applicable"]


@dataclass(frozen=True)
class Criterion:
    """One success criterion and what is claimed of it."""

    number: str
    name: str
    verdict: Verdict
    reason: str
    proofs: tuple[str, ...] = ()
    """Requirement ids that tests name, and rule ids that `check` reports by."""


def _criterion(line: str) -> Criterion:
    number, name, letter, reason, proofs = (part.strip() for part in line.split("|"))
    verdicts: dict[str, Verdict] = {"S": "Supports", "A": "Author's duty", "N": "Not applicable"}
    return Criterion(number, name, verdicts[letter], reason, tuple(proofs.split()))


CRITERIA = tuple(map(_criterion, Path(__file__).with_suffix(".txt").read_text("utf-8").splitlines()))
"""All of them: 4.1.1 was removed from WCAG 2.2."""
