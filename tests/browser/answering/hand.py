"""A learner's hand: native controls worked by a pointer, or by the keyboard alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator, Page

By = Literal["keyboard", "pointer"]
MOST_TABS = 200
MOST_ARROWS = 60
_IS_FOCUSED = "node => node.ownerDocument.activeElement === node"
_HAS_FOCUS_INSIDE = "(node, name) => node.ownerDocument.activeElement?.name === name"


@dataclass(frozen=True, slots=True)
class Hand:
    """Presses, ticks, selects and types."""

    page: Page
    by: By = "pointer"

    def press(self, target: Locator) -> None:
        """Follow a link or press a button."""
        if self.by == "pointer":
            target.click()
            return
        self.tab_to(target, lambda: bool(target.evaluate(_IS_FOCUSED)))
        self.page.keyboard.press("Enter")

    def tab_to(self, target: Locator, arrived: Callable[[], bool]) -> None:
        """Press Tab until the focus has arrived; a control that Tab never reaches fails the test."""
        target.wait_for()
        for _ in range(MOST_TABS):
            if arrived():
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"Tab does not reach {target}")

    def choose_only(self, form: Locator, wanted: list[Locator]) -> None:
        """Tick these boxes or buttons and no other checkbox of the form."""
        for box in form.locator("fieldset input[type=checkbox]").all():
            if box.is_checked():
                self.tick(box)
        for target in wanted:
            self.tick(target)

    def tick(self, target: Locator) -> None:
        """Change a checkbox, or choose a radio button."""
        if self.by == "pointer":
            target.locator("xpath=ancestor::label").click()
            return
        if target.get_attribute("type") == "checkbox":
            self.tab_to(target, lambda: bool(target.evaluate(_IS_FOCUSED)))
            self.page.keyboard.press("Space")
            return
        # A group of radio buttons is one stop; arrows move inside it.
        name = target.get_attribute("name")
        self.tab_to(target, lambda: bool(target.evaluate(_HAS_FOCUS_INSIDE, name)))
        for _ in range(MOST_ARROWS):
            if target.is_checked():
                return
            at_target = target.evaluate(_IS_FOCUSED)
            self.page.keyboard.press("Space" if at_target else "ArrowDown")
        raise AssertionError(f"the arrows do not reach {target}")

    def select(self, target: Locator, value: str) -> None:
        """Choose an entry of a list."""
        if self.by == "pointer":
            target.select_option(value)
            return
        self.tab_to(target, lambda: bool(target.evaluate(_IS_FOCUSED)))
        self.page.keyboard.press("Home")
        for _ in range(MOST_ARROWS):
            if target.input_value() == value:
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"the arrows do not reach {value}")

    def type(self, target: Locator, text: str) -> None:
        """Write into a field, over what stands there."""
        if self.by == "pointer":
            target.fill(text)
            return
        self.tab_to(target, lambda: bool(target.evaluate(_IS_FOCUSED)))
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(text)
