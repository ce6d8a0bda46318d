"""A lock that was edited or merged. Were this broken, a merge would quietly mix up learners' records."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpom_scorm.course.lock import extend, lock_text, read_lock
from cpom_scorm.course.model import Course

if TYPE_CHECKING:
    from pathlib import Path

    from cpom_scorm.course.lock import Lock
    from cpom_scorm.diagnostics import Diagnostic

NAME = "course/course.lock.yaml"
BASE = ["section s", "page a", "page b"]


def published(slots: list[str]) -> str:
    lines = "\n".join(f"{number} {slot}" for number, slot in enumerate(slots))
    return f"{len(slots)} {hashlib.sha256(lines.encode()).hexdigest()[:6]}"


def text_of(slots: list[str], generations: list[str]) -> str:
    listed = "".join(f"- {slot}\n" for slot in slots)
    return f"version: 1\ncourse: c1\nslots:\n{listed}generations:\n" + "".join(
        f"- {g}\n" for g in generations
    )


def numbered(slots: list[str], start: int = 0) -> list[str]:
    return [f"{number} {slot}" for number, slot in enumerate(slots, start)]


def read(folder: Path, text: str) -> tuple[Lock | None, list[Diagnostic]]:
    path = folder / "course.lock.yaml"
    path.write_bytes(text.encode())
    return read_lock(path, NAME)


def told(found: list[Diagnostic]) -> list[tuple[str, str, int | None, str]]:
    return [(f.rule.id, f.message, f.span.line if f.span else None, f.help) for f in found]


def merged(side: str, other: str, generations: list[str]) -> str:
    return text_of([*numbered(BASE), f"3 page {side}", f"3 page {other}"], generations)


def course(*pages: str) -> Course:
    listed = [{"id": page, "title": page, "minutes": 1, "blocks": []} for page in pages]
    section = {"id": "s", "number": "1", "title": "S", "pages": listed}
    return Course.model_validate({"id": "c1", "title": "C", "language": "en", "sections": [section]})


def test_after_a_merge_the_entry_that_was_published_keeps_its_slot(tmp_path: Path) -> None:
    for ours, theirs in (("x", "y"), ("y", "x")):
        generations = [published(BASE), published([*BASE, "page x"])]
        lock, found = read(tmp_path, merged(ours, theirs, generations))
        help_text = 'build once: "page x" keeps the slot and "page y" gets a new one'
        line = 7 if ours == "y" else 8
        assert [("LCK-004", 'slot 3 is given to both "page x" and "page y"', line, help_text)] == told(found)
        assert [15 - line] == [label.span.line for label in found[0].labels]
        assert lock
        repaired, changed = extend(lock, course("a", "x", "y", "b"))
        assert ([*BASE, "page x", "page y"], True) == ([slot.text for slot in repaired.slots], changed)
        repaired_again, found = read(tmp_path, lock_text(repaired))
        assert (repaired, []) == (repaired_again, found)


def test_when_neither_entry_was_published_the_first_keeps_its_slot(tmp_path: Path) -> None:
    lock, found = read(tmp_path, merged("y", "x", [published(BASE)]))
    assert ['slot 3 is given to both "page y" and "page x"'] == [f.message for f in found]
    assert lock
    repaired, _ = extend(lock, course("a", "b", "x", "y"))
    assert [*BASE, "page y", "page x"] == [slot.text for slot in repaired.slots]
    assert [published(BASE), published([*BASE, "page y", "page x"])] == [
        f"{count} {digest}" for count, digest in repaired.generations
    ]


def test_when_both_were_published_a_person_must_choose(tmp_path: Path) -> None:
    generations = [published(slots) for slots in (BASE, [*BASE, "page x"], [*BASE, "page y"])]
    lock, found = read(tmp_path, merged("x", "y", generations))
    help_text = "remove the line of the generation that no learner has used, then build"
    assert [("LCK-004", 'slot 3 is given to both "page x" and "page y"', 8, help_text)] == told(found)
    assert (None, [7, 11, 12]) == (lock, [label.span.line for label in found[0].labels])


def test_branches_of_different_length_are_told_apart_in_any_order(tmp_path: Path) -> None:
    ours, theirs = ["page x", "question q choice", "option q/k a"], ["page y"]
    generations = [published(BASE), published(BASE + ours)]
    for first, second in ((ours, theirs), (theirs, ours)):
        slots = numbered(BASE) + numbered(first, 3) + numbered(second, 3)
        lock, found = read(tmp_path, text_of(slots, generations))
        assert ['slot 3 is given to both "page x" and "page y"'] == [f.message for f in found]
        assert lock
        assert BASE + ours == [slot.text for slot in lock.slots]


def test_two_branches_that_added_the_same_page_are_one(tmp_path: Path) -> None:
    generation = published([*BASE, "page x"])
    lock, found = read(tmp_path, merged("x", "x", [published(BASE), generation, generation]))
    assert lock
    repaired, changed = extend(lock, course("a", "b", "x"))
    assert ([], True, [*BASE, "page x"]) == (found, changed, [slot.text for slot in repaired.slots])


EDITED = {
    "an id was edited": (["section s", "page changed", "page b", "page x"], "slots 0 to 2", 9),
    "a line was removed at the end": (BASE, "slot 3", 9),
    "a slot of the last generation was edited": ([*BASE, "page changed"], "slot 3", 10),
}


@pytest.mark.parametrize(("slots", "where", "line"), EDITED.values(), ids=EDITED)
def test_a_slot_that_changed_its_meaning_is_refused(
    slots: list[str], where: str, line: int, tmp_path: Path
) -> None:
    """RUN-41, RUN-42: with such a lock, old records would be read as something else."""
    generations = [published(BASE), published([*BASE, "page x"])]
    count = 3 if where == "slots 0 to 2" else 4
    digest = generations[count - 3]
    lock, found = read(tmp_path, text_of(numbered(slots), generations))
    help_text = (
        "take the file from version control again; after a merge take that of the published side, and build"
    )
    message = f'{where} changed after generation "{digest}" was published'
    assert (None, [("LCK-005", message, line, help_text)]) == (lock, told(found))


RESTORE = "take the file from version control again"
UNREADABLE = {
    "a word": (
        "lock",
        "LCK-001",
        "a lock file has the keys version, course, slots, generations and contents",
        1,
    ),
    "a key too many": (
        text_of(["0 page a"], []).replace("course", "extra: 1\ncourse"),
        "LCK-001",
        "a lock file has the keys version, course, slots, generations and contents",
        1,
    ),
    "no slots": (
        "version: 1\ncourse: c1\nslots: []\ngenerations: []\n",
        "LCK-001",
        "a lock file has the keys version, course, slots, generations and contents",
        1,
    ),
    "text for slots": (
        "version: 1\ncourse: c1\nslots: 0 page a\ngenerations: []\n",
        "LCK-001",
        '"slots" is a list of lines',
        3,
    ),
    "half a line": (
        text_of(["0 page a", "1 question q"], []),
        "LCK-001",
        '"1 question q" is no line of slots',
        5,
    ),
    "a large letter": (
        text_of(["0 question q choice", "1 option q/a A"], []),
        "LCK-001",
        '"1 option q/a A" is no line of slots',
        5,
    ),
    "a long hash": (
        text_of(["0 page a"], ["1 abcdef0"]),
        "LCK-001",
        '"1 abcdef0" is no line of generations',
        6,
    ),
    "a gap": (
        text_of(["0 page a", "2 page b"], []),
        "LCK-001",
        'slot 2 "page b" does not follow on slot 1',
        5,
    ),
    "nine branches": (
        text_of(["0 page a", *(f"1 page b{number}" for number in range(9))], []),
        "LCK-001",
        "the file holds the slots of more than 8 branches",
        13,
    ),
}


@pytest.mark.parametrize(("text", "rule", "message", "line"), UNREADABLE.values(), ids=UNREADABLE)
def test_a_file_without_the_form_of_a_lock_is_refused(
    text: str, rule: str, message: str, line: int, tmp_path: Path
) -> None:
    lock, found = read(tmp_path, text)
    assert (None, [(rule, message, line, RESTORE)]) == (lock, told(found))


def test_a_lock_of_a_newer_release_is_refused(tmp_path: Path) -> None:
    """RUN-45."""
    lock, found = read(tmp_path, text_of(["0 page a"], []).replace("version: 1", "version: 2"))
    message = 'the lock file has version "2", and this release knows "1"'
    assert (None, [("LCK-002", message, 1, "build with the release that wrote the file")]) == (
        lock,
        told(found),
    )


def test_broken_yaml_is_told_as_yaml(tmp_path: Path) -> None:
    lock, found = read(tmp_path, "version: [1")
    assert (None, ["YML-001"]) == (lock, [f.rule.id for f in found])


def test_line_ends_of_another_system_change_nothing(tmp_path: Path) -> None:
    text = text_of(numbered(BASE), [published(BASE)])
    lock, found = read(tmp_path, text.replace("\n", "\r\n"))
    assert (read(tmp_path, text), []) == ((lock, found), found)
    assert lock
    assert lock.numbers == extend(lock, course("a", "b"))[0].numbers


page_names = st.lists(st.sampled_from("uvwxyz"), max_size=4, unique=True)


@given(ours=page_names, theirs=page_names, swap=st.booleans(), keep_ours=st.booleans())
def test_any_merge_of_two_branches_is_settled_without_moving_what_was_published(
    ours: list[str], theirs: list[str], swap: bool, keep_ours: bool, tmp_path_factory: pytest.TempPathFactory
) -> None:
    tables = [BASE + [f"page {name}" for name in side] for side in (ours, theirs)]
    first, second = tables[::-1] if swap else tables
    generations = sorted({published(BASE), published(tables[0 if keep_ours else 1])})
    text = text_of(numbered(first) + numbered(second[3:], 3), generations)
    lock, _ = read(tmp_path_factory.mktemp("lock"), text)
    assert lock
    everything = course("a", "b", *dict.fromkeys(ours + theirs))
    repaired, _ = extend(lock, everything)
    kept = tables[0 if keep_ours else 1]
    assert kept == [slot.text for slot in repaired.slots[: len(kept)]]
    assert {slot.text for slot in repaired.slots} == {*tables[0], *tables[1]}
    assert (repaired, False) == extend(repaired, everything)
