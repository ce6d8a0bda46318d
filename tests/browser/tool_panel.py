"""The panel of tools, as tests work it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

By = Literal["keyboard", "pointer"]
PANEL, SUMMARY = "#tools > .panel", "#tools > summary"


def press(target: Locator, by: By) -> None:
    """Follow a link or press a button."""
    if by == "pointer":
        target.click()
    else:
        target.focus()
        target.press("Enter")


def open_panel(page: Page, by: By = "pointer") -> None:
    """Open the panel and wait until it is complete."""
    press(page.locator(SUMMARY), by)
    page.locator(f"{PANEL} fieldset").first.wait_for()


def has_focus(page: Page, selector: str) -> bool:
    """Whether what has the focus is one of these."""
    return bool(page.evaluate("selector => document.activeElement?.matches(selector)", selector))


def wait_for_view(page: Page, title: str) -> None:
    """Wait until the view with this title has the focus."""
    page.wait_for_function(
        "title => document.activeElement?.matches('h1') && document.activeElement.textContent === title",
        arg=title,
    )
