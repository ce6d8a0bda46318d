"""Every kind of question in a real browser: reading, filling, marking and locking its form.

Were this broken, learners could not answer, or would be told the wrong thing about their answer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.answering import answering
from tests.browser.answering.hand import Hand
from tests.browser.forms import KINDS, QUESTIONS, check, on

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

RIGHT = {kind: answering(question).right(question) for kind, question in QUESTIONS.items()}
WRONG = {kind: answering(question).wrong(question) for kind, question in QUESTIONS.items()}
AFRESH = ("performance",)
"""Kinds whose answer cannot be changed: another try begins without one."""


@pytest.mark.parametrize("kind", KINDS)
def test_a_form_without_an_answer_says_so_and_names_the_field_to_go_to(forms: Page, kind: str) -> None:
    """A11Y-02."""
    found = on(forms, kind, "read")
    assert found["error"].startswith("question.error.")
    assert found["field"].endswith(f"@{kind}")
    assert not found.get("response")


@pytest.mark.parametrize("by", ["keyboard", "pointer"])
@pytest.mark.parametrize("kind", KINDS)
def test_answers_are_read_as_they_are_given_and_can_be_changed(forms: Page, kind: str, by: str) -> None:
    """A11Y-01, A11Y-05: by the keyboard alone as well as with a pointer."""
    form = forms.locator(f"form[data-kind={kind}]")
    for response in (WRONG[kind], RIGHT[kind]):
        if kind in AFRESH:
            on(forms, kind, "lock", False)
        form.locator("legend").first.click()
        hand = Hand(forms, by)  # type: ignore[arg-type]
        answering(QUESTIONS[kind]).answer(hand, form, response)
        if kind in AFRESH:
            hand.press(form.locator("[type=submit]"))
        assert {"response": response} == on(forms, kind, "read")


@pytest.mark.parametrize("kind", KINDS)
def test_an_earlier_answer_comes_back_as_it_was(forms: Page, kind: str) -> None:
    for response in (WRONG[kind], RIGHT[kind]):
        on(forms, kind, "show", response)
        assert {"response": response} == on(forms, kind, "read")


@pytest.mark.parametrize("kind", [kind for kind in KINDS if QUESTIONS[kind].is_scored])
def test_right_and_wrong_are_said_in_words(forms: Page, kind: str) -> None:
    """A11Y-03: and while the key is hidden only the learner's own answer is marked."""
    own = check(forms, kind, WRONG[kind])
    assert own
    assert all("ncorrect" in mark or mark == "Not here" for mark in own)
    on(forms, kind, "lock", False)
    told = check(forms, kind, WRONG[kind], reveal=True)
    assert len(told) > len(own) or kind == "true_false"
    on(forms, kind, "lock", False)
    good = check(forms, kind, RIGHT[kind], reveal=True)
    assert good
    assert not [mark for mark in good if "ncorrect" in mark or mark == "Not here"]


@pytest.mark.parametrize("kind", KINDS)
def test_trying_again_gives_the_form_as_it_was(forms: Page, kind: str) -> None:
    form = forms.locator(f"form[data-kind={kind}]")
    if kind not in AFRESH:
        on(forms, kind, "show", WRONG[kind])
    before = form.evaluate("form => form.outerHTML")
    check(forms, kind, WRONG[kind], reveal=True)
    once = check(forms, kind, WRONG[kind], reveal=True)
    assert once == form.locator(":is(.mark, .answer)").all_inner_texts()
    inputs = form.locator("fieldset :is(input, select, textarea)")
    assert [] == [box for box in inputs.all() if box.is_enabled() and not box.get_attribute("data-after")]
    on(forms, kind, "lock", False)
    assert before == form.evaluate("form => form.outerHTML")
    assert (None if kind in AFRESH else WRONG[kind]) == on(forms, kind, "read").get("response")


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
