"""Writes the neutral benchmark course: 5 sections of 5 pages, each section with 5 single-choice questions.

The sentences come from fixed word lists and a fixed seed, so every tool is measured on the same text.

usage: python bench/neutral_course.py FOLDER
"""

from __future__ import annotations

import random
import sys
from dataclasses import dataclass
from pathlib import Path

SEED = 20240601
SUBJECTS = {
    "Workflow and staffing": ("intake", "verification", "queue", "shift", "handover"),
    "Inventory and ordering": ("cycle count", "par level", "recall", "expiry", "wholesaler"),
    "Controlled substances": ("ledger", "reconciliation", "discrepancy", "vault", "witness"),
    "Quality and safety": ("near miss", "root cause", "label check", "high-alert list", "double check"),
    "Metrics and leadership": ("dashboard", "huddle", "escalation", "coaching", "audit"),
}
VERBS = (
    "review",
    "record",
    "compare",
    "confirm",
    "assign",
    "report",
    "plan",
    "measure",
    "discuss",
    "adjust",
)
NOUNS = (
    "the daily schedule",
    "the exception list",
    "each open task",
    "the current count",
    "the training file",
    "the error log",
    "the service target",
    "the supplier notice",
    "the staffing ratio",
    "the written procedure",
)
ENDINGS = (
    "before the first shift starts",
    "when the queue grows",
    "at the end of each week",
    "with a second person",
    "and keep the signed copy",
    "so that the team can act early",
    "and note the reason for any change",
    "while the data is still fresh",
    "in the order the policy gives",
    "and share the result at the huddle",
)


@dataclass(frozen=True)
class NeutralPage:
    """A page: three paragraphs and a list of four."""

    id: str
    title: str
    paragraphs: tuple[str, ...]
    bullets: tuple[str, ...]


@dataclass(frozen=True)
class NeutralQuestion:
    """A single-choice question with four options, one of them right."""

    id: str
    stem: str
    options: tuple[str, ...]
    correct: int


@dataclass(frozen=True)
class NeutralSection:
    """Pages and the questions of their quiz."""

    id: str
    title: str
    pages: tuple[NeutralPage, ...]
    questions: tuple[NeutralQuestion, ...]


def neutral_sections() -> tuple[NeutralSection, ...]:
    """Compose the text; the same in every run."""
    chance = random.Random(SEED)
    return tuple(
        _section(chance, number, title, topics) for number, (title, topics) in enumerate(SUBJECTS.items(), 1)
    )


def write_course(folder: Path) -> None:
    """Write the course in this project's YAML format. The folder is created."""
    (folder / "sections").mkdir(parents=True, exist_ok=True)
    sections = neutral_sections()
    lines = [
        "id: bench-course",
        "title: Pharmacy operations benchmark course",
        "language: en",
        "sections:",
        *(f"- sections/{section.id}.yaml" for section in sections),
    ]
    (folder / "course.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    for section in sections:
        text = "\n".join(_section_lines(section)) + "\n"
        (folder / "sections" / f"{section.id}.yaml").write_text(text, encoding="utf-8")


def _sentence(chance: random.Random, topic: str) -> str:
    text = f"{chance.choice(VERBS)} {chance.choice(NOUNS)} for {topic} {chance.choice(ENDINGS)}."
    return text[0].upper() + text[1:]


def _section(chance: random.Random, number: int, title: str, topics: tuple[str, ...]) -> NeutralSection:
    pages = []
    for place, topic in enumerate(topics, 1):
        paragraphs = tuple(" ".join(_sentence(chance, topic) for _ in range(5)) for _ in range(3))
        bullets = tuple(_sentence(chance, topic) for _ in range(4))
        pages.append(
            NeutralPage(f"s{number}p{place}", f"{number}.{place} Managing the {topic}", paragraphs, bullets)
        )
    questions = []
    for place, topic in enumerate(topics, 1):
        right = _sentence(chance, topic)
        options = [_sentence(chance, "an unrelated area") for _ in range(3)]
        correct = chance.randrange(4)
        options.insert(correct, right)
        stem = f"Question {number}.{place}: which action belongs to the {topic}?"
        questions.append(NeutralQuestion(f"s{number}q{place}", stem, tuple(options), correct))
    return NeutralSection(f"s{number}", f"Section {number}: {title}", tuple(pages), tuple(questions))


def _section_lines(section: NeutralSection) -> list[str]:
    lines = [f"id: {section.id}", f'number: "{section.id[1:]}"', f'title: "{section.title}"', "pages:"]
    for page in section.pages:
        lines += [f"- id: {page.id}", f'  title: "{page.title}"', "  minutes: 2", "  blocks:"]
        lines += ["  - kind: text", "    text: |"]
        for paragraph in page.paragraphs:
            lines += [f"      {paragraph}", ""]
        lines += [f"      - {bullet}" for bullet in page.bullets]
    lines += ["quiz:", f'  title: "Check: {section.title}"', "  minutes: 5", "  questions:"]
    for question in section.questions:
        lines += [
            "  - kind: choice",
            f"    id: {question.id}",
            f'    stem: "{question.stem}"',
            "    options:",
        ]
        for letter, option in zip("abcd", question.options, strict=True):
            lines.append(f'    - {{id: {letter}, text: "{option}"}}')
        lines += [
            f"    correct: {'abcd'[question.correct]}",
            "    feedback:",
            "      correct: Correct. This follows the page on the topic.",
            "      incorrect: Not quite. Read the page on the topic again.",
        ]
    return lines


if __name__ == "__main__":
    write_course(Path(sys.argv[1]))
