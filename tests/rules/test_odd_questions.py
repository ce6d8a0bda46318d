"""Whatever the author's format lets through, the rules end with findings and never with a crash."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import yaml

from cpom_scorm.check import check_course
from cpom_scorm.interactions import INTERACTIONS
from tests.rules.course_fixtures import base_course

if TYPE_CHECKING:
    from pathlib import Path

EMPTIEST = {
    "true_false": {"correct": True},
    "choice": {"options": [], "correct": []},
    "hotspot": {"image": "media/dot.svg", "alt": "A dot.", "areas": [], "correct": []},
    "fill_in": {"accept": []},
    "cloze": {"text": "[[]] [[a", "gaps": []},
    "numeric": {"correct": 0},
    "matching": {"sources": [], "targets": [], "correct": {"a": "b"}},
    "categorise": {"items": [], "categories": [], "correct": {"a": "b"}},
    "sequencing": {"options": [], "correct": ["a"]},
    "performance": {"steps": []},
    "likert": {"scale": []},
    "long_fill_in": {},
}
"""Kind → the least that the format takes."""

AREA = {"text": "Here", "x": 0, "y": 0, "width": 0, "height": 0}
DECISION = {"text": "Wait", "next": "s"}
ODDEST = {
    "hotspot": {
        "image": "media/gone.svg",
        "alt": "A dot.",
        "areas": [{"id": "a", **AREA}, {"id": "a", **AREA}],
        "correct": "b",
    },
    "cloze": {"text": "[[a]][[a]]", "gaps": [{"id": "a", "accept": [], "options": ["b"]}] * 2},
    "performance": {
        "steps": [
            {"id": "s", "prompt": "Now?", "options": [], "correct": "a"},
            {"id": "s", "prompt": "Now?", "options": [{"id": "a", **DECISION}] * 2, "correct": "b"},
        ]
    },
    "likert": {"scale": [{"id": "a", "text": "Low"}] * 2, "statements": [{"id": "a", "text": "Low"}] * 2},
}
"""Kind → entries of the same id, without size or leading nowhere."""


def check(folder: Path, section: dict[str, object]) -> set[str]:
    """Give the ids of the rules that a course with this second section breaks."""
    text = yaml.safe_dump({"id": "two", "number": "2", "title": "Second section"} | section)
    files = base_course() | {"sections/two.yaml": text.encode()}
    for name, data in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(data)
    return {found.rule.id for found in check_course(folder, strict=True)}


def question(kind: str, odd: dict[str, object], name: str) -> dict[str, object]:
    """Give a question with what every kind has."""
    return {"kind": kind, "id": name, "stem": "Which?", "feedback": "So it is."} | odd


@pytest.mark.parametrize("kind", [one.model_fields["kind"].annotation.__args__[0] for one in INTERACTIONS])  # type: ignore[union-attr]
@pytest.mark.parametrize("table", [EMPTIEST, ODDEST], ids=["empty", "odd"])
def test_an_odd_question_is_told_without_a_crash(
    kind: str, table: dict[str, dict[str, object]], tmp_path: Path
) -> None:
    odd = (EMPTIEST | table)[kind]
    quiz = {
        "title": "Quiz",
        "minutes": 1,
        "pools": [{"draw": {"o9": 2}, "questions": [question(kind, odd, "b")]}, {"draw": 1, "questions": []}],
    }
    page = {"id": "ordering", "title": "Page", "minutes": 1, "blocks": [question(kind, odd, "a")]}
    assert {"QUE-022", "QUE-024"} <= check(tmp_path, {"pages": [page], "quiz": quiz})
