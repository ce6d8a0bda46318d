"""The launch page, which is the frame of all others: complete before the player runs, and without it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from cpom_scorm.course.addresses import content_policy
from cpom_scorm.render.bidi import direction, one_way, with_titles_set_off
from cpom_scorm.render.places import Stop, section_stops, stops
from cpom_scorm.render.views import duration_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpom_scorm.course.model import Course, Section
    from cpom_scorm.render.catalogue import Catalogue
    from cpom_scorm.render.theme import Theme

_SHOWN = ("title", "subtitle", "tagline", "overview_title", "outcomes", "cover_notes", "notice", "language")


def launch_page(course: Course, theme: Theme, t: Catalogue) -> str:
    """Render `index.html`. It shows a course that nobody has begun; the player fills in what is known."""
    # "Module 1: Introduction" stands below "Module 1".
    heading = course.title.removeprefix(f"{course.short_title}: ")
    if direction(course.language) == "rtl":
        heading = one_way(heading)
    shown = with_titles_set_off(course)
    order = stops(shown)
    names = {
        "course": _course_view(shown) | {"heading": heading, "digits": t.forms.digits},
        "sections": [_section_view(section, t) for section in shown.sections],
        "start": {"href": order[0].href if order else "#/"},
        "time": t.fill("launch.time", all=duration_text(t, sum(stop.minutes for stop in order))),
        "steps": _steps(order, t),
        # Neither quotes nor brackets can be in it: the form of origins sees to that.
        "policy": Markup(content_policy(shown)),  # noqa: S704
        "t": t,
    }
    return theme.render("launch.html", names)


def _course_view(course: Course) -> dict[str, Any]:
    return {name: getattr(course, name) for name in _SHOWN} | {
        "short_title": course.short_title or course.title,
        "eyebrow": [part for part in (course.short_title, course.program) if part],
        "has_glossary": bool(course.glossary),
        "direction": direction(course.language),
    }


def _section_view(section: Section, t: Catalogue) -> dict[str, Any]:
    own = tuple(section_stops(section))
    return {
        "id": section.id,
        "number": section.number,
        "title": section.title,
        "summary": section.summary,
        "href": own[0].href if own else "#/",
        "minutes": duration_text(t, sum(stop.minutes for stop in own)),
    }


def _steps(order: Sequence[Stop], t: Catalogue) -> dict[str, Any]:
    total = sum(stop.counts for stop in order)
    has_quiz = any(stop.page is None for stop in order)
    return {
        "total": max(1, total),
        "text": t.fill("progress.steps" if has_quiz else "progress.pages", done=0, count=total),
        "label": t.fill("progress.label", done=0, total=total),
    }
