"""A course in the made-up language: every word is the author's or comes from the catalogue (A11Y-10).

If these fail, somebody reads English in the middle of another language.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
import yaml

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
CUT_SHORT = re.compile(r"[\[«][^\[\]«»\n]*…|…[^\[\]«»\n]*[\]»]")
"""Either of them, at an end of what search quotes or in a narrow place."""
TYPED = re.compile(r"\b(?:(?:All|Little) about \w+\.|zz\b)")
"""What learners type in tests."""
DATE = re.compile(r"[A-Z][a-z]{2} \d{1,2}, \d{4}, \d{1,2}:\d{2}\s[AP]M")
"""As `Intl` writes it in English."""
WORD = re.compile(r"[^\W\d_]+")
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


def texts_in(tree: Any) -> Iterator[str]:
    """Give every text of a YAML tree, keys aside."""
    if isinstance(tree, dict | list):
        for member in tree.values() if isinstance(tree, dict) else tree:
            yield from texts_in(member)
    elif isinstance(tree, str):
        yield tree


def own_words(folder: Path) -> frozenset[str]:
    """Give the words of a course that stand outside the marks: headings, answers, names of options."""
    trees = [yaml.safe_load(path.read_text("utf-8")) for path in folder.glob("*.yaml")]
    return frozenset(WORD.findall(AUTHOR.sub("", "\n".join(texts_in(trees)))))


def nobodys(read: str, own: frozenset[str] = frozenset()) -> list[str]:
    """Give the lines with words that are neither the author's nor in the brackets of the catalogue."""
    left = DATE.sub("", AUTHOR.sub("", read))
    while CATALOGUE.search(left):
        left = CATALOGUE.sub("", left)
    left = TYPED.sub("", CUT_SHORT.sub("", left))
    return sorted({line.strip() for line in left.splitlines() if not own.issuperset(WORD.findall(line))})


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("untranslated") / "course"


@pytest.fixture(scope="module")
def package(folder: Path) -> BuiltPackage:
    result = build_full_course(folder, marked, language="en-XA")
    assert result.packages, [found.message for found in result.report]
    return result.packages[-1]


@pytest.fixture(scope="module")
def own(folder: Path, package: BuiltPackage) -> frozenset[str]:
    return own_words(folder)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(reduced_motion="reduce")
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


def test_what_nobody_translated_would_be_found() -> None:
    assert nobodys("«A title»\n[Ŝàṽéð 12 one]\n[Ŕéšûɱé: «A title» one]\nSep 3, 2026, 1:05 PM") == []
    assert nobodys("[Ŝàṽéð one] Exit\n«A title»: two\nthree", frozenset(["three"])) == [": two", "Exit"]


def test_a11y_10_every_word_on_the_way_through_a_course_is_the_authors_or_translated(
    page: Page, site: Site, package: BuiltPackage, folder: Path, own: frozenset[str]
) -> None:
    """Launch page, pages, every block and question, right and wrong, quizzes, results, outline, exit."""
    page.add_init_script(own_api(package))
    open_package(page, site, package)
    assert nobodys(page.evaluate(EVERYTHING), own) == []
    read = tour(page, loaded(folder))
    assert read.count("[") > 500
    assert nobodys(read, own) == []


PLACES = ("", "#/page/parts", "#/page/kinds", "#/page/checks", "#/quiz/one", "#/quiz/three")
TOOLS = ("#/search/page", "#/search/nothing", "#/glossary", "#/help", "#/print", "#/record")


@pytest.mark.parametrize("place", [*PLACES, *TOOLS])
def test_a11y_10_what_is_only_heard_or_drawn_is_translated_too(
    page: Page, site: Site, package: BuiltPackage, own: frozenset[str], place: str
) -> None:
    """Names, descriptions, the window's title and what style sheets write."""
    page.add_init_script(own_api(package))
    open_package(page, site, package, place)
    if place and not page.locator("#outline").is_visible():
        page.locator("#outline-toggle").click()
        page.locator("#outline a").first.wait_for()
    assert nobodys(page.evaluate(EVERYTHING), own) == []


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
    page: Page, site: Site, package: BuiltPackage, own: frozenset[str], state: str, lms: dict[str, object]
) -> None:
    page.add_init_script(own_api(package, **lms))  # type: ignore[arg-type]
    open_package(page, site, package, "#/page/welcome" if lms.get("api", True) else "")
    notice = page.locator(":is(#main [data-notices], #strip) .note:visible")
    notice.first.wait_for(timeout=20_000)
    read = page.evaluate(EVERYTHING)
    for place in ("#/page/nowhere", "#/exit"):
        go(page, place)
        read += page.evaluate(EVERYTHING)
    assert nobodys(read, own) == []
