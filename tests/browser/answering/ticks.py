"""What is ticked in a form."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Locator


def ticked(place: Locator) -> list[str]:
    """Give the values of the boxes and buttons that are ticked there."""
    found: list[str] = place.locator("input:checked").evaluate_all("all => all.map((node) => node.value)")
    return found


def ticked_in_each(form: Locator, name: str) -> dict[str, str]:
    """Give what is ticked in each part of a form, by the part's `data-<name>`; others are left out."""
    parts = {
        str(part.get_attribute(f"data-{name}")): ticked(part) for part in form.locator(f"[data-{name}]").all()
    }
    return {part: values[0] for part, values in parts.items() if values}
