"""A learner's hand: native controls worked by a pointer, or by the keyboard alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from playwright.sync_api import ElementHandle, Locator, Page

By = Literal["keyboard", "pointer"]
MOST_TABS = 200
MOST_ARROWS = 60
_IS_FOCUSED = "node => node.ownerDocument.activeElement === node"
_HAS_FOCUS_IN_GROUP = "node => node.ownerDocument.activeElement?.name === node.name"
_KEY_TO_CHECK = """node => {
  if (node.checked) return "";
  return node.ownerDocument.activeElement === node ? "Space" : "ArrowDown";
}"""


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
        self.tab_to(target)
        self.page.keyboard.press("Enter")

    def tab_to(self, target: Locator, arrived: str = _IS_FOCUSED) -> ElementHandle:
        """Press Tab until the focus has arrived; a control that Tab never reaches fails the test."""
        target.wait_for()
        # Looked for once: to look for it after each key takes longer than the key.
        node = target.element_handle()
        for _ in range(MOST_TABS):
            if node.evaluate(arrived):
                return node
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
            self.tab_to(target)
            self.page.keyboard.press("Space")
            return
        # A group of radio buttons is one stop; arrows move inside it.
        node = self.tab_to(target, _HAS_FOCUS_IN_GROUP)
        for _ in range(MOST_ARROWS):
            key = node.evaluate(_KEY_TO_CHECK)
            if not key:
                return
            self.page.keyboard.press(key)
        raise AssertionError(f"the arrows do not reach {target}")

    def select(self, target: Locator, value: str) -> None:
        """Choose an entry of a list."""
        if self.by == "pointer":
            target.select_option(value)
            return
        node = self.tab_to(target)
        self.page.keyboard.press("Home")
        for _ in range(MOST_ARROWS):
            if node.input_value() == value:
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"the arrows do not reach {value}")

    def type(self, target: Locator, text: str) -> None:
        """Write into a field, over what stands there."""
        if self.by == "pointer":
            target.fill(text)
            return
        self.tab_to(target)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(text)
