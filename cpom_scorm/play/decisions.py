"""What a learner does next, from what is to be seen: pure functions, tested without a browser."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, Protocol
from urllib.parse import urldefrag

from cpom_scorm.play.words import meaning_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Verb = Literal["press", "tick", "select", "fill"]

_MOST_OF_ONE = 3
"""How often something whose name says nothing is pressed in all, though the view has changed meanwhile."""
_MOST_OF_WORK = 400
_DIGITS = "0123456789"
_TRIES = 3
"""How many times their patience a learner goes on where only names such as "next" are left."""
_MOST_TICKS = 2
"""Boxes that are ticked of a list."""
_VERBS: dict[str, Verb] = {"radio": "tick", "checkbox": "tick", "select": "select"}
_TEXTS = {
    "number": "1",
    "date": "2024-01-31",
    "time": "10:30",
    "email": "me@example.org",
    "url": "https://a.example",
}


@dataclass(frozen=True, slots=True)
class Control:
    """Something that can be pressed, ticked, chosen from or written into."""

    frame: int
    """Number of the frame that it is in."""
    index: int
    """Its number in the frame."""
    kind: str
    """link, button, radio, checkbox, select, text, or a kind of field such as number."""
    name: str = ""
    key: str = ""
    """The same for what is the same in later views."""
    rel: str = ""
    href: str = ""
    """Address that a link leads to, in full."""
    group: str = ""
    """The same for all answers to one question."""
    checked: bool = False
    value: str = ""
    disabled: bool = False
    options: tuple[str, ...] = ()
    low: str = ""
    """The smallest number of a range."""
    question: str = ""
    """In our own courses: the id of the question that it belongs to."""
    part: str = ""
    """In our own courses: the part of the question, such as a gap."""
    move: str = ""
    """In our own courses: `up` or `down`, where it moves a line."""


@dataclass(frozen=True, slots=True)
class Sight:
    """What is to be seen at one time."""

    title: str
    address: str
    digest: str
    """The same for sights that show the same words."""
    controls: tuple[Control, ...] = ()
    words: str = ""
    """All of them."""


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to do."""

    verb: Verb
    control: Control
    value: str = ""


class Sheet(Protocol):
    """Somebody's answers to some questions."""

    def knows(self, control: Control) -> bool:
        """Whether the control belongs to a question whose answer is known."""

    def answers(self, controls: Sequence[Control], done: Callable[[Action], int]) -> Iterator[Action]:
        """Give what is left to do for known answers; `done` says how often something has been done."""


@dataclass
class Memory:
    """What a learner has done already."""

    content: str
    """What addresses inside the package begin with."""
    pressed: Counter[str] = field(default_factory=Counter)
    """Key → how often."""
    pressed_here: set[tuple[str, str]] = field(default_factory=set)
    """Digest and key."""
    answered: Counter[tuple[str, int, str]] = field(default_factory=Counter)
    """Title, frame and group → how often."""
    visited: set[str] = field(default_factory=set)
    """Addresses that links led to."""
    seen: set[str] = field(default_factory=set)
    """Titles of what was seen."""
    patience: int = 12
    """How many presses in a row may show no page that is new and no question, before they have seen all."""
    stale: int = 0
    """How many presses in a row have shown nothing new."""

    def note(self, action: Action, sight: Sight) -> None:
        """Remember that something has been done."""
        control = action.control
        if control.move:
            self.answered[_question(control, sight)] += 1
            return
        self.stale = 0 if action.verb != "press" or sight.title not in self.seen else self.stale + 1
        self.seen.add(sight.title)
        if action.verb != "press":
            self.answered[_question(control, sight)] += 1
            return
        self.pressed[control.key] += 1
        self.pressed_here.add((sight.digest, control.key))
        if control.href:
            self.visited.add(control.href)


def next_actions(sight: Sight, memory: Memory, sheet: Sheet | None = None) -> list[Action]:
    """Give what to do at this sight, and note it: all that is to be answered, or else one press.

    Empty where nothing is left. A `sheet` knows the answers to some questions.
    """
    actions: list[Action] = []
    while answer := next(_answers(sight, memory, sheet), None):
        memory.note(answer, sight)
        actions.append(answer)
        if answer.verb == "press":
            # It moves things, so the rest has to be looked at anew.
            return actions
    press = None if actions else _press(sight, memory)
    if press:
        memory.note(press, sight)
        actions.append(press)
    return actions


def _press(sight: Sight, memory: Memory) -> Action | None:
    """Give what to press: submit, go on, look elsewhere; None where nothing is left."""
    ready = [one for one in sight.controls if _can_be_pressed(one, sight, memory)]
    by_meaning = {one.key: _meaning(one, sight) for one in ready}
    if memory.stale >= memory.patience and sight.title in memory.seen:
        # Whatever is pressed here shows nothing new: one more try with what leads on.
        is_over = memory.stale >= memory.patience * _TRIES
        ready = (
            [] if is_over else [one for one in ready if by_meaning[one.key] in ("next", "begin", "finish")]
        )
    has_answers = any(question[0] == sight.title for question in memory.answered)
    order = ("submit", "next", "begin", "numbered", "finish")
    if not has_answers:
        order = ("next", "begin", "submit", "numbered", "finish")
    for wanted in order:
        for control in ready:
            if by_meaning[control.key] == wanted:
                return Action("press", control)
    others = [one for one in ready if by_meaning[one.key] == "other"]
    # What stands on the page first, then the ways to other pages.
    for kind in ("button", "link"):
        for control in others:
            if control.kind == kind:
                return Action("press", control)
    return None


def _answers(sight: Sight, memory: Memory, sheet: Sheet | None) -> Iterator[Action]:
    """Give what is left to answer."""
    controls = [one for one in sight.controls if not one.disabled]
    if sheet:
        yield from sheet.answers(controls, lambda action: memory.answered[_question(action.control, sight)])
        controls = [one for one in controls if not sheet.knows(one)]
    for control in controls:
        value = None if memory.answered[_question(control, sight)] else _answer_to(control, controls)
        if value is not None and (control.kind != "checkbox" or _ticks(control, sight, memory) < _MOST_TICKS):
            yield Action(_VERBS.get(control.kind, "fill"), control, value)


def _answer_to(control: Control, controls: Sequence[Control]) -> str | None:
    """Give what to answer with; None for what is no question, or is answered."""
    match control.kind:
        case "radio":
            return None if _is_decided(control, controls) else ""
        case "checkbox":
            return None if control.checked else ""
        case "select":
            is_chosen = control.value and control.value != control.options[0]
            others = [option for option in control.options if option and option != control.value]
            return others[0] if others and not is_chosen else None
        case "link" | "button" | "range":
            return None
        case kind:
            return None if control.value else control.low or _TEXTS.get(kind, "answer")


def _question(control: Control, sight: Sight) -> tuple[str, int, str]:
    return (sight.title, control.frame, control.group)


def _is_decided(control: Control, controls: Sequence[Control]) -> bool:
    return any(
        one.checked
        for one in controls
        if (one.frame, one.group, one.kind) == (control.frame, control.group, "radio")
    )


def _ticks(control: Control, sight: Sight, memory: Memory) -> int:
    """How many boxes of the same list have been ticked: those of one form on one page."""
    form = control.group.partition("|")[0]
    return sum(
        1
        for (title, frame, group), count in memory.answered.items()
        if count and (title, frame) == (sight.title, control.frame) and group.partition("|")[0] == form
    )


def _meaning(control: Control, sight: Sight) -> str:
    """Say what pressing does; `numbered` links lead to other questions, which come before the end."""
    meaning = meaning_of(control.name, control.rel)
    here, there = sight.address.rstrip(_DIGITS), control.href.rstrip(_DIGITS)
    is_numbered = control.kind == "link" and here == there and here != sight.address
    return "numbered" if meaning == "other" and is_numbered else meaning


def _can_be_pressed(control: Control, sight: Sight, memory: Memory) -> bool:
    if control.disabled or control.move or control.kind not in ("link", "button"):
        return False
    meaning = meaning_of(control.name, control.rel)
    if meaning in ("leave", "back") or (sight.digest, control.key) in memory.pressed_here:
        return False
    if memory.pressed[control.key] >= (_MOST_OF_ONE if meaning == "other" else _MOST_OF_WORK):
        return False
    if control.kind == "button" or meaning == "next":
        return True
    return _leads_on(control.href, sight, memory)


def _leads_on(href: str, sight: Sight, memory: Memory) -> bool:
    """Whether a link leads to a page of the package that has not been seen."""
    if href.startswith("javascript:"):
        return True
    return (
        href.startswith(memory.content)
        and href not in memory.visited
        and href != urldefrag(sight.address)[0] + "#"
    )
