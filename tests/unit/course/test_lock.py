"""Slots never move. Were this broken, saved answers would come back as answers to other questions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpom_scorm.course.lock import check_lock, extend, lock_text, read_lock
from cpom_scorm.course.model import Course
from cpom_scorm.course.slots import generation_of, slot_lines

if TYPE_CHECKING:
    from pathlib import Path

    from cpom_scorm.course.lock import Lock

FIRST_LOCK = """\
# Written by cpom-scorm build. Commit it: learners' progress is stored by these numbers.
version: 1
course: "cpom-m1"
slots:
- 0 page welcome
- 1 section overview
- 2 page one_dose
- 3 question k11_01 choice
- 4 option k11_01/a a
- 5 option k11_01/b b
- 6 question i11_01 matching
- 7 source i11_01/s1 1
- 8 source i11_01/s2 2
- 9 target i11_01/t1 a
- 10 target i11_01/t2 b
generations:
- 11 66b3e4
contents:
- {course: "cpom-m1", pass_mark: 80, require: "overall", counted: "best"}
- {page: "welcome", title: "welcome"}
- {section: "overview", title: "1 Overview"}
- {page: "one_dose", title: "one_dose"}
- {question: "k11_01", kind: "choice", answers: "07615e 0eb5b8"}
- {quiz: "overview", title: "Check", pass_mark: 80}
- {question: "i11_01", kind: "matching", answers: "64308d 841f7c"}
"""


def question(name: str, kind: str = "choice", options: tuple[str, ...] = ("a", "b")) -> dict[str, Any]:
    shared = {"kind": kind, "id": name, "stem": "Which?", "feedback": "That one."}
    listed = [{"id": option, "text": option} for option in options]
    match kind:
        case "choice":
            return {**shared, "options": listed, "correct": options[0]}
        case "matching":
            half = len(options) // 2
            pairs = {options[0]: options[half]}
            return {**shared, "sources": listed[:half], "targets": listed[half:], "correct": pairs}
        case "true_false":
            return {**shared, "correct": True}
        case _:
            return {**shared, "correct": 5}


def page(name: str, *blocks: dict[str, Any]) -> dict[str, Any]:
    return {"id": name, "title": name, "minutes": 1, "blocks": [{"kind": "text", "text": "Read."}, *blocks]}


def course(*pages: dict[str, Any], quiz: tuple[dict[str, Any], ...] = (), **keys: Any) -> Course:
    section: dict[str, Any] = {"id": "overview", "number": "1", "title": "Overview", "pages": list(pages)}
    if quiz:
        section["quiz"] = {"title": "Check", "minutes": 1, "questions": list(quiz)}
    values = {"id": "cpom-m1", "title": "Course", "language": "en", "sections": [section], **keys}
    return Course.model_validate(values)


def first_course(*more_pages: dict[str, Any]) -> Course:
    pairs = question("i11_01", "matching", ("s1", "s2", "t1", "t2"))
    return course(page("one_dose", question("k11_01")), *more_pages, quiz=(pairs,), welcome=page("welcome"))


def grown(lock: Lock | None, to: Course) -> Lock:
    assert [] == list(check_lock(lock, to))
    return extend(lock, to)[0]


def test_the_first_build_gives_slots_in_reading_order_and_publishes_one_generation() -> None:
    lock, changed = extend(None, first_course())
    assert (FIRST_LOCK, True) == (lock_text(lock), changed)


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "course.lock.yaml"
    path.write_text(FIRST_LOCK, "utf-8")
    assert (grown(None, first_course()), []) == read_lock(path)


def test_there_is_no_lock_before_the_first_build(tmp_path: Path) -> None:
    assert (None, []) == read_lock(tmp_path / "course.lock.yaml")


def test_a_course_without_news_leaves_the_lock_as_it_is() -> None:
    lock = grown(None, first_course())
    assert (lock, False) == extend(lock, first_course())


def test_new_things_get_the_next_slots_wherever_they_stand_and_old_ones_keep_theirs() -> None:
    """RUN-41."""
    before = grown(None, course(page("a"), page("b", question("q"))))
    after = grown(before, course(page("new"), page("b", question("q", options=("c", "a"))), page("a")))
    assert before.slots == after.slots[: len(before.slots)]
    asked_anew = ["7 question q choice", "8 option q/c c", "9 option q/a a"]
    assert ["6 page new", *asked_anew] == slot_lines(after.slots)[6:]
    assert [6, 10] == [known.length for known in after.generations]


def test_removed_things_keep_their_slots_and_get_them_back() -> None:
    before = grown(None, course(page("a"), page("b")))
    without = grown(before, course(page("b")))
    again = grown(without, course(page("a"), page("b")))
    assert (before, before.numbers) == (again, without.numbers)


def test_a_question_that_changed_its_kind_gets_new_slots_with_letters_from_the_start() -> None:
    before = grown(None, course(page("a", question("q", "choice", ("x", "y")))))
    after = grown(before, course(page("a", question("q", "matching", ("x", "y")))))
    assert ["5 question q matching", "6 source q/x 1", "7 target q/y a"] == slot_lines(after.slots)[5:]
    assert (5, {"x": "1", "y": "a"}) == (after.slot_of("question", "q"), after.letters("q"))


def test_an_option_that_changed_its_role_is_another_one_each_time() -> None:
    one = course(page("a", question("q", "matching", ("x", "y", "z", "w"))))
    other = course(page("a", question("q", "matching", ("z", "y", "x", "w"))))
    lock = grown(grown(grown(None, one), other), one)
    assert {"x": "4", "y": "2", "z": "d", "w": "b"} == dict(lock.letters("q"))
    assert (lock, False) == extend(lock, one)


def test_the_player_gets_slots_with_roles_and_letters() -> None:
    entries = [slot.entry for slot in grown(None, first_course()).slots]
    assert [
        ("page", "welcome"),
        ("section", "overview"),
        ("question", "k11_01", "choice"),
        ("option", "k11_01", "option", "a", "a"),
        ("option", "i11_01", "source", "s1", "1"),
        ("option", "i11_01", "target", "t2", "b"),
    ] == [entries[number] for number in (0, 1, 3, 4, 7, 10)]


def test_36_options_have_letters_and_the_37th_is_refused() -> None:
    """BLD-05, RUN-53: SCORM 1.2 has 36 characters for options."""
    names = tuple(f"o{number}" for number in range(37))
    full = course(page("a", question("q", options=names[:36])))
    lock = grown(None, full)
    assert "abcdefghijklmnopqrstuvwxyz0123456789" == "".join(lock.letters("q").values())
    too_many = course(page("a", question("q", options=(*names[1:36], names[36]))))
    message = 'the question "q" has used up its 36 letters, those of removed options included'
    assert [("LCK-006", message)] == [(f.rule.id, f.message) for f in check_lock(lock, too_many)]
    with pytest.raises(ValueError, match="check_lock comes before extend"):
        extend(lock, too_many)


def test_sources_count_from_1_and_targets_from_a() -> None:
    """SCORM 1.2 shows pairs as 1.c,2.b."""
    names = tuple(f"s{number}" for number in range(11)) + tuple(f"t{number}" for number in range(11))
    lock = grown(None, course(page("p", question("q", "matching", names))))
    assert "1234567890a" + "abcdefghijk" == "".join(lock.letters("q").values())


def test_the_lock_of_another_course_is_refused() -> None:
    lock = grown(None, course(page("a")))
    found = [f"{f.rule.id} {f.message}" for f in check_lock(lock, course(page("a"), id="cpom-m2"))]
    assert ['LCK-003 the lock file belongs to the course "cpom-m1", and this one is "cpom-m2"'] == found


names = st.sampled_from(["a", "b", "c", "d"])
questions = st.builds(
    question,
    st.sampled_from(["q1", "q2", "q3"]),
    st.sampled_from(["choice", "matching", "true_false", "numeric"]),
    st.lists(names, min_size=2, max_size=4, unique=True).map(tuple),
)
unique_questions = st.lists(questions, max_size=3, unique_by=lambda asked: asked["id"])
versions = st.lists(
    st.builds(
        lambda places, asked: course(*(page(name) for name in places), page("last", *asked)),
        st.lists(names, max_size=3, unique=True),
        unique_questions,
    ),
    min_size=1,
    max_size=5,
)


@given(versions)
def test_over_any_history_nothing_is_renumbered_and_old_generations_stay_readable(
    history: list[Course],
) -> None:
    """RUN-41, RUN-45: a record of any earlier build is read by the newest one."""
    lock: Lock | None = None
    for version in history:
        assert [] == list(check_lock(lock, version))
        after, changed = extend(lock, version)
        assert (after, False) == extend(after, version)
        if lock is not None:
            assert lock.slots == after.slots[: len(lock.slots)]
            assert lock.generations == after.generations[: len(lock.generations)]
            assert changed == (after != lock)
        for known in after.generations:
            assert known == generation_of(after.slots[: known.length])
        lock = after


@given(versions)
def test_letters_never_change_and_no_two_options_of_a_role_share_one(history: list[Course]) -> None:
    """BLD-05."""
    lock: Lock | None = None
    for version in history:
        after, _ = extend(lock, version)
        asked = [block for block in version.sections[0].pages[-1].blocks if hasattr(block, "option_ids")]
        for one in asked:
            given_letters = after.letters(one.id)
            pairs = [(role, given_letters[option]) for role, option in one.option_ids()]
            assert len(pairs) == len(set(pairs))
            same = lock and ("question", one.id) in lock._numbers
            if same and lock.slot_of("question", one.id) == after.slot_of("question", one.id):
                kept = [
                    (role, option) for role, option in one.option_ids() if _had(lock, role, one.id, option)
                ]
                assert [lock.letters(one.id)[o] for _, o in kept] == [given_letters[o] for _, o in kept]
        lock = after


def _had(lock: Lock, role: str, question_id: str, option: str) -> bool:
    """Whether the option's newest slot in its question had this role."""
    start = lock.slot_of("question", question_id)
    named = [slot for slot in lock.slots[start:] if slot.id == f"{question_id}/{option}"]
    return bool(named) and named[-1].kind == role
