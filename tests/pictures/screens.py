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


README_WINDOW = Window("readme", (1200, 860))
DOCS_WINDOW = Window("docs", (760, 600))
WINDOWS = (
    Window("frame", (1000, 640)),
    Window("wide", (1440, 960)),
    Window("phone", (390, 844)),
    Window("dark", (1000, 640), {"color_scheme": "dark"}),
    Window("phone-dark", (390, 844), {"color_scheme": "dark"}),
    Window("forced-colors", (1000, 640), {"forced_colors": "active"}),
    Window("print", (794, 1123), {"media": "print"}),
)
ARABIC_WINDOWS = tuple(window for window in WINDOWS if window.name in {"frame", "phone", "dark"})


@dataclass(frozen=True)
class Earlier:
    """A window in which the same learner had the course open before, on the same device."""

    wait: str
    """What was waited for there."""
    lms: dict[str, Any] = field(default_factory=dict)
    stays: bool = False


@dataclass(frozen=True)
class Screen:
    """A place in the course, and how far its learner is."""

    name: str
    place: str
    learner: str = "new"
    """new, halfway, passed or failed."""
    press: tuple[str, ...] = ()
    """What is pressed there before the picture is taken."""
    wait: str = "h1"
    """What is waited for, such as a notice that takes its time."""
    afresh: bool = False
    """Whether a change of the window would undo what was pressed."""
    earlier: Earlier | None = None
    lms: dict[str, Any] = field(default_factory=dict)
    """What is special about the LMS: see `own_api`."""
    values: dict[str, str] = field(default_factory=dict)
    """What the LMS holds by our own names for it, such as `suspend_data`, instead of the learner's."""


NOTICE = "#launch .note"
KNOWN = {"learner": "learner-1"}
LOST = Earlier("#strip .note", {"commit": "false"})
OTHER = Earlier("#save:has-text('Saved')", stays=True)
TOOLS = ("#tools > summary",)
SCREENS = (
    Screen("1-launch", ""),
    Screen("1-launch-halfway", "", "halfway"),
    Screen("1-launch-passed", "", "passed"),
    Screen("1-launch-tools", "", press=TOOLS),
    Screen("2-page", "#/page/{first_page}"),
    Screen("2-page-tools", "#/page/{first_page}", press=TOOLS),
    Screen("2-outline", "#/page/{first_page}", "halfway", ("#outline-toggle",), afresh=True),
    Screen("5-quiz-intro", "#/quiz/{section}"),
    Screen("5-quiz-run", "#/quiz/{section}", "new", ("[data-start]",)),
    Screen("5-quiz-result", "#/quiz/{section}", "failed"),
    Screen("5-quiz-result-passed", "#/quiz/{section}", "passed"),
    Screen("6-record", "#/record", "passed"),
    Screen("6-record-early", "#/record", "halfway"),
    Screen("7-exit", "#/exit"),
    Screen("7-no-lms", "", wait=NOTICE, lms={"api": False}),
    Screen("7-review", "", values={"mode": "review"}),
    Screen("7-damaged-record", "", values={"suspend_data": "1damaged"}),
    Screen("7-not-saved", "#/page/{first_page}", wait="#strip .note", lms={"commit": "false"}),
    Screen("7-unsent", "", wait=NOTICE, earlier=LOST, values=KNOWN),
    Screen("7-second-window", "", wait=NOTICE, earlier=OTHER, values=KNOWN),
    Screen("8-search", "#/search/pharmacy"),
    Screen("8-search-nothing", "#/search/zebra"),
    Screen("8-help", "#/help"),
    Screen("9-print", "#/print"),
    Screen("9-unknown", "#/page/nowhere"),
)
ARABIC_SCREENS = (
    Screen("1-launch", ""),
    Screen("1-launch-halfway", "", "halfway", TOOLS),
    Screen("2-outline", "#/page/welcome", "halfway", ("#outline-toggle",), afresh=True),
    Screen("3-blocks", "#/page/parts"),
    Screen("3-blocks-more", "#/page/kinds"),
    Screen("4-questions", "#/page/checks"),
    Screen("5-quiz-intro", "#/quiz/{section}"),
    Screen("5-quiz-run", "#/quiz/{section}", "new", ("[data-start]",)),
    Screen("5-quiz-result", "#/quiz/{section}", "failed"),
    Screen("6-record", "#/record", "passed"),
    Screen("7-not-saved", "#/page/welcome", wait="#strip .note", lms={"commit": "false"}),
    Screen("8-search", "#/search/FIFO"),
    Screen("8-help", "#/help"),
    Screen("8-glossary", "#/glossary"),
    Screen("9-print", "#/print"),
)
