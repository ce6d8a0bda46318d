"""Ratings in a real browser. Were this broken, learners could not say where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpom_scorm.interactions import Likert
from tests.browser.forms import on
from tests.questions import example_values, form_of

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser


FORM = "form[data-kind=likert]"


def test_half_of_the_ratings_can_be_kept_and_the_open_line_is_named(forms: Page) -> None:
    """A11Y-02."""
    on(forms, "likert", "show", {"quality": "2"})
    found = on(forms, "likert", "read")
    assert {"quality": "2"} == found["response"]
    assert ("question.error.likert", "1@likert") == (found["error"], found["field"])


def test_a_single_rating_is_not_spoken_of_as_several(forms: Page) -> None:
    """A11Y-02: of the stem alone."""
    values = {**example_values(Likert), "statements": []}
    markup = form_of(Likert.model_validate(values))
    assert "Save rating<" in markup
    assert 'data-change="Change rating"' in markup
    forms.evaluate(
        "markup => { document.querySelector('form[data-kind=likert]').innerHTML = markup; }",
        markup.partition(">")[2].removesuffix("</form>"),
    )
    assert "question.error.one" == on(forms, "likert", "read")["error"]


def test_the_counter_follows_the_ratings(forms: Page) -> None:
    counter = forms.locator(f"{FORM} .tries")
    assert "0 of 2 rated" == counter.inner_text()
    forms.locator(f'{FORM} [data-row="finance"] label').nth(2).click()
    assert "1 of 2 rated" == counter.inner_text()


def test_each_statement_is_a_group_that_readers_name(forms: Page) -> None:
    """A11Y-01."""
    groups = forms.locator(f"{FORM} fieldset fieldset")
    names = [group.locator("legend").inner_text() for group in groups.all()]
    assert ["Financial management", "Quality assurance"] == names
