"""Learners on slow lines, and LMSs that block on every call, feel each byte and call: both have a budget."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bench.neutral_course import write_course
from cpom_scorm.build import BuildOptions, BuiltPackage, build_course
from cpom_scorm.course.load import load_course
from cpom_scorm.editions import EDITIONS, Edition
from tests.browser.learner import Learner, right
from tests.browser.lms import Visit
from tests.browser.own_window import own_api
from tests.browser.site import Site

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

    from cpom_scorm.course.model import Course

EVERY_EDITION = pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: edition.id)
KB = 1000
MOST_SCRIPT, MOST_STYLE, MOST_FIRST_VIEW, MOST_ZIP = 48 * KB, 32 * KB, 110 * KB, 80 * KB
MOST_REQUESTS = 4
MOST_CALLS = 400


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The neutral course: five sections of five pages and five questions."""
    made = tmp_path_factory.mktemp("neutral") / "course"
    write_course(made)
    return made


@pytest.fixture(scope="module")
def neutral(folder: Path) -> dict[str, BuiltPackage]:
    result = build_course(folder, BuildOptions())
    return {package.edition.id: package for package in result.packages}


@pytest.fixture(scope="module")
def neutral_course(folder: Path) -> Course:
    course = load_course(folder).course
    assert course is not None
    return course


@EVERY_EDITION
def test_perf_01_a_package_is_small(neutral: dict[str, BuiltPackage], edition: Edition) -> None:
    package = neutral[edition.id]
    sizes = {name: len(data) for name, data in package.files.items()}
    first = sum(sizes[name] for name in ("index.html", "styles.css", "course-data.js", "player.js"))
    spent = [sizes["player.js"], sizes["styles.css"], first, len(package.archive)]
    budget = [MOST_SCRIPT, MOST_STYLE, MOST_FIRST_VIEW, MOST_ZIP]
    assert [] == [(size, most) for size, most in zip(spent, budget, strict=True) if size > most]


@pytest.mark.browser
def test_perf_01_the_first_view_is_four_requests(browser: Browser, neutral: dict[str, BuiltPackage]) -> None:
    """Counted by the server while a browser shows the launch page; the save probe does not count."""
    package = neutral[EDITIONS[-1].id]
    site = Site().start()
    site.add("course", package.files)
    page = browser.new_page()
    page.add_init_script(own_api(package))
    page.goto(f"{site.origin}/course/index.html", wait_until="networkidle")
    asked = [name.removeprefix("course/") for name in site.requests if "probe" not in name]
    page.close()
    site.stop()
    asked = [name for name in asked if name != "favicon.ico"]  # The browser's own idea, not the course's.
    assert len(asked) <= MOST_REQUESTS
    assert sum(len(package.files[name]) for name in asked) <= MOST_FIRST_VIEW


@pytest.mark.browser
@pytest.mark.parametrize("edition", [EDITIONS[0], EDITIONS[-1]], ids=lambda edition: edition.id)
def test_perf_01_a_whole_session_is_400_calls_with_every_field_of_every_answer(
    browser: Browser, neutral: dict[str, BuiltPackage], neutral_course: Course, edition: Edition
) -> None:
    """The clock stands still, so that slow machines count the same: no page is read for ten seconds."""
    site = Site().start()
    site.add("content", neutral[edition.id].files)
    page = browser.new_page()
    page.clock.install()
    page.add_init_script(own_api(neutral[edition.id]))
    page.goto(f"{site.origin}/content/index.html")
    page.clock.pause_at(page.evaluate("Date.now() + 1000"))
    learner = Learner(Visit(page, edition), neutral_course)
    learner.begin()
    for section in neutral_course.sections:
        for one in section.pages:
            learner.read_page(one.id, right)
            learner.next()
        learner.take_quiz(section, right)
        if section is not neutral_course.sections[-1]:
            learner.press(page.locator("#view .result a.btn"))
    page.evaluate("location.hash = '#/exit'")
    page.locator("#view h1", has_text="close this window").wait_for()
    record = page.evaluate("record")
    page.close()
    site.stop()
    assert [] == missing_fields(record["held"], edition)
    assert record["held"][edition.runtime.elements["score.raw"]] == "100"
    assert len(record["calls"]) <= MOST_CALLS


def missing_fields(held: dict[str, str], edition: Edition) -> list[str]:
    """Name what the LMS was not told about one of the 25 answers. These questions have no objectives."""
    elements = [
        element
        for name, element in edition.runtime.elements.items()
        if name.startswith("interaction.") and not name.endswith((".count", ".objective"))
    ]
    elements = [element.replace("{m}", "0") for element in elements]
    wanted = [element.replace("{n}", str(number)) for number in range(25) for element in elements]
    return [element for element in wanted if not held.get(element)]
