"""A course in Arabic (A11Y-10). If these fail, people read words in the wrong order, or not at all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from tests.arabic_texts import LATIN_TITLE, MIXED_TITLE, arabic
from tests.browser.audit import Look, faults, wear
from tests.browser.own_window import open_package, own_api, values_after
from tests.browser.tour import answer, go, submit_all, tour
from tests.full_course import build_full_course, loaded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Locator, Page

    from cpom_scorm.build import BuiltPackage
    from cpom_scorm.course.model import Course
    from tests.browser.site import Site

    Open = Callable[..., Page]

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("right-to-left")]

PHONE, FRAME = Look(320, 720, "light"), Look(1000, 640, "light")
PLACES_OF = """(node, words) => {
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  return words.map((word) => {
    walker.currentNode = node;
    while (walker.nextNode()) {
      const at = walker.currentNode.data.indexOf(word);
      if (at < 0) continue;
      range.setStart(walker.currentNode, at);
      range.setEnd(walker.currentNode, at + word.length);
      const { left, right } = range.getBoundingClientRect();
      return (left + right) / 2;
    }
    throw new Error(`no "${word}" in "${node.textContent}"`);
  });
}"""


def from_left(node: Locator, *words: str) -> list[str]:
    """Give words of one line in the order in which they stand on the screen."""
    places = node.evaluate(PLACES_OF, list(words))
    return [word for _, word in sorted(zip(places, words, strict=True))]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("arabic") / "course"


@pytest.fixture(scope="module")
def package(folder: Path) -> BuiltPackage:
    result = build_full_course(folder, arabic, language="ar")
    assert result.packages, [found.message for found in result.report]
    return result.packages[-1]


@pytest.fixture(scope="module")
def course(folder: Path, package: BuiltPackage) -> Course:
    return loaded(folder)


@pytest.fixture(scope="module")
def learners(
    context: BrowserContext, site: Site, package: BuiltPackage, course: Course
) -> dict[str, dict[str, Any]]:
    begun = values_after(context, site, package, course, pages=2, quizzes=False)
    failed = values_after(context, site, package, course, right=False)
    return {"fresh": {}, "begun": begun, "failed": failed}


@pytest.fixture
def open_at(
    context: BrowserContext, site: Site, package: BuiltPackage, learners: dict[str, dict[str, Any]]
) -> Iterator[Open]:
    """Opens the course at a place, for a learner of `learners`."""
    pages: list[Page] = []

    def opener(place: str = "", learner: str = "fresh") -> Page:
        page = context.new_page()
        pages.append(page)
        page.add_init_script(own_api(package, learners[learner]))
        open_package(page, site, package, place)
        return page

    yield opener
    for page in pages:
        page.close()


def test_a11y_10_the_document_says_its_language_and_direction(open_at: Open) -> None:
    page = open_at("", "begun")
    html = page.locator("html")
    assert (html.get_attribute("lang"), html.get_attribute("dir")) == ("ar", "rtl")
    assert page.locator("body").evaluate("node => getComputedStyle(node).direction") == "rtl"


def test_a11y_10_an_arabic_course_has_no_barrier_on_a_phone_or_in_the_frame_of_an_lms(
    open_at: Open, course: Course
) -> None:
    """A11Y-07, A11Y-08: nothing scrolls sideways and axe finds nothing, from launch page to result."""
    looks = (PHONE, FRAME)
    found = faults(open_at("", "begun"), "launch", looks)
    page = open_at("#/page/parts", "begun")
    found += faults(page, "blocks", looks)
    go(page, "#/page/kinds")
    found += faults(page, "more blocks", looks)
    for tool in ("search/FIFO", "glossary", "help", "record"):
        go(page, f"#/{tool}")
        found += faults(page, tool, looks)
    go(page, "#/page/checks")
    answer(page, course, "wrong")
    submit_all(page)
    assert page.locator("form.q .feedback .note").count() == page.locator("form.q").count()
    found += faults(page, "checks", looks)
    go(page, "#/quiz/one")
    found += faults(page, "quiz", looks)
    page.locator("[data-start]").click()
    page.locator("form.q").wait_for()
    found += faults(page, "question", looks)
    page = open_at("#/quiz/one", "failed")
    for summary in page.locator("#view .acc > details > summary").all():
        summary.click()
    found += faults(page, "result", looks)
    wear(page, PHONE)
    page.locator("#outline-toggle").click()
    page.locator("#outline a").first.wait_for()
    found += faults(page, "outline", (PHONE,))
    assert [] == found


def test_a11y_10_arrows_and_places_are_mirrored(open_at: Open) -> None:
    page = open_at("#/page/parts", "begun")
    turned = page.locator("svg.dir").evaluate_all(
        "nodes => nodes.map((node) => getComputedStyle(node).scale)"
    )
    assert turned
    assert set(turned) == {"-1 1"}
    back, onward = (page.locator(f"[rel={rel}]").bounding_box() for rel in ("prev", "next"))
    assert back
    assert onward
    assert back["x"] > onward["x"]
    menu, leave = (page.locator(one).bounding_box() for one in ("#outline-toggle", "#exit"))
    assert menu
    assert leave
    assert menu["x"] > leave["x"]
    launch = open_at("", "begun")
    text, art = (launch.locator(one).bounding_box() for one in (".hero-text", ".hero .art"))
    assert text
    assert art
    assert art["x"] + art["width"] <= text["x"] + text["width"] / 2


def test_a11y_10_latin_titles_and_numbers_keep_their_order(open_at: Open) -> None:
    """A bracket stays at its end, a number before its title, a title whole in a sentence around it."""
    page = open_at("", "begun")
    assert from_left(page.locator("#launch h1"), "Basics", "(", "part", "2", ")") == [
        "Basics", "(", "part", "2", ")"
    ]  # fmt: skip
    assert from_left(page.locator("#resume"), "متابعة", "Orders", "(", "2", ")") == [
        "Orders", "(", "2", ")", "متابعة"
    ]  # fmt: skip
    foreign, own = MIXED_TITLE.split()
    assert from_left(page.locator("[data-section=one] h3"), foreign, own) == [own, foreign]
    assert from_left(page.locator("[data-section=one]"), own, "1") == [own, "1"]
    page = open_at("#/page/parts", "begun")
    assert from_left(page.locator("#view h1"), "Orders", "(", "2", ")") == ["Orders", "(", "2", ")"]
    assert from_left(page.locator("#bar-place"), "1", foreign, own) == [own, foreign, "1"]
    assert f"\u2066{LATIN_TITLE}\u2069" in page.title()


def test_a11y_10_an_amount_reads_from_right_to_left_in_pictures_too(open_at: Open) -> None:
    """Right of all: "0 of 5" with the 0 at the right."""
    page = open_at("#/quiz/three", "failed")
    assert from_left(page.locator(".ring .big"), "0", "من", "5") == ["5", "من", "0"]


def test_a11y_10_page_and_player_say_the_mark_alike(open_at: Open) -> None:
    page = open_at("#/quiz/one")
    written = page.locator(".facts dd").nth(1).inner_text()
    page = open_at("#/quiz/one", "failed")
    assert written in page.locator(".ring").text_content()
    assert re.sub(r"\W", "", written) == "80"


def test_a11y_10_what_is_not_written_yet_stands_where_reading_begins(open_at: Open) -> None:
    empty = open_at("#/page/kinds").locator(".sheet p:empty")
    assert {"rtl"} == set(empty.evaluate_all("all => all.map((node) => getComputedStyle(node).direction)"))


def test_a11y_10_learners_in_egypt_read_their_own_digits(
    browser: Browser, site: Site, tmp_path: Path
) -> None:
    """From the launch page to the result, lists included, and type them; the author's numbers stay."""
    result = build_full_course(tmp_path / "course", arabic, language="ar-EG")
    package = result.packages[-1]
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.set_default_timeout(10_000)
    page.add_init_script(own_api(package))
    open_package(page, site, package, "#/page/parts")
    styles = "([selector, part]) => getComputedStyle(document.querySelector(selector), part)"
    assert "arabic-indic" in page.evaluate(f"{styles}.content", ["#view .steps > li", "::before"])
    assert page.evaluate(f"{styles}.listStyleType", ["#view ol:not([class])", None]) == "arabic-indic"
    go(page, "#/page/checks")
    form = page.locator("[data-question=k_count]")
    form.locator("input").fill("٢٥٫٤")
    form.locator("[type=submit]").click()
    form.locator(".feedback .note.good").wait_for()
    go(page, "#/page/parts")
    go(page, "#/page/checks")
    assert "٢٥٫٤" == form.locator("input").input_value()
    read = tour(page, loaded(tmp_path / "course"))
    assert len(re.findall(r"[٠-٩]", read)) > 300
    left = re.sub(r"\(\w* ?2\)|k_write|q_write|MP3", "", read)
    # The author's numbers of sections stand first in a line, in the bar after the course's title.
    left = re.sub(r"(?:^\s*|\u2069 )[123](?:$| )", "", left, flags=re.MULTILINE)
    assert [] == sorted({line for line in left.splitlines() if re.search(r"\d", line, re.ASCII)})
    context.close()
