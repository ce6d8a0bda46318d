"""The screens that a learner meets, and the windows in which each is looked at."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Window:
    """A window and what its owner prefers."""

    name: str
    size: tuple[int, int]
    media: dict[str, Any] = field(default_factory=dict)
    """What Playwright's `emulate_media` takes."""


WINDOWS = (
    Window("frame", (1000, 640)),
    Window("wide", (1440, 960)),
    Window("phone", (390, 844)),
    Window("dark", (1000, 640), {"color_scheme": "dark"}),
    Window("phone-dark", (390, 844), {"color_scheme": "dark"}),
    Window("forced-colors", (1000, 640), {"forced_colors": "active"}),
    Window("print", (794, 1123), {"media": "print"}),
)


@dataclass(frozen=True)
class Screen:
    """A place in the course, and how far its learner is."""

    name: str
    place: str
    learner: str = "new"
    """new, halfway, passed or failed."""
    press: tuple[str, ...] = ()
    """What is pressed there before the picture is taken."""


SCREENS = (
    Screen("1-launch", ""),
    Screen("1-launch-halfway", "", "halfway"),
    Screen("1-launch-passed", "", "passed"),
    Screen("2-page", "#/page/{first_page}"),
    Screen("2-outline", "#/page/{first_page}", "halfway", ("#outline-toggle",)),
    Screen("5-quiz-intro", "#/quiz/{section}"),
    Screen("5-quiz-run", "#/quiz/{section}", "new", ("[data-start]",)),
    Screen("5-quiz-result", "#/quiz/{section}", "failed"),
    Screen("5-quiz-result-passed", "#/quiz/{section}", "passed"),
    Screen("6-record", "#/record", "passed"),
    Screen("7-exit", "#/exit"),
    Screen("8-search", "#/search/pharmacy"),
    Screen("8-help", "#/help"),
    Screen("8-glossary", "#/glossary"),
    Screen("9-print", "#/print"),
    Screen("9-unknown", "#/page/nowhere"),
)
