"""What the module must not say, as far as words can tell (the brief's list of claims without a source)."""

from __future__ import annotations

import re

import pytest

from tests.module_one.reading import text_of, texts

FORBIDDEN = {
    "a fee of the issuer": r"\$\s?4?395\b",
    "facts of the exam": r"POM-001|\b120 items\b|\b180 minutes\b|\b720 on\b|100.900 scale",
    "accreditation of the program": r"CPOM[^.]*\bis accredited\b|\baccreditation-ready\b",
    "credit for this module": r"\b(earns?|awards?|offers?) (ACPE|CPE|continuing education) credit",
    "endorsement": r"\b(endorsed|recognized|approved) by (ASHP|APhA|BPS|NABP|The Joint|a state board)",
    "superlatives": r"\bthe (only|leading|premier|gold.standard) (credential|certification|program)\b",
    "industry standard": r"\bindustry standard\b",
    "pay or promotion": r"\b(guarantees?|ensures?) (a )?(raise|promotion|salary|job)\b",
    "pass rates and holders": r"\bpass rate of\b|\bholders worldwide\b",
    "legal scope": r"\b(widens|expands|extends) (your |the )?(legal )?scope of practice\b",
    "that it earns the credential": r"\b(completing|finishing|passing) this module (earns|awards|makes)\b",
    "analogies of the issuer's lessons": r"five fingers|accidental manager|no department is an island",
    "contact hours": r"\bcontact hours?\b",
    "old safety goals as current": r"\bNPSG\.\d",
}
_NAMED_AS_UNPROVED = re.compile(r"[“\"][^”\"]*[”\"]")


@pytest.mark.parametrize("claim", FORBIDDEN)
def test_the_module_makes_no_such_claim(claim: str) -> None:
    """Quoted sentences are examples of claims to be checked, so they do not count."""
    pattern = re.compile(FORBIDDEN[claim], re.IGNORECASE)
    found = [
        f"{text.section}/{text.page}: {text.plain}"
        for text in texts()
        if text.key not in {"stem", "text"} or text.page != "quiz"
        if pattern.search(_NAMED_AS_UNPROVED.sub("", text.plain))
    ]
    assert found == []


@pytest.mark.parametrize("claim", FORBIDDEN)
def test_each_pattern_finds_something(claim: str) -> None:
    """A pattern that matches nothing would guard nothing."""
    examples = {
        "a fee of the issuer": "The exam costs $395.",
        "facts of the exam": "The exam has 120 items.",
        "accreditation of the program": "CPOM is accredited.",
        "credit for this module": "It earns ACPE credit.",
        "endorsement": "It is endorsed by ASHP.",
        "superlatives": "It is the leading credential.",
        "industry standard": "It is the industry standard.",
        "pay or promotion": "It guarantees a promotion.",
        "pass rates and holders": "It has a pass rate of 90%.",
        "legal scope": "It expands your scope of practice.",
        "that it earns the credential": "Completing this module earns the credential.",
        "analogies of the issuer's lessons": "Think of five fingers.",
        "contact hours": "It gives three contact hours.",
        "old safety goals as current": "See NPSG.03.04.01.",
    }
    assert re.search(FORBIDDEN[claim], examples[claim], re.IGNORECASE)


def test_the_notice_says_what_it_must() -> None:
    notice = text_of("notice")
    for words in (
        "educational",
        "no continuing education credit",
        "no affiliation",
        "State law",
        "federal law as of",
        "fictional",
    ):
        assert words in notice
