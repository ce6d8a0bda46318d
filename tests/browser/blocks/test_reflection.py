"""Private texts in a real browser. Were this broken, learners would lose what they wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpom_scorm.editions import EDITIONS, Edition
from tests.browser.reading import Held

if TYPE_CHECKING:
    from cpom_scorm.build import BuiltPackage
    from tests.browser.conftest import Opener
    from tests.browser.lms import Lms

pytestmark = pytest.mark.browser

PLACE = "#/page/kinds"
FIELD = "[data-kept=b_why] textarea"
ROOM = "[data-kept=b_why] .counts"
TEXT = "Die Rückgaben 💊.\nقائمة"


@pytest.mark.parametrize("edition", [EDITIONS[0], EDITIONS[-1]], ids=lambda edition: edition.id)
def test_a_text_is_there_again_on_return_and_nobody_is_told(
    lms: Lms, full_packages: dict[str, BuiltPackage], edition: Edition
) -> None:
    """RUN-40: also when the frame goes while the learner still writes."""
    package = full_packages[edition.id]
    visit = lms.launch(package.files, edition, place=PLACE)
    visit.content.locator(FIELD).fill(TEXT)
    visit.settle()
    held = visit.leave()
    again = lms.launch(package.files, edition, values=held, place=PLACE)
    assert TEXT == again.content.locator(FIELD).input_value()
    assert [] == again.refusals()
    assert {} == Held.of(edition, again.leave()).interactions()


def test_a_text_is_saved_when_its_field_is_left(opened: Opener) -> None:
    page = opened(PLACE)
    page.locator(FIELD).fill("First.")
    record = "record.calls.filter(({arguments: [name]}) => name === 'cmi.suspend_data').length"
    before = page.evaluate(record)
    page.keyboard.press("Tab")
    page.wait_for_function(f"() => {record} > {before}")


def test_a_text_is_kept_when_learners_turn_the_page_and_can_be_emptied(opened: Opener) -> None:
    page = opened(PLACE)
    for text in ("Kept.", ""):
        page.locator(FIELD).fill(text)
        page.evaluate("location.hash = '#/page/checks'")
        page.locator("form.q").first.wait_for()
        page.go_back()
        page.locator(FIELD).wait_for()
        assert text == page.locator(FIELD).input_value()


def test_room_is_told_when_it_gets_short_and_what_does_not_fit_is_not_kept(opened: Opener) -> None:
    """A11Y-06: in words; the field holds 60 bytes."""
    page = opened(PLACE)
    page.locator(FIELD).fill("x" * 40)
    assert "" == page.locator(ROOM).inner_text()
    page.locator(FIELD).fill("x" * 52)
    assert "About 8 more characters fit" == page.locator(ROOM).inner_text()
    page.locator(FIELD).fill("x" * 60)
    assert "There is no more room" == page.locator(ROOM).inner_text()
    page.locator(FIELD).fill("é" * 31)
    assert "The last character does not fit and is not kept" == page.locator(ROOM).inner_text()
    page.evaluate("location.hash = '#/page/checks'")
    page.locator("form.q").first.wait_for()
    page.go_back()
    page.locator(FIELD).wait_for()
    assert "é" * 30 == page.locator(FIELD).input_value()


def test_what_the_lms_remembers_is_not_lost_to_an_empty_field(
    lms: Lms, full_packages: dict[str, BuiltPackage]
) -> None:
    """Leaving a page that nobody wrote on changes nothing."""
    package = full_packages[EDITIONS[-1].id]
    visit = lms.launch(package.files, package.edition, place=PLACE)
    visit.content.locator(FIELD).fill("Mine.")
    visit.settle()
    held = visit.leave()
    for _ in range(2):
        again = lms.launch(package.files, package.edition, values=held, place=PLACE)
        again.content.locator(FIELD).wait_for()
        again.settle()
        held = again.leave()
    last = lms.launch(package.files, package.edition, values=held, place=PLACE)
    assert "Mine." == last.content.locator(FIELD).input_value()
    last.leave()
