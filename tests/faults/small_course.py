"""A course that is played in a second: pages with a question each, and one quiz."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import yaml

from cpom_scorm.build import BuildOptions, BuiltPackage, build_course
from tests.full_course import loaded

if TYPE_CHECKING:
    from pathlib import Path

    from cpom_scorm.course.lock import Lock
    from cpom_scorm.course.model import Course

PAGES = ("p1", "p2", "p3")


@dataclass(frozen=True)
class SmallCourse:
    """A course and its packages, by edition id."""

    course: Course
    packages: dict[str, BuiltPackage]
    lock: Lock | None


def build_small_course(
    folder: Path, pages: tuple[str, ...] = PAGES, *, questions: int = 2, earlier: Lock | None = None
) -> SmallCourse:
    """Write and build it. Page `p1` asks `c1`, the quiz `q1` and so on; `earlier` is what was built."""
    folder.mkdir(parents=True)
    asked = [_question(f"q{n + 1}") for n in range(questions)]
    quiz = {"title": "Quiz", "minutes": 1, "show": "all", "questions": asked}
    section = {
        "id": "only", "number": "1", "title": "Section", "short_title": "Section", "summary": "All of it.",
        "objectives": [{"id": "o1", "text": "Know it"}], "pages": [_page(name) for name in pages],
        "quiz": quiz,
    }  # fmt: skip
    course = {
        "id": "fault-bench", "title": "Fault bench", "language": "en-US", "subtitle": "Small",
        "sections": ["only.yaml"],
        "description": "Played under faults.", "overview_title": "What you do", "outcomes": ["Know it"],
        "notice": "A test.", "scoring": {"pass_mark": 70},
    }  # fmt: skip
    for name, data in {"course": course, "only": section}.items():
        (folder / f"{name}.yaml").write_text(yaml.safe_dump(data, sort_keys=False), encoding="utf-8")
    result = build_course(folder, replace(BuildOptions(), earlier=earlier))
    assert result.packages, [found.message for found in result.report]
    packages = {package.edition.id: package for package in result.packages}
    return SmallCourse(loaded(folder), packages, result.lock)


def _page(name: str) -> dict[str, Any]:
    check = _question(name.replace("p", "c"))
    return {"id": name, "title": f"Page {name}", "minutes": 1, "blocks": [check]}


def _question(name: str) -> dict[str, Any]:
    return {
        "kind": "true_false",
        "id": name,
        "stem": f"This is {name}.",
        "correct": True,
        "feedback": "It is.",
    }
