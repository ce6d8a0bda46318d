"""What a learner does next, from what is to be seen: pure functions, tested without a browser."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal
from urllib.parse import urldefrag

from cpom_scorm.play.words import meaning_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Verb = Literal["press", "tick", "select", "fill"]

_MOST_OF_ONE = 3
"""How often something that is no "next" is pressed in all, though the view has changed meanwhile."""
_MOST_NEXT = 80
_MOST_STALE = 12
"""How many presses in a row may show no page that is new and no question, before the learner has seen all."""
_MOST_TICKS = 2
"""Boxes that are ticked of a list."""
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


@dataclass(frozen=True, slots=True)
class Sight:
    """What is to be seen at one time."""

    title: str
    address: str
    digest: str
    """The same for sights that show the same words."""
    controls: tuple[Control, ...] = ()


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to do."""

    verb: Verb
    control: Control
    value: str = ""


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
    stale: int = 0
    """How many presses in a row have shown nothing new."""

    def note(self, action: Action, sight: Sight) -> None:
        """Remember that something has been done."""
        control = action.control
        self.stale = 0 if action.verb != "press" or sight.title not in self.seen else self.stale + 1
        self.seen.add(sight.title)
        if action.verb != "press":
            self.answered[_question(control, sight)] += 1
            return
        self.pressed[control.key] += 1
        self.pressed_here.add((sight.digest, control.key))
        if control.href:
            self.visited.add(control.href)


def next_action(sight: Sight, memory: Memory) -> Action | None:
    """Give what to do: answer, submit, go on, look elsewhere; None where nothing is left."""
    answer = next(_answers(sight, memory), None)
    if answer:
        return answer
    if memory.stale >= _MOST_STALE:
        return None
    ready = [one for one in sight.controls if _can_be_pressed(one, sight, memory)]
    by_meaning = {one.key: meaning_of(one.name, one.rel) for one in ready}
    has_answers = any(question[0] == sight.title for question in memory.answered)
    order = ("submit", "next", "begin") if has_answers else ("next", "begin", "submit")
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


def _answers(sight: Sight, memory: Memory) -> Iterator[Action]:
    """Give what is left to answer."""
    controls = [one for one in sight.controls if not one.disabled]
    for control in controls:
        question = _question(control, sight)
        match control.kind:
            case "radio" if not memory.answered[question] and not _is_decided(control, controls):
                yield Action("tick", control)
            case "checkbox" if not control.checked and _ticks(control, sight, memory) < _MOST_TICKS:
                if not memory.answered[question]:
                    yield Action("tick", control)
            case "select" if not memory.answered[question]:
                choices = [option for option in control.options if option and option != control.value]
                if choices and not (control.value and control.value != control.options[0]):
                    yield Action("select", control, choices[0])
            case "range":
                continue
            case "link" | "button" | "radio" | "checkbox" | "select":
                continue
            case kind if not control.value and not memory.answered[question]:
                yield Action("fill", control, control.low or _TEXTS.get(kind, "answer"))


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


def _can_be_pressed(control: Control, sight: Sight, memory: Memory) -> bool:
    if control.disabled or control.kind not in ("link", "button"):
        return False
    meaning = meaning_of(control.name, control.rel)
    if meaning in ("leave", "back") or (sight.digest, control.key) in memory.pressed_here:
        return False
    if memory.pressed[control.key] >= (_MOST_NEXT if meaning == "next" else _MOST_OF_ONE):
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
