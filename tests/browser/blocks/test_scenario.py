"""Scenarios to explore. Were this broken, learners would be stuck in a scene, or miss what comes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.audit import DESKTOP, LOOKS, faults, wear

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from tests.browser.conftest import Opener

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("scenario")]

SCENARIO = "[data-block=scenario]"


@pytest.fixture
def page(opened: Opener) -> Page:
    made: Page = opened("#/page/kinds")
    wear(made, DESKTOP)
    return made


def scene(page: Page) -> str:
    """Name the scene that shows."""
    return page.locator(f"{SCENARIO} section:visible h2").inner_text().removeprefix("Text of scene ")


def choice(page: Page, name: str) -> Locator:
    return page.locator(SCENARIO).get_by_role("button", name=f"Text of scene {name}", exact=True)


def take(page: Page, name: str) -> None:
    choice(page, name).click()
    page.locator(SCENARIO).get_by_role("button", name="Go on").click()


def steps(page: Page) -> list[str]:
    lines = page.locator(f"{SCENARIO} .way li").all_inner_texts()
    return [" > ".join(part.removeprefix("Text of scene ") for part in one.split("\n")) for one in lines]


def test_a11y_03_a_choice_tells_its_consequence_in_a_status_and_can_be_another(page: Page) -> None:
    status = page.locator(f"{SCENARIO} [role=status]")
    assert ("first title", "", 2) == (
        scene(page),
        status.inner_text(),
        page.locator(f"{SCENARIO} li > button:visible").count(),
    )
    for name in ("stay", "on"):
        choice(page, name).focus()
        page.keyboard.press("Enter")
        assert f"Text of scene {name} consequence" in status.inner_text()
        pressed = page.locator(f"{SCENARIO} [aria-pressed=true]")
        assert [f"Text of scene {name}"] == pressed.all_inner_texts()
        assert [f"first title > {name}"] == steps(page)


def test_a11y_04_going_on_moves_the_focus_to_the_heading_of_the_next_scene(page: Page) -> None:
    take(page, "on")
    assert "second title" == scene(page)
    assert "Text of scene second title" == page.evaluate("document.activeElement.textContent")
    assert ["Scenario", "Step", "2"] == page.locator(f"{SCENARIO} .eyebrow:visible").inner_text().split()
    assert "" == page.locator(f"{SCENARIO} [role=status]").inner_text()


def test_a_choice_may_lead_back_and_the_steps_are_a_list(page: Page) -> None:
    take(page, "on")
    take(page, "back")
    assert "first title" == scene(page)
    assert 0 == page.locator(f"{SCENARIO} [aria-pressed=true]").count()
    take(page, "stay")
    assert ["first title > on", "second title > back", "first title > stay"] == steps(page)


def test_a_scenario_ends_with_a_scene_without_choices_and_starts_again(page: Page) -> None:
    again = page.locator(SCENARIO).get_by_role("button", name="Start again")
    assert not again.is_visible()
    take(page, "on")
    take(page, "end")
    assert "The scenario ends here." in page.locator(f"{SCENARIO} section:visible").inner_text()
    again.click()
    assert ("first title", []) == (scene(page), steps(page))
    assert "Text of scene first title" == page.evaluate("document.activeElement.textContent")
    assert not again.is_visible()


def test_a_choice_can_end_a_scenario(page: Page) -> None:
    take(page, "on")
    choice(page, "stop").click()
    assert "The scenario ends here." in page.locator(f"{SCENARIO} [role=status]").inner_text()
    assert not page.locator(SCENARIO).get_by_role("button", name="Go on").is_visible()
    choice(page, "end").click()
    assert "The scenario ends here." not in page.locator(f"{SCENARIO} [role=status]").inner_text()


def test_on_paper_all_scenes_follow_each_other_with_what_comes_of_each_choice(page: Page) -> None:
    page.emulate_media(media="print")
    text = page.locator(SCENARIO).inner_text()
    for name in ("first title", "second title", "last title", "stay consequence", "end consequence"):
        assert f"Text of scene {name}" in text
    assert "Go to: Text of scene second title" in text


def test_a11y_07_a_consequence_and_an_ending_have_no_barrier(page: Page) -> None:
    choice(page, "on").click()
    found = faults(page, "consequence", LOOKS)
    take(page, "on")
    take(page, "end")
    assert [] == found + faults(page, "ending")
