"""The whole course as one document. If these fail, paper lacks a page, or tells an answer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.browser.audit import DESKTOP, NIGHT, faults, wear
from tests.browser.own_window import open_package, own_api
from tests.full_course import build_full_course

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import BrowserContext

    from cpom_scorm.course.model import Course
    from tests.browser.conftest import Opener
    from tests.browser.site import Site


pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("whole-course")]
SHARED_IDS = """() => {
  const homes = new Map();
  for (const node of document.querySelectorAll("#view [id]")) {
    const known = homes.get(node.id) ?? new Set();
    homes.set(node.id, known.add(node.closest("form, article article")));
  }
  return [...homes].filter(([, places]) => places.size > 1).map(([id]) => id);
}"""


def test_a11y_07_the_whole_course_has_no_barrier(opened: Opener) -> None:
    page = opened("#/print")
    assert [] == faults(page, "whole course", (DESKTOP, NIGHT))


def test_a11y_07_the_whole_course_is_one_document_for_paper(opened: Opener, full_course: Course) -> None:
    """Every page and question, closed parts opened, nothing to press, no answer."""
    page = opened("#/print", "passed")
    wear(page, DESKTOP)
    shown = page.locator("#view").inner_text()
    for _, one, section in full_course.placed_pages():
        assert one.title in shown
        assert section is None or section.title in shown
    assert [] == page.evaluate(SHARED_IDS)
    asked = page.locator("form.q").evaluate_all("forms => forms.map((form) => form.dataset.question)")
    quiz = full_course.sections[0].quiz
    assert quiz
    assert {question.id for question in quiz.every_question} <= set(asked)
    assert not [one for one in asked if one.startswith("a")], "attempts at the assessment are limited"
    assert "because attempts at it are limited" in shown
    assert page.locator("#view details:not([open])").count() == 0
    assert page.locator("#view :is(input, select, textarea):enabled").count() == 0
    assert page.locator("#view button:visible").all_inner_texts() == ["Print"]
    assert [] == page.locator("#view .mark, form.q .bad, #view input:checked").evaluate_all(
        "nodes => nodes.map(({ outerHTML }) => outerHTML)"
    )
    assert page.locator("#view h1").count() == 1
    assert "rationale" not in shown
    page.emulate_media(media="print")
    assert page.locator("#view button:visible, #bar:visible, #tools:visible").count() == 0
    breaks = page.locator(".part").evaluate_all(
        "nodes => nodes.map((node) => getComputedStyle(node).breakBefore)"
    )
    assert {"page"} == set(breaks)


def test_a11y_07_a_pdf_file_of_the_whole_course_has_every_page(opened: Opener, full_course: Course) -> None:
    page = opened("#/print")
    data = page.pdf(format="A4", tagged=True, outline=True).decode("latin-1")
    named = set(re.findall(r"/Title \((.*?)\)", data))
    assert [] == [one.title for _, one, _ in full_course.placed_pages() if one.title not in named]
    assert data.count("/Type /Page\n") >= len(full_course.sections)


def test_answers_are_printed_where_the_author_says_so(
    context: BrowserContext, site: Site, tmp_path: Path, full_course: Course
) -> None:
    """Of every question that is printed and has an answer; none is called incorrect, for nobody gave one."""
    check = {"kind": "true_false", "id": "welcome_check", "stem": "Welcome?", "correct": True}
    check |= {"feedback": "It is.", "rationale": "The rationale."}
    welcome = {"id": "welcome", "title": "Welcome", "minutes": 1, "blocks": [check]}
    package = build_full_course(tmp_path / "course", print_answers=True, welcome=welcome).packages[-1]
    page = context.new_page()
    page.add_init_script(own_api(package))
    open_package(page, site, package, "#/print")
    answers = page.locator(".part").last
    assert answers.locator("h2").inner_text() == "Answers"
    quiz = full_course.sections[0].quiz
    assert quiz
    checks = [
        block
        for _, one, _ in full_course.placed_pages()
        for block in one.blocks
        if hasattr(block, "is_scored")
    ]
    wanted = {question.id for question in (*quiz.every_question, *checks) if question.is_scored}
    wanted.add("welcome_check")
    forms = answers.locator("form.q")
    assert wanted == set(forms.evaluate_all("forms => forms.map((form) => form.dataset.question)"))
    for form in forms.all():
        assert form.locator(".mark.good").count() > 0
        assert "rationale" in form.inner_text()
    assert answers.locator(".bad").count() == 0
    assert [] == faults(page, "answers", (DESKTOP,))
    page.close()
