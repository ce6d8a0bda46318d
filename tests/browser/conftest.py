"""The course's packages and an LMS, made once for all browser tests of a process."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from cpom_scorm.build import BuildOptions, BuiltPackage, build_course
from cpom_scorm.course.load import load_course
from tests.browser.forms import answer_request, open_forms
from tests.browser.lms import Lms
from tests.browser.own_window import open_package, own_api, values_after
from tests.browser.site import Site
from tests.full_course import loaded, write_full_course

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Page

    from cpom_scorm.course.model import Course

Opener = Callable[..., Any]
"""Opens the full course in a window of its own."""


@pytest.fixture(scope="session")
def packages(root: Path) -> dict[str, BuiltPackage]:
    """The real course in all editions, by edition id."""
    result = build_course(root / "course", BuildOptions())
    assert result.packages, [found.message for found in result.report]
    return {package.edition.id: package for package in result.packages}


@pytest.fixture(scope="session")
def course(root: Path) -> Course:
    """The real course."""
    loaded = load_course(root / "course").course
    assert loaded is not None
    return loaded


@pytest.fixture(scope="module")
def lms(browser: Browser) -> Iterator[Lms]:
    """An LMS on a port of its own."""
    started = Lms(browser)
    yield started
    started.stop()


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    # Browsers ask for this of their own accord, sooner or later.
    started = Site(files={"favicon.ico": b""}).start()
    yield started
    started.stop()


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    """A page for the forms of questions alone."""
    page = browser.new_page(viewport={"width": 1000, "height": 900})
    page.route("**/*", answer_request)
    yield page
    page.close()


@pytest.fixture
def forms(tab: Page) -> Page:
    """Every kind of question, unanswered."""
    open_forms(tab)
    return tab


@pytest.fixture(scope="session")
def full_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course with every block and question, as its author wrote it."""
    folder = tmp_path_factory.mktemp("full") / "course"
    write_full_course(folder)
    return folder


@pytest.fixture(scope="session")
def full_course(full_folder: Path) -> Course:
    """What the author of that course says."""
    return loaded(full_folder)


@pytest.fixture(scope="session")
def full_packages(full_folder: Path) -> dict[str, BuiltPackage]:
    """The same course in all editions, by edition id."""
    result = build_course(full_folder, BuildOptions())
    assert result.packages, [found.message for found in result.report]
    return {package.edition.id: package for package in result.packages}


@pytest.fixture(scope="session")
def full_package(full_packages: dict[str, BuiltPackage]) -> BuiltPackage:
    """The same in the newest edition: views are the same in all."""
    return list(full_packages.values())[-1]


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(reduced_motion="reduce")
    yield made
    made.close()


@pytest.fixture(scope="module")
def kept(
    context: BrowserContext, site: Site, full_package: BuiltPackage, full_course: Course
) -> dict[str, dict[str, Any]]:
    """What the LMS holds of learners at several points."""
    begun = {"pages": 2, "quizzes": False, "open_attempt": True}
    return {
        "fresh": {},
        "begun": values_after(context, site, full_package, full_course, **begun),
        "passed": values_after(context, site, full_package, full_course),
        "failed": values_after(context, site, full_package, full_course, right=False),
        "damaged": {"cmi.suspend_data": "1not-a-record"},
    }


@pytest.fixture
def opened(
    context: BrowserContext, site: Site, full_package: BuiltPackage, kept: dict[str, Any]
) -> Iterator[Opener]:
    """Opens the package at a place, for a learner of `kept`."""
    pages: list[Page] = []

    def opener(place: str = "", learner: str = "fresh", **lms: Any) -> Page:
        page = context.new_page()
        pages.append(page)
        values = {**kept[learner], **lms.pop("values", {})}
        page.add_init_script(own_api(full_package, values, **lms))
        open_package(page, site, full_package, place)
        return page

    yield opener
    for page in pages:
        page.close()
