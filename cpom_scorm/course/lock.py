"""The lock file of a course: it gives everything that progress is stored for a number that never changes."""

from __future__ import annotations

import json
import string
from typing import TYPE_CHECKING

from cpom_scorm.blocks import KeptBlock
from cpom_scorm.course.lock_reading import VERSION, read_lock
from cpom_scorm.course.lock_rules import (
    LETTERS_USED_UP,
    LOCK_OF_ANOTHER_COURSE,
    LOCK_OUT_OF_DATE,
    LOCK_RULES,
)
from cpom_scorm.course.published import published, to_lines, with_other_answers
from cpom_scorm.course.slots import Generation, Lock, Slot, generation_of, slot_lines
from cpom_scorm.diagnostics import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.course.model import Course

LOCK_NAME = "course.lock.yaml"

_LETTERS = string.ascii_lowercase + string.digits
_ALPHABETS = {
    "option": _LETTERS,
    "source": "1234567890" + string.ascii_lowercase,
    "target": _LETTERS,
}
"""In what order letters are given: a pair reads 1.c (1.2 RTE 3.4.4). Other roles need none."""


def check_lock(lock: Lock | None, course: Course) -> Iterator[Diagnostic]:
    """Find what keeps `extend` from giving slots: another course's lock, and letters that are used up."""
    if lock is not None and lock.course != course.id:
        message = f'the lock file belongs to the course "{lock.course}", and this one is "{course.id}"'
        help_text = "put the old id back; for a new course delete the lock file"
        span = next((slot.span for slot in lock.slots if slot.span), None)
        yield Diagnostic(LOCK_OF_ANOTHER_COURSE, message, span, help_text)
        return
    table = _Table(lock, course)
    for question in table.without_letters:
        message = f'the question "{question}" has used up its 36 letters, those of removed options included'
        span = next((slot.span for slot in reversed(table.slots) if slot.id == question), None)
        yield Diagnostic(LETTERS_USED_UP, message, span, "give the question a new id")


def extend(lock: Lock | None, course: Course) -> tuple[Lock, bool]:
    """Give slots to everything in the course that has none; say whether the file must be written.

    What has a slot keeps it, and the slots of what is gone stay taken. A question whose options or key have
    changed gets slots again, so that no answer is taken for one to what is asked now (RUN-43). Raises
    ValueError where `check_lock` finds something.
    """
    before = lock.published if lock else None
    table = _Table(lock, course)
    if table.without_letters or (lock is not None and lock.course != course.id):
        raise ValueError(f"check_lock comes before extend: {table.without_letters or course.id}")
    slots = tuple(table.slots)
    generations = lock.generations if lock else ()
    if slots and len(slots) > max((known.length for known in generations), default=0):
        generations = (*generations, generation_of(slots))
    extended = Lock(course.id, slots, generations, published(course, before))
    return extended, lock is None or lock.is_merged or extended != lock


def lock_text(lock: Lock) -> str:
    """Write the lock as the text of its file."""
    return "\n".join(
        (
            "# Written by cpom-scorm build. Commit it: learners' progress is stored by these numbers.",
            f"version: {VERSION}",
            f'course: "{lock.course}"',  # Quoted: an id may be a word that YAML would change, such as on.
            "slots:",
            *(f"- {line}" for line in slot_lines(lock.slots)),
            "generations:",
            *(f"- {count} {digest}" for count, digest in lock.generations),
            *_contents_lines(lock),
            "",
        )
    )


def _contents_lines(lock: Lock) -> Iterator[str]:
    if lock.published is None:
        return
    yield "contents:"
    for line in to_lines(lock.published, lock.course):
        fields = (f"{name}: {_yaml_value(value)}" for name, value in line.items())
        yield f"- {{{', '.join(fields)}}}"


def _yaml_value(value: object) -> str:
    """A text in the quotes of JSON is one of YAML as well, once all that does not print is escaped."""
    text = json.dumps(value, ensure_ascii=False)
    return "".join(one if one.isprintable() else f"\\U{ord(one):08x}" for one in text)


class _Table:
    """A slot table that grows by what a course has and the table has not."""

    def __init__(self, lock: Lock | None, course: Course) -> None:
        self.slots: list[Slot] = []
        self.without_letters: list[str] = []
        self._last: dict[tuple[str, str], int] = {}
        self._used: dict[tuple[str, str], set[str]] = {}
        self._asks_anew = with_other_answers(course, lock.published if lock else None)
        for slot in lock.slots if lock else ():
            self._add(slot)
        for thing in _things_with_slots(course):
            if isinstance(thing, KeptBlock):
                self._grow_by_question(thing)
            elif (thing.kind, thing.id) not in self._last:
                self._add(thing)

    def _add(self, slot: Slot) -> None:
        if slot.kind == "question":
            before = self._last.get(("question", slot.id))
            if before is None or self.slots[before].note != slot.note:
                for role in _ALPHABETS:
                    self._used[role, slot.id] = set()
        elif slot.is_option:
            self._used.setdefault((slot.kind, slot.id.partition("/")[0]), set()).add(slot.note)
        # An option that becomes a source is another thing, so options are known by their id alone.
        self._last["option" if slot.is_option else slot.kind, slot.id] = len(self.slots)
        self.slots.append(slot)

    def _grow_by_question(self, question: KeptBlock) -> None:
        """A question that changed what it asks is another one: it and its options get slots again."""
        before = self._last.get(("question", question.id), -1)
        is_same_kind = before >= 0 and self.slots[before].note == question.kind
        # Letters stay with their options as long as the kind does: reports of years show them (RUN-53).
        lettered_since = before if is_same_kind else len(self.slots)
        if not is_same_kind or question.id in self._asks_anew:
            before = len(self.slots)
            self._add(Slot("question", question.id, question.kind))
        for role, option in question.option_ids():
            name = f"{question.id}/{option}"
            known = self._last.get(("option", name), -1)
            has_role = known >= 0 and self.slots[known].kind == role
            if has_role and known > before:
                continue
            is_lettered = has_role and known > lettered_since
            letter = self.slots[known].note if is_lettered else self._next_letter(role, question.id)
            if letter is None:
                self.without_letters.append(question.id)
                return
            self._add(Slot(role, name, letter))

    def _next_letter(self, role: str, question: str) -> str | None:
        """Give the letter for an option; empty for a role that has none, None when all are used up."""
        if role not in _ALPHABETS:
            return ""
        used = self._used[role, question]
        return next((letter for letter in _ALPHABETS[role] if letter not in used), None)


def _things_with_slots(course: Course) -> Iterator[Slot | KeptBlock]:
    """Give all that progress is stored for, in reading order."""
    if course.welcome:
        yield Slot("page", course.welcome.id)
        yield from (block for block in course.welcome.blocks if isinstance(block, KeptBlock) and block.keeps)
    for section in course.sections:
        yield Slot("section", section.id)
        for page in section.pages:
            yield Slot("page", page.id)
            yield from (block for block in page.blocks if isinstance(block, KeptBlock) and block.keeps)
        yield from section.quiz.every_question if section.quiz else ()


__all__ = [
    "LOCK_NAME",
    "LOCK_OUT_OF_DATE",
    "LOCK_RULES",
    "Generation",
    "Lock",
    "Slot",
    "check_lock",
    "extend",
    "lock_text",
    "read_lock",
]
