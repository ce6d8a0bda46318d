"""Judges what is on the screen as axe does, and what axe does not see: sideways scrolling, small targets."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import axe_playwright_python

if TYPE_CHECKING:
    from playwright.sync_api import Page

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
JUDGE = (Path(__file__).parent / "audit.js").read_text("utf-8")


@dataclass(frozen=True)
class Look:
    """A window and what its owner prefers."""

    width: int
    height: int
    colors: Literal["light", "dark"]

    def __str__(self) -> str:
        return f"{self.width}x{self.height} {self.colors}"


DESKTOP = Look(1280, 900, "light")
FRAME = Look(1000, 640, "light")
PHONE = Look(320, 720, "light")
NIGHT = Look(320, 720, "dark")
TWO_LOOKS = (DESKTOP, NIGHT)
DAY_AND_NIGHT = (DESKTOP, Look(1280, 900, "dark"), PHONE, NIGHT)
LOOKS = (*DAY_AND_NIGHT, FRAME)


def wear(page: Page, look: Look) -> None:
    """Change the window."""
    page.set_viewport_size({"width": look.width, "height": look.height})
    page.emulate_media(color_scheme=look.colors)


def faults(page: Page, state: str, looks: tuple[Look, ...] = TWO_LOOKS) -> list[str]:
    """Give everything that is wrong with what is shown now, in every look; the last is a desktop again."""
    found = []
    for look in looks:
        wear(page, look)
        found += [f"{state}, {look}: {fault}" for fault in faults_now(page)]
    wear(page, DESKTOP)
    return found


def faults_now(page: Page, within: str = "html") -> list[str]:
    """Give everything that is wrong in the window as it is; `within`: what axe looks at."""
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(AXE)
    found: list[str] = page.evaluate(JUDGE, {"tags": TAGS, "within": within})
    return found
