"""Which bits of a record belong to what. Twin of the player's `record_layout.js`."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cpom_scorm.course.record_size import REPORTED_PARTS, SPARE_INDEXES, UNREPORTED

if TYPE_CHECKING:
    from collections.abc import Sequence

    Entry = Sequence[str]
    """A slot as the player gets it."""


@dataclass(slots=True)
class Part:
    """What one slot adds to a record, options aside: they only give their question its width."""

    kind: str
    """page, section or question."""
    id: str
    type: str
    """A question's kind, else empty."""
    is_live: bool
    """Whether the newest slot table still means this slot by the id."""
    options: dict[str, list[str]] = field(default_factory=dict)
    """A question's option ids by role, in slot order."""
    records: list[str] = field(default_factory=list)
    """Ids of the records that the LMS gets of a question."""

    def ids(self, role: str) -> list[str]:
        """Give the options with a role."""
        return self.options.get(role, [])


@dataclass(frozen=True, slots=True)
class Layout:
    """The parts of a generation in slot order."""

    parts: tuple[Part, ...]
    index_width: int
    """Bits of a record's index in the LMS, + 1."""


def layout_of(slots: Sequence[Entry], count: int) -> Layout:
    """Work out the layout of the generation of the first `count` slots."""
    newest, last = last_slots(slots), last_slots(slots[:count])
    parts: dict[tuple[str, ...], Part] = {}
    for number in sorted(last.values()):
        kind, name, *notes = slots[number]
        if kind != "option":
            is_live = newest[kind, name] == number
            parts[kind, name] = Part(kind, name, notes[0] if notes else "", is_live)
    for number in sorted(last.values()):
        kind, name, *notes = slots[number]
        question = parts.get(("question", name))
        if kind == "option" and question is not None:
            question.options.setdefault(notes[0], []).append(notes[1])
    records = 0
    for part in parts.values():
        if part.kind == "question":
            part.records = _records(part)
            records += len(part.records)
    return Layout(tuple(parts.values()), (records + SPARE_INDEXES).bit_length())


def last_slots(slots: Sequence[Entry]) -> dict[tuple[str, ...], int]:
    """Give the number that each thing is meant by: of one that got a second slot, the last."""
    return {tuple(slot[:4] if slot[0] == "option" else slot[:2]): at for at, slot in enumerate(slots)}


def _records(question: Part) -> list[str]:
    if question.type in UNREPORTED:
        return []
    own = [f"{question.id}_{option}" for role in REPORTED_PARTS for option in question.ids(role)]
    return own or [question.id]
