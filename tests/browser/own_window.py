"""A package in a window of its own, with the LMS's API in that same window: the quickest way to any state."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cpom_scorm.course.contents import placed_questions
from tests.browser.answering import answering

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playwright.sync_api import BrowserContext, Page

    from cpom_scorm.build import BuiltPackage
    from cpom_scorm.course.model import Course
    from tests.browser.site import Site

HERE = Path(__file__).parent
PLAYER = HERE.parents[1] / "cpom_scorm" / "player"


def own_api(
    package: BuiltPackage, values: Mapping[str, str] | None = None, *, commit: str = "true", api: bool = True
) -> str:
    """Give a script that makes the LMS. `commit`: its answer; without `api` there is only a record."""
    runtime = package.edition.runtime
    config = {
        "api": runtime.api if api else "",
        "calls": dict(runtime.calls),
        "values": dict(values or {}),
        "commit": commit,
    }
    return f"{(HERE / 'own_api.js').read_text('utf-8')}({json.dumps(config)});"


def values_after(
    context: BrowserContext,
    site: Site,
    package: BuiltPackage,
    course: Course,
    *,
    right: bool = True,
    quizzes: bool = True,
    open_attempt: bool = False,
    pages: int = 999,
) -> dict[str, Any]:
    """Give what an LMS holds after a learner saw so many pages and took all quizzes, or began them."""
    files = {path.relative_to(PLAYER).as_posix(): path.read_bytes() for path in PLAYER.rglob("*.js")}
    site.add("player", files)
    folder = f"made-{package.edition.id}-{len(site.requests)}"
    site.add(folder, package.files)
    site.files["blank.html"] = b"<!doctype html><title>blank</title>"
    page = context.new_page()
    page.add_init_script(own_api(package))
    page.goto(f"{site.origin}/blank.html")
    questions = (placed.question for placed in placed_questions(course))
    answers = {
        question.id: answering(question).right(question) if right else answering(question).wrong(question)
        for question in questions
    }
    deeds = {
        "folder": folder, "answers": answers, "quizzes": quizzes, "open": open_attempt, "pages": pages
    }  # fmt: skip
    held: dict[str, Any] = page.evaluate((HERE / "make_record.js").read_text("utf-8"), deeds)
    page.close()
    return held


def open_package(
    page: Page, site: Site, package: BuiltPackage, place: str = "", files: Mapping[str, bytes] | None = None
) -> None:
    """Open a package in this window and wait for its first view."""
    folder = f"alone-{package.edition.id}-{len(site.requests)}"
    site.add(folder, files or package.files)
    page.goto(f"{site.origin}/{folder}/index.html{place}")
    page.wait_for_function(
        """() => document.querySelector(
          location.hash.length > 2 ? "#view h1" : "#launch h1")?.checkVisibility()"""
    )
