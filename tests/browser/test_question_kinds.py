"""Every kind of question in a real browser: reading, filling, marking and locking its form.

Were this broken, learners could not answer, or would be told the wrong thing about their answer.
"""

from __future__ import annotations

import json
import mimetypes
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from cpom_scorm.interactions import INTERACTIONS, Interaction
from cpom_scorm.render.catalogue import load_catalogue
from cpom_scorm.render.markdown import inline
from cpom_scorm.render.styles import stylesheet
from cpom_scorm.render.theme import load_theme
from cpom_scorm.source import SourceText
from cpom_scorm.yaml_source import read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page, Route

pytestmark = pytest.mark.browser

ORIGIN = "http://questions.test"
PLAYER = Path(__file__).parents[2] / "cpom_scorm" / "player"
SCRIPT = """
import { KINDS } from "/interactions/kinds.js";
import { createStrings } from "/view/strings.js";
const t = createStrings(STRINGS, "en");
globalThis.on = (kind, ability, ...rest) => {
  const form = document.querySelector(`form[data-kind=${kind}]`);
  const made = KINDS[kind][ability](form, ...rest, t);
  if (made?.field) made.field = made.field.value + "@" + made.field.closest("form").dataset.kind;
  return made;
};
globalThis.shuffle = (kind, order) => on(kind, "shuffle", () => order);
"""
RIGHT: dict[str, Any] = {
    "true_false": False,
    "choice": ["a", "c"],
    "matching": {"s1": "t1", "s2": "t2"},
    "numeric": "25",
}
WRONG: dict[str, Any] = {
    "true_false": True,
    "choice": ["b", "c"],
    "matching": {"s1": "t1", "s2": "t3"},
    "numeric": "14.6",
}


def questions() -> dict[str, Interaction]:
    found = {}
    for model in INTERACTIONS:
        tree = read_yaml(SourceText("example.yaml", model.example())).tree
        assert tree
        question = model.model_validate(tree.data[0])
        found[question.kind] = question
    return found


QUESTIONS = questions()
KINDS = list(QUESTIONS)


def document(language: str) -> str:
    theme, t = load_theme().theme, load_catalogue("en")
    forms = []
    for kind, question in QUESTIONS.items():
        names = {"question": question.view(inline), "t": t, "in_quiz": False}
        form = str(theme.render(f"interactions/{kind}.html", names))
        forms.append(form.replace("<form ", f'<form data-kind="{kind}" ', 1))
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>Questions</title>'
        '<link rel="stylesheet" href="/styles.css"><script type="module" src="/test.js"></script></head>'
        f"<body>{theme.render('partials/icons.html', {})}"
        f'<main><article class="page flow"><h1>Questions</h1>{"".join(forms)}</article></main></body></html>'
    )


@cache
def file(path: str) -> str:
    match path:
        case "/":
            return document("en")
        case "/de":
            return document("de-DE")
        case "/styles.css":
            return stylesheet(load_theme().theme).decode()
        case "/test.js":
            return SCRIPT.replace("STRINGS", json.dumps(dict(load_catalogue("en").strings)))
        case _:
            return (PLAYER / path.lstrip("/")).read_text("utf-8")


def answer(route: Route) -> None:
    path = route.request.url.removeprefix(ORIGIN)
    kind = mimetypes.guess_type(path)[0] or "text/html"
    route.fulfill(body=file(path), content_type=f"{kind}; charset=utf-8")


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1000, "height": 900})
    page.set_default_timeout(5000)
    page.route("**/*", answer)
    yield page
    page.close()


@pytest.fixture
def forms(tab: Page) -> Page:
    tab.goto(ORIGIN + "/")
    tab.wait_for_function("Boolean(globalThis.on)")
    return tab


def on(page: Page, kind: str, ability: str, *rest: Any) -> Any:
    return page.evaluate("([kind, ability, rest]) => on(kind, ability, ...rest)", [kind, ability, list(rest)])


def check(page: Page, kind: str, response: Any, *, reveal: bool = False) -> list[str]:
    """Show an answer and mark it, as a view does; give the marks in words, by what they stand beside."""
    on(page, kind, "show", response)
    on(page, kind, "lock", True)
    on(page, kind, "mark", response, QUESTIONS[kind].key(), {"reveal": reveal})
    return page.locator(f"form[data-kind={kind}] :is(.mark, .answer)").all_inner_texts()


def test_a_form_without_an_answer_says_so_and_names_the_field_to_go_to(forms: Page) -> None:
    """A11Y-02."""
    found = {kind: on(forms, kind, "read") for kind in KINDS}
    assert {
        "true_false": {"error": "question.error.one", "field": "true@true_false"},
        "choice": {"error": "question.error.many", "field": "a@choice"},
        "matching": {"error": "question.error.matching", "field": "@matching"},
        "numeric": {"error": "question.error.number_missing", "field": "@numeric"},
    } == found


def test_answers_given_by_keyboard_are_read(forms: Page) -> None:
    """A11Y-01, A11Y-05."""
    forms.get_by_label("True", exact=True).focus()
    forms.keyboard.press("ArrowDown")
    for label in ("Moving batch times", "Using override trends"):
        forms.get_by_label(label).focus()
        forms.keyboard.press("Space")
    for label, letters in (("Licensure", "Legal"), ("Accreditation", "Outside")):
        forms.get_by_label(label).focus()
        forms.keyboard.type(letters)
    forms.get_by_label("Stock on hand").focus()
    forms.keyboard.type(" 25.0")
    assert {kind: {"response": RIGHT[kind]} for kind in KINDS} == {
        kind: on(forms, kind, "read") for kind in KINDS
    }


@pytest.mark.parametrize("kind", KINDS)
def test_an_earlier_answer_comes_back_as_it_was(forms: Page, kind: str) -> None:
    for response in (WRONG[kind], RIGHT[kind]):
        on(forms, kind, "show", response)
        assert {"response": response} == on(forms, kind, "read")


def test_half_of_a_matching_question_can_be_kept(forms: Page) -> None:
    on(forms, "matching", "show", {"s1": "t2"})
    found = {"error": "question.error.matching", "field": "@matching", "response": {"s1": "t2"}}
    assert found == on(forms, "matching", "read")


def test_right_answers_are_marked_in_words(forms: Page) -> None:
    """A11Y-03."""
    assert {
        "true_false": ["Your answer, correct"],
        "choice": ["Your answer, correct", "Your answer, correct"],
        "matching": ["Correct", "Correct"],
        "numeric": ["Correct"],
    } == {kind: check(forms, kind, RIGHT[kind], reveal=True) for kind in KINDS}


def test_wrong_answers_are_marked_without_telling_the_right_one(forms: Page) -> None:
    assert {
        "true_false": ["Your answer, incorrect"],
        "choice": ["Your answer, incorrect", "Your answer, correct"],
        "matching": ["Correct", "Incorrect"],
        "numeric": ["Incorrect"],
    } == {kind: check(forms, kind, WRONG[kind]) for kind in KINDS}


def test_the_right_answer_is_told_when_it_is_asked_for(forms: Page) -> None:
    assert {
        "true_false": ["Your answer, incorrect", "Correct answer"],
        "choice": ["Correct answer", "Your answer, incorrect", "Your answer, correct"],
        "matching": ["Correct", "Incorrect", "Outside review of a program", "Correct answer"],
        "numeric": ["Incorrect", "Correct answer: 25"],
    } == {kind: check(forms, kind, WRONG[kind], reveal=True) for kind in KINDS}


@pytest.mark.parametrize("kind", KINDS)
def test_trying_again_gives_the_form_as_it_was(forms: Page, kind: str) -> None:
    form = forms.locator(f"form[data-kind={kind}]")
    on(forms, kind, "show", WRONG[kind])
    before = form.evaluate("form => form.outerHTML")
    check(forms, kind, WRONG[kind], reveal=True)
    once = check(forms, kind, WRONG[kind], reveal=True)
    assert once == form.locator(":is(.mark, .answer)").all_inner_texts()
    assert form.locator(":is(input, select)").count() == form.locator(":is(input, select):disabled").count()
    on(forms, kind, "lock", False)
    assert before == form.evaluate("form => form.outerHTML")
    assert {"response": WRONG[kind]} == on(forms, kind, "read")


def test_checked_matching_is_text_instead_of_lists_that_cut_it_off(forms: Page) -> None:
    check(forms, "matching", WRONG["matching"])
    form = forms.locator("form[data-kind=matching]")
    texts = ["Legal permission from a state to practice", "Proof that a course was completed"]
    assert (0, texts) == (form.locator("select:visible").count(), form.locator(".chosen").all_inner_texts())


def test_options_and_targets_are_shuffled_and_the_rest_stays(forms: Page) -> None:
    forms.evaluate("() => { shuffle('choice', [2, 0, 1]); shuffle('matching', [1, 2, 0]); }")
    forms.evaluate("() => { shuffle('true_false', [1, 0]); shuffle('numeric', []); }")
    values = "inputs => inputs.map(input => input.value)"
    found = {
        kind: forms.locator(f"form[data-kind={kind}] :is(input, option)").evaluate_all(values)
        for kind in KINDS
    }
    assert {
        "true_false": ["true", "false"],
        "choice": ["c", "a", "b"],
        "matching": ["", "t2", "t3", "t1", "", "t2", "t3", "t1"],
        "numeric": [""],
    } == found


def test_numbers_are_read_and_shown_with_the_comma_of_the_course_language(tab: Page) -> None:
    tab.goto(ORIGIN + "/de")
    tab.wait_for_function("Boolean(globalThis.on)")
    field = tab.locator("form[data-kind=numeric] input")
    for typed, number in (("12,345", "12.345"), ("12.345", "12345"), ("14.6", "14.6")):
        field.fill(typed)
        assert {"response": number} == on(tab, "numeric", "read")
    on(tab, "numeric", "show", "12.345")
    assert ("12,345", {"response": "12.345"}) == (field.input_value(), on(tab, "numeric", "read"))


def test_text_that_is_no_number_is_told_apart_from_none(forms: Page) -> None:
    field = forms.locator("form[data-kind=numeric] input")
    for typed, key in (("25 days", "number_unclear"), ("12345678901234", "number_long")):
        field.fill(typed)
        assert f"question.error.{key}" == on(forms, "numeric", "read")["error"]


@pytest.mark.parametrize("width", [1000, 320])
def test_no_state_of_a_question_has_a_barrier_that_axe_finds(forms: Page, width: int) -> None:
    """A11Y-01, A11Y-07."""
    forms.set_viewport_size({"width": width, "height": 900})
    found = Axe().run(forms).response["violations"]
    for kind in KINDS:
        check(forms, kind, WRONG[kind], reveal=True)
    found += Axe().run(forms).response["violations"]
    overflow = forms.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    forms.set_viewport_size({"width": 1000, "height": 900})
    assert ([], False) == ([violation["id"] for violation in found], overflow)
