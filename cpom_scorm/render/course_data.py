"""`course-data.js`: the course as the player knows it from the start, without texts and answer keys."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from cpom_scorm.blocks import Recording
from cpom_scorm.course.contents import placed_kept
from cpom_scorm.course.record_size import text_lengths
from cpom_scorm.interactions import Interaction
from cpom_scorm.render.bidi import direction, with_titles_set_off
from cpom_scorm.render.places import script_name, section_stops
from cpom_scorm.render.quiz_data import quiz_data

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.course.lock import Lock
    from cpom_scorm.course.model import Course, Page, Section
    from cpom_scorm.editions import Edition
    from cpom_scorm.render.catalogue import Catalogue

VERSION = 1
PAGE_FEATURES = ("terms",)
"""Rows of the player's `view/page_features.js`."""
NAMESPACE = "(globalThis.cpomScorm ||= {})"
"""The one name that the player adds to the window (CSP-05)."""


def course_data(
    course: Course, edition: Edition, lock: Lock, t: Catalogue, *, player: str, build: str
) -> bytes:
    """Write the script for one edition.

    `player` is the linked player, which decides what strings are needed; `build` is the token that
    `probe.txt` holds as well.
    """
    course = with_titles_set_off(course)
    kinds = used_kinds(course)
    scoring = course.scoring
    data = {
        "version": VERSION,
        "id": course.id,
        "title": course.title,
        "shortTitle": course.short_title or course.title,
        "language": course.language,
        "locale": t.forms.tag,
        "direction": direction(course.language),
        "build": build,
        "runtime": _runtime(edition, scoring.status),
        "responses": {kind: asdict(form) for kind, form in edition.responses.items() if kind in kinds},
        "limits": asdict(edition.limits),
        "scoring": {
            "pass": _share(scoring.pass_mark),
            "require": scoring.require,
            "counted": scoring.counted,
        },
        "interactions": course.interactions,
        "record": {
            "slots": [slot.entry for slot in lock.slots],
            "generations": list(lock.generations),
            "texts": text_lengths(course),
            **_withheld(course),
            **_fallbacks(lock),
        },
        "pages": list(_pages(course)),
        "sections": [
            _section(course, number, section, t) for number, section in enumerate(course.sections, 1)
        ],
        "questions": dict(_questions(course)),
        "strings": t.used_by(player),
    }
    return script(f"{NAMESPACE}.course=", data, ";\n")


def _fallbacks(lock: Lock) -> dict[str, dict[str, str]]:
    places = lock.published.fallbacks() if lock.published else {}
    return {"gone": places} if places else {}


def used_kinds(course: Course) -> frozenset[str]:
    """Give the kinds of blocks that the course holds, interactions included."""
    quizzes = [section.quiz.every_question for section in course.sections if section.quiz]
    pages = [page.blocks for _, page, _ in course.placed_pages()]
    return frozenset(block.kind for blocks in (*quizzes, *pages) for block in blocks)


def page_features(course: Course) -> frozenset[str]:
    """Give what pages of the course need of the player besides blocks."""
    return frozenset(PAGE_FEATURES if course.glossary else ())


def script(before: str, value: object, after: str) -> bytes:
    """Write a value into a script. Only ASCII: a server may send scripts with any charset, or none."""
    return f"{before}{json.dumps(value, separators=(',', ':'))}{after}".encode("ascii")


def _runtime(edition: Edition, vocabulary: str) -> dict[str, Any]:
    form = asdict(edition.runtime)
    form["status"] = form.pop("statuses")[vocabulary]
    return form


def _pages(course: Course) -> Iterator[dict[str, Any]]:
    numbers = {section.id: number for number, section in enumerate(course.sections, 1)}
    for _, page, section in course.placed_pages():
        yield {
            "id": page.id,
            "title": page.title,
            "minutes": page.minutes,
            "required": page.required,
            "section": section.id if section else None,
            "script": script_name(numbers[section.id] if section else 0),
            "questions": [question.id for question in _checks(page)],
            **_plays(page),
        }


def _withheld(course: Course) -> dict[str, list[str]]:
    """Give what learners write in their own words: it stays out of copies on their devices (SEC-15)."""
    texts = [block.id for _, block in placed_kept(course) if block.is_free_text]
    return {"withheld": texts} if texts and not course.free_text_on_device else {}


def _plays(page: Page) -> dict[str, list[str]]:
    plays = [block.id for block in page.blocks if isinstance(block, Recording) and block.keeps]
    return {"plays": plays} if plays else {}


def _section(course: Course, number: int, section: Section, t: Catalogue) -> dict[str, Any]:
    return {
        "id": section.id,
        "number": section.number,
        "title": section.title,
        "shortTitle": section.short_title or section.title,
        "script": script_name(number),
        "minutes": sum(stop.minutes for stop in section_stops(section)),
        "pages": [page.id for page in section.pages],
        "quiz": quiz_data(course, section, section.quiz, t) if section.quiz else None,
    }


def _questions(course: Course) -> Iterator[tuple[str, dict[str, Any]]]:
    for _, page, section in course.placed_pages():
        for question in _checks(page):
            yield question.id, _question(question, section.id if section else None, in_quiz=False)
    for section in course.sections:
        for question in section.quiz.every_question if section.quiz else ():
            yield question.id, _question(question, section.id, in_quiz=True)


def _question(question: Interaction, section: str | None, *, in_quiz: bool) -> dict[str, Any]:
    return {
        "kind": question.kind,
        "weight": question.weight,
        "tries": 1 if in_quiz else question.tries,
        "credit": question.credit,
        "scored": question.is_scored,
        "section": section,
        "quiz": in_quiz,
        "shuffle": bool(getattr(question, "shuffle", False)),
    }


def _checks(page: Page) -> Iterator[Interaction]:
    return (block for block in page.blocks if isinstance(block, Interaction))


def _share(percent: int) -> float:
    return percent / 100
