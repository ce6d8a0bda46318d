"""How the module reads: for professionals, in short sentences, with every abbreviation told at first use."""

from __future__ import annotations

import re
import statistics
from typing import Any

import pytest
import textstat

from tests.module_one.prose import for_formulas, running_text, words_read
from tests.module_one.reading import Text, content_sections, pages, texts

LONGEST_SENTENCE = 30
"""Words. The aim is under 20 on average; now and then a list of things needs more."""
_SENTENCE = re.compile(r"(?<=[.!?])[”\"]?\s+")
_ABBREVIATION = re.compile(r"\b(?:[A-Z]{2,}[a-z]?[A-Z]*|[A-Z][a-z]?[A-Z]{2,})s?\b")
_TOLD = r"\([^)]*\b{0}s?\b[^)]*\)|\b{0}\b[^.]* \(|\b{0},? (from|stands for)"
"""Inside brackets, before brackets, or with the words that explain it."""
_PROSE = {"text", "lead", "meaning"}
KNOWN = {
    "US", "ICU", "ID", "OK", "PO", "II", "III", "IV", "TWO", "THREE", "VII", "ISO", "IEC",
}  # fmt: skip
"""Read by every licensed pharmacist, or no abbreviation at all."""


def _prose(section: str) -> str:
    told = [
        text.plain if text.plain.endswith((".", "?", "!", "”")) else f"{text.plain}."
        for text in texts()
        if text.section == section and text.key in _PROSE and text.page not in {"quiz", "objectives"}
    ]
    return " ".join(told)


FORMULAS = (textstat.flesch_kincaid_grade, textstat.smog_index, textstat.coleman_liau_index)
"""Three that count different things: syllables of a word, long words of a sentence, letters of a word.

One alone is easily pleased or easily misled. Their mean is a grade of US schools.
"""


@pytest.mark.parametrize("section", content_sections(), ids=lambda section: section["id"])
def test_a_section_reads_at_the_level_of_professionals(section: dict[str, Any]) -> None:
    """Grade 10 to 12 in its running text: what the brief asks for readers who hold a doctorate."""
    text = for_formulas([paragraph for page in section["pages"] for paragraph in running_text(page)])
    assert 10 <= statistics.mean(formula(text) for formula in FORMULAS) <= 12


@pytest.mark.parametrize("section", [section["id"] for section in content_sections()])
def test_sentences_are_short_on_average(section: str) -> None:
    lengths = [len(sentence.split()) for sentence in _SENTENCE.split(_prose(section))]
    assert statistics.mean(lengths) < 20


def test_no_sentence_is_long() -> None:
    long = [
        (text.page, sentence)
        for text in texts()
        if text.key in _PROSE
        for line in re.split(r"\n\s*(?:[-*\d]|\n)", text.text)
        for sentence in _SENTENCE.split(Text("", "", "", line).plain)
        if len(sentence.split()) > LONGEST_SENTENCE
    ]
    assert long == []


@pytest.mark.parametrize(("section", "page"), pages(), ids=[page["id"] for _, page in pages()])
def test_a_page_has_one_idea_and_something_to_do(section: str, page: dict[str, Any]) -> None:
    """Of 250 to 400 words, tables with them; questions, activities and captions of pictures come on top."""
    assert 250 <= words_read(page) <= 400
    assert any("feedback" in block for block in page["blocks"]), f"{section}/{page['id']} asks nothing"


def test_abbreviations_are_told_at_first_use() -> None:
    """Told: with its meaning beside it, in brackets after it, or among the terms of the page."""
    told: set[str] = set(KNOWN)
    missing = []
    for text in texts():
        if text.section == "glossary":
            break
        told |= _told_on(text.page)
        for found in _ABBREVIATION.finditer(text.plain):
            name = found.group().rstrip("s")
            if re.search(_TOLD.format(name), text.plain):
                told.add(name)
            if name not in told:
                told.add(name)
                missing.append((text.section, text.page, name))
    assert missing == []


def _told_on(page_id: str) -> set[str]:
    return {
        name.rstrip("s")
        for _, page in pages()
        if page["id"] == page_id
        for term in page.get("terms", [])
        for name in _ABBREVIATION.findall(term["term"])
    }


def test_no_line_of_a_sum_becomes_a_list() -> None:
    """Markdown takes a line that begins with + and a space for a list, wherever an editor wrapped it."""
    broken = [text.text for text in texts() if re.search(r"^\s*\+ ", text.text, re.MULTILINE)]
    assert not broken
