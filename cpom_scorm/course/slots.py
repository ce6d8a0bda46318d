"""The numbers by which learners' progress is stored: what has which slot, and which tables were published."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cpom_scorm.course.published import Published
    from cpom_scorm.source import Span


@dataclass(frozen=True, slots=True)
class Slot:
    """What one number stands for, for good. The number is the slot's place in the table."""

    kind: str
    """page, section, question, or what an option is in its question: option, source, row and so on."""
    id: str
    """Of an option: `question/option`; of an answer in a scenario: `question/step/answer`."""
    note: str = ""
    """Of a question: its interaction kind. Of an option: its SCORM 1.2 letter, where it needs one."""
    span: Span | None = field(default=None, compare=False, repr=False)

    @property
    def is_option(self) -> bool:
        """Whether an answer can name it."""
        return "/" in self.id

    @property
    def text(self) -> str:
        """The slot's line without its number."""
        return f"{self.kind} {self.id} {self.note}".rstrip()

    @property
    def entry(self) -> tuple[str, ...]:
        """The slot as the player gets it in `course-data.js`."""
        if self.is_option:
            question, _, option = self.id.partition("/")
            return ("option", question, self.kind, option, self.note)
        return (self.kind, self.id, self.note) if self.note else (self.kind, self.id)


class Generation(NamedTuple):
    """A slot table that a build published: records carry both values and are read only if they are known."""

    length: int
    digest: str


@dataclass(frozen=True)
class Lock:
    """The slot table of a course. It only ever grows."""

    course: str
    slots: tuple[Slot, ...]
    generations: tuple[Generation, ...]
    """Oldest first."""
    published: Published | None = None
    """What the last build published; None in files of releases that did not note it."""
    is_merged: bool = field(default=False, compare=False)
    """Whether the file held the slots of several branches, so that it must be written anew."""

    @property
    def numbers(self) -> tuple[tuple[Slot, ...], tuple[Generation, ...]]:
        """What records depend on."""
        return self.slots, self.generations

    def slot_of(self, kind: str, id: str) -> int:  # noqa: A002 - the field's own name
        """Give the number that new records use; an option is found by its role and `question/option`.

        Raises KeyError for what has no slot.
        """
        return self._numbers[kind, id]

    def letters(self, question: str) -> Mapping[str, str]:
        """Give the letter of each option, source and target of a question, by their ids."""
        return self._letters.get(question, {})

    @cached_property
    def questions(self) -> Mapping[str, tuple[int, str]]:
        """The slot number and kind that each question and kept block has in new records."""
        return {
            slot.id: (number, slot.note) for number, slot in enumerate(self.slots) if slot.kind == "question"
        }

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The kinds of all questions and kept blocks that ever had a slot."""
        return frozenset(slot.note for slot in self.slots if slot.kind == "question")

    @cached_property
    def _numbers(self) -> dict[tuple[str, str], int]:
        return {(slot.kind, slot.id): number for number, slot in enumerate(self.slots)}

    @cached_property
    def _letters(self) -> dict[str, dict[str, str]]:
        letters: dict[str, dict[str, str]] = {}
        for slot in self.slots:
            if slot.kind == "question":
                letters[slot.id] = {}
            elif slot.is_option:
                question, _, option = slot.id.partition("/")
                letters.setdefault(question, {})[option] = slot.note
        return letters


def slot_lines(slots: Sequence[Slot]) -> list[str]:
    """Give the lines of a slot table."""
    return [f"{number} {slot.text}" for number, slot in enumerate(slots)]


def generation_of(slots: Sequence[Slot]) -> Generation:
    """Give the generation that publishes this table."""
    digest = hashlib.sha256("\n".join(slot_lines(slots)).encode()).hexdigest()
    return Generation(len(slots), digest[:6])
