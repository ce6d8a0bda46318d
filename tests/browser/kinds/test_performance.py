"""Scenarios in a real browser. Were this broken, learners would get stuck, or know what comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpom_scorm.interactions import Performance
from tests.browser.answering import performance
from tests.browser.answering.hand import Hand
from tests.browser.forms import QUESTIONS, check, on
from tests.questions import form_of

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

pytestmark = pytest.mark.browser

EXAMPLE = QUESTIONS["performance"]
KIND = "performance"
STRAIGHT = Performance.model_validate(
    {
        "kind": KIND,
        "id": "straight",
        "stem": "A nurse calls.",
        "feedback": "That is how.",
        "steps": [
            {
                "id": step,
                "prompt": f"{step}?",
                "correct": "a",
                "options": [{"id": x, "text": x} for x in "ab"],
            }
            for step in ("one", "two", "three")
        ],
    }
)
START = """([html, key, told, instant]) => {
  const box = document.createElement("div");
  box.innerHTML = html;
  const form = box.firstElementChild;
  form.dataset.kind = "made";
  document.querySelector("article").append(form);
  globalThis.inputs = 0;
  form.addEventListener("input", ({ target }) => { if (target === form) inputs += 1; });
  startForm("performance", form, { key, told, instant });
  form.addEventListener("submit", (event) => { event.preventDefault(); form.dataset.submitted = ""; });
}"""


def made(
    page: Page, question: Performance, *, instant: bool = True, told: dict[str, str] | None = None
) -> Locator:
    """Start another scenario; one that tells nothing stands in a quiz."""
    html = form_of(question, in_quiz=not instant)
    page.evaluate(START, [html, question.key(), told or {}, instant])
    return page.locator("form[data-kind=made]")


def decide(form: Locator, step: str, option: str) -> None:
    form.locator(f'[data-step="{step}"] .opt', has=form.page.locator(f'[value="{option}"]')).click()
    form.get_by_role("button", name="Answer step").click()


def shown(form: Locator) -> list[str]:
    return form.locator("[data-step]:visible").evaluate_all("all => all.map((one) => one.dataset.step)")


def test_one_step_is_open_at_a_time_and_the_focus_moves_to_it(forms: Page) -> None:
    """A11Y-01."""
    form = made(forms, STRAIGHT)
    assert ["Opens after the step before it."] * 2 == form.locator(".to-come:visible").all_inner_texts()
    decide(form, "one", "b")
    assert "two" == forms.evaluate("document.activeElement.closest('[data-step]').dataset.step")
    assert ("b", "Answer step 2") == (
        form.locator(".chosen").first.inner_text(),
        form.locator("[type=submit]").inner_text(),
    )
    assert 2 == form.locator("input:visible").count()


def test_what_comes_of_a_decision_is_told_at_once_and_to_readers_too(forms: Page) -> None:
    """A11Y-03."""
    form = made(forms, STRAIGHT, told={"one/b": "Nobody <em>hears</em> you."})
    assert 0 == form.locator(".mark").count()
    decide(form, "one", "b")
    region = form.locator("[role=status].outcome").first
    assert "Incorrect\n\nNobody hears you." == region.inner_text()


def test_a_branching_scenario_does_not_show_which_steps_come(forms: Page) -> None:
    form = forms.locator(f"form[data-kind={KIND}]")
    assert ["first"] == shown(form)
    decide(form, "first", "safe")
    assert ["first", "ask"] == shown(form)
    on(forms, KIND, "lock", False)
    assert ["first"] == shown(form)


def test_an_early_end_is_submitted_at_once(forms: Page) -> None:
    assert isinstance(EXAMPLE, Performance)
    form = made(forms, EXAMPLE.model_copy(update={"id": "other"}))
    decide(form, "first", "home")
    assert "" == form.get_attribute("data-submitted")
    assert ["first"] == shown(form)


def test_nothing_is_submitted_before_the_end_and_enter_takes_a_decision(forms: Page) -> None:
    """A11Y-01, A11Y-02."""
    form = made(forms, STRAIGHT)
    form.locator("[type=submit]").click()
    assert "Error: choose an answer." == form.locator(".error").inner_text()
    forms.keyboard.press("Space")
    forms.keyboard.press("Enter")
    assert (False, None) == (form.locator(".error").is_visible(), form.get_attribute("data-submitted"))
    forms.keyboard.press("Space")
    forms.keyboard.press("Enter")
    forms.keyboard.press("Space")
    forms.keyboard.press("Enter")
    assert "" == form.get_attribute("data-submitted")


def test_a_quiz_keeps_every_decision_and_tells_nothing(forms: Page) -> None:
    form = made(forms, STRAIGHT, instant=False, told={"one/b": "Nobody hears you."})
    assert "0 of 3 answered" == form.locator("[data-progress]").inner_text()
    for done, step in enumerate(("one", "two", "three"), 1):
        decide(form, step, "b")
        assert done == forms.evaluate("inputs")
        assert f"{done} of 3 answered" == form.locator("[data-progress]").inner_text()
    assert 0 == form.locator(".mark, .outcome :not(:empty)").count()
    assert form.locator("[data-progress]").evaluate("node => node === document.activeElement")
    assert 0 == form.get_by_role("button").count()


def test_part_of_a_path_comes_back_and_goes_on(forms: Page) -> None:
    on(forms, KIND, "show", {"first": "safe"})
    form = forms.locator(f"form[data-kind={KIND}]")
    expected = {"error": "question.error.one", "field": f"why@{KIND}", "response": {"first": "safe"}}
    assert expected == on(forms, KIND, "read")
    performance.answer(Hand(forms), form, {"ask": "what"})
    form.locator("[type=submit]").click()
    assert {"response": {"first": "safe", "ask": "what"}} == on(forms, KIND, "read")


def test_looking_back_shows_the_best_path_beside_the_one_taken(forms: Page) -> None:
    best = [
        "Make the current work safe",
        "Correct answer",
        "What made the scan hard to do today?",
        "Correct answer",
    ]
    assert ["Incorrect"] == check(forms, KIND, {"first": "home"})
    assert ["Incorrect", *best] == check(forms, KIND, {"first": "home"}, reveal=True)
    on(forms, KIND, "lock", False)
    assert best == check(forms, KIND, {}, reveal=True)
