"""A course in the made-up language: every word is the author's or comes from the catalogue (A11Y-10).

If these fail, somebody reads English in the middle of another language.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.browser.own_window import open_package, own_api
from tests.browser.tour import go, tour
from tests.full_course import build_full_course, loaded

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from cpom_scorm.build import BuiltPackage
    from tests.browser.site import Site
    from tests.full_course import Kind

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("untranslated")]

AUTHOR = re.compile(r"«[^«»]*»")
CATALOGUE = re.compile(r"\[[^\[\]]*\]")
WRITTEN = re.compile(
    r"\b(?:Heading|(?:the )?system|process|first|other|One|Two|Three|or \(|(?:All|Little) about \w+\.|zz\b)"
)
"""Words of the full course that its author cannot choose, and what learners type in tests."""
DATE = re.compile(r"[A-Z][a-z]{2} \d{1,2}, \d{4}, \d{1,2}:\d{2}\s[AP]M")
"""As `Intl` writes it in English."""
EVERYTHING = """() => {
  const shown = [document.title, document.body.innerText];
  const told = ["alt", "aria-label", "aria-description", "aria-valuetext", "placeholder", "title"];
  for (const name of told)
    for (const node of document.querySelectorAll(`[${name}]`)) shown.push(node.getAttribute(name));
  for (const node of document.querySelectorAll("svg :is(title, desc, text)")) shown.push(node.textContent);
  for (const node of document.querySelectorAll("*"))
    for (const part of ["::before", "::after"]) {
      const { content } = getComputedStyle(node, part);
      if (content.startsWith('"')) shown.push(JSON.parse(content));
    }
  return shown.join("\\n");
}"""


def marked(place: str, kind: Kind) -> str:
    """Give an author's text that cannot be taken for anything else."""
    return f"«{place}»" if kind != "block" else f"«{place}», *«more»*.\n\n- «a»\n- «b»"


def nobodys(read: str) -> list[str]:
    """Give the lines with letters that are neither the author's nor in the brackets of the catalogue."""
    left = DATE.sub("", AUTHOR.sub("", read))
    while CATALOGUE.search(left):
        left = CATALOGUE.sub("", left)
    left = WRITTEN.sub("", left)
    return sorted({line.strip() for line in left.splitlines() if re.search(r"[^\W\d_]", line)})


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("untranslated") / "course"


@pytest.fixture(scope="module")
def package(folder: Path) -> BuiltPackage:
    result = build_full_course(folder, marked, language="en-XA")
    assert result.packages, [found.message for found in result.report]
    return result.packages[-1]


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(reduced_motion="reduce")
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


def test_what_nobody_translated_would_be_found() -> None:
    assert nobodys("«A title»\n[Ŝàṽéð 12 one]\n[Ŕéšûɱé: «A title» one]\nSep 3, 2026, 1:05 PM") == []
    assert nobodys("[Ŝàṽéð one] Exit\n«A title»: two") == [": two", "Exit"]


def test_a11y_10_every_word_on_the_way_through_a_course_is_the_authors_or_translated(
    page: Page, site: Site, package: BuiltPackage, folder: Path
) -> None:
    """Launch page, pages, every block and question, right and wrong, quizzes, results, outline, exit."""
    page.add_init_script(own_api(package))
    open_package(page, site, package)
    assert nobodys(page.evaluate(EVERYTHING)) == []
    read = tour(page, loaded(folder))
    assert read.count("[") > 500
    assert nobodys(read) == []


@pytest.mark.parametrize(
    "place", ["", "#/page/parts", "#/page/kinds", "#/page/checks", "#/quiz/one", "#/quiz/three"]
)
def test_a11y_10_what_is_only_heard_or_drawn_is_translated_too(
    page: Page, site: Site, package: BuiltPackage, place: str
) -> None:
    """Names, descriptions, the window's title and what style sheets write."""
    page.add_init_script(own_api(package))
    open_package(page, site, package, place)
    if place and not page.locator("#outline").is_visible():
        page.locator("#outline-toggle").click()
        page.locator("#outline a").first.wait_for()
    assert nobodys(page.evaluate(EVERYTHING)) == []


@pytest.mark.parametrize(
    ("state", "lms"),
    [
        ("a damaged record", {"values": {"cmi.suspend_data": "1not-a-record"}}),
        ("a review", {"values": {"cmi.mode": "review"}}),
        ("nothing saved", {"commit": "false"}),
        ("no LMS", {"api": False}),
    ],
)
def test_a11y_10_notices_are_translated(
    page: Page, site: Site, package: BuiltPackage, state: str, lms: dict[str, object]
) -> None:
    page.add_init_script(own_api(package, **lms))  # type: ignore[arg-type]
    open_package(page, site, package, "#/page/welcome" if lms.get("api", True) else "")
    notice = page.locator(":is(#main [data-notices], #strip) .note:visible")
    notice.first.wait_for(timeout=20_000)
    read = page.evaluate(EVERYTHING)
    for place in ("#/page/nowhere", "#/exit"):
        go(page, place)
        read += page.evaluate(EVERYTHING)
    assert nobodys(read) == []
