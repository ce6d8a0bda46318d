"""Calculators. Were they wrong or silent, learners would take a wrong number back to work."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from tests.browser.blocks.conftest import Shower

pytestmark = pytest.mark.browser

HEARING = """() => {
  window.heard = [];
  const hear = (all) => heard.push(...all.map(({ target }) => target.closest("div").children[0].textContent));
  const watch = new MutationObserver(hear);
  const all = { childList: true, characterData: true, subtree: true };
  for (const output of document.querySelectorAll(".calc output")) watch.observe(output, all);
}"""


def calculator(**changes: Any) -> dict[str, Any]:
    inputs = [
        {"name": "use", "label": "Annual use", "unit": "$", "default": 18250000, "min": 0},
        {"name": "stock", "label": "Average stock", "unit": "$", "default": 1250000, "min": -5, "max": 9e9},
        {"name": "share", "label": "Share", "unit": "%", "default": 50, "min": 0, "max": 100, "step": 2.5},
    ]
    outputs = [
        {"name": "turns", "label": "Turns", "formula": "use / stock", "decimals": 1},
        {"label": "Part of them", "formula": "turns * share", "decimals": 2, "unit": "turns"},
    ]
    return {"kind": "calculator", "title": "Stock", "inputs": inputs, "outputs": outputs, **changes}


def field(page: Page, name: str) -> Locator:
    return page.get_by_label(name)


def steps(page: Page) -> list[str]:
    return [text.replace("\u00a0", " ") for text in page.locator(".calc .sum").all_inner_texts()]


def change(page: Page, name: str, text: str) -> None:
    field(page, name).fill(text)
    field(page, name).press("Enter")


def outputs(page: Page) -> list[str]:
    return [text.replace("\u00a0", " ") for text in page.locator(".calc output").all_inner_texts()]


def test_the_player_works_out_what_the_page_says(show: Shower) -> None:
    """The worked example stays the same to the letter once the player has worked it out."""
    for language in ("en", "es", "ar-EG"):
        page = show([calculator()], language=language)
        before = page.locator(".calc").inner_text()
        use = page.locator(".calc input").first
        typed = use.input_value()
        use.fill("1")
        use.blur()
        assert before != page.locator(".calc").inner_text()
        use.fill(typed)
        use.blur()
        assert before == page.locator(".calc").inner_text()
        assert typed == use.input_value()


def test_results_and_steps_follow_a_change(show: Shower) -> None:
    page = show([calculator()])
    assert outputs(page) == ["14.6", "7.30 turns"]
    change(page, "Annual use", "20,000,000.5")
    assert outputs(page) == ["16.0", "8.00 turns"]
    assert steps(page) == ["$20,000,000.5 ÷ $1,250,000 ≈ 16.0", "16.0 × 50% ≈ 8.00 turns"]
    assert field(page, "Annual use").input_value() == "20,000,000.5"
    change(page, "Average stock", "-5")
    assert steps(page)[0] == "$20,000,000.5 ÷ (−$5) = −4,000,000.1"


def test_what_is_wrong_with_a_number_is_told_in_words_at_its_field(show: Shower) -> None:
    """A11Y-05: the field is invalid to assistive technology too, and no result stays that is none."""
    page = show([calculator()])
    stock = field(page, "Average stock")
    for typed, told in (
        ("", "Error: type a number."),
        ("many", "Error: type one number in digits, such as 12.5."),
        ("-6", "Error: type a number from −$5 to $9,000,000,000."),
    ):
        change(page, "Average stock", typed)
        expect(stock).to_have_attribute("aria-invalid", "true")
        expect(stock).to_have_accessible_description(f"$ {told}")
        assert outputs(page) == ["First correct this number: Average stock", "–"]
        assert steps(page) == ["", ""]
    change(page, "Share", "51")
    expect(page.locator(".calc .error:visible")).to_have_count(2)
    expect(page.locator(".calc .error").last).to_have_text(
        "Error: type a number that can be reached in steps of 2.5%."
    )
    change(page, "Average stock", "1250000")
    change(page, "Share", "100")
    expect(page.locator(".calc .error:visible")).to_have_count(0)
    assert outputs(page) == ["14.6", "14.60 turns"]


def test_nothing_is_divided_by_zero(show: Shower) -> None:
    page = show([calculator()])
    change(page, "Average stock", "0")
    sentence = "With these numbers the formula divides by zero, so there is no result."
    assert outputs(page) == [sentence, sentence]
    assert steps(page) == ["", ""]


def test_numbers_that_nobody_could_check_are_not_shown(show: Shower) -> None:
    use = {"name": "use", "label": "Annual use", "default": 2}
    page = show([calculator(inputs=[use], outputs=[{"label": "Power", "formula": "use ^ 3"}])])
    assert outputs(page) == ["8"]
    change(page, "Annual use", "999999")
    assert outputs(page) == ["With these numbers there is no result that can be shown."]


def test_only_what_changed_is_read_out(show: Shower) -> None:
    """A11Y: two results, one of which stays: a reader hears one."""
    page = show([calculator()])
    page.evaluate(HEARING)
    change(page, "Share", "60")
    assert ["Part of them"] == page.evaluate("heard")


def test_nothing_is_kept(show: Shower) -> None:
    page = show([calculator()], [{"kind": "text", "text": "Next."}])
    change(page, "Annual use", "1")
    page.evaluate("location.hash = '#/page/p2'")
    page.get_by_role("heading", name="Page 2").wait_for()
    page.evaluate("location.hash = '#/page/p1'")
    expect(field(page, "Annual use")).to_have_value("18,250,000")
    assert outputs(page)[0] == "14.6"
