"""If these break, authors publish changes without knowing what learners in the middle of the course lose."""

from __future__ import annotations

from itertools import combinations, permutations
from typing import TYPE_CHECKING, Any

import pytest

from cpom_scorm.course.lock import extend
from cpom_scorm.reporters.changes_text import KEPT, changes_text
from cpom_scorm.reporters.terminal import Paint
from cpom_scorm.republish.builds import changes_between, lost_answers
from tests.unit.course.test_lock import course, page, question

if TYPE_CHECKING:
    from cpom_scorm.course.model import Course
    from cpom_scorm.republish.changes import Change

PLAIN = Paint(colour=False)


def changes(before: Course, after: Course) -> tuple[Change, ...]:
    lock, _ = extend(None, before)
    found = changes_between(lock, extend(lock, after)[0])
    assert found is not None
    return found


def told(before: Course, after: Course) -> list[tuple[str, str, str]]:
    return [(change.thing, change.id, change.what) for change in changes(before, after)]


def test_pages_are_told_by_what_happened_to_them() -> None:
    before = course(page("a"), page("b"), page("c"), page("d"))
    after = course(page("d"), page("a"), {**page("b"), "title": "B now"}, page("new"))
    assert told(before, after) == [
        ("page", "d", "moved"),
        ("page", "b", "renamed"),
        ("page", "new", "new"),
        ("page", "c", "gone"),
    ]


def test_as_few_pages_as_can_be_are_told_to_have_moved() -> None:
    pages = ("a", "b", "c", "d", "e")
    for order in permutations(pages):
        moved = [
            name
            for _, name, what in told(course(*map(page, pages)), course(*map(page, order)))
            if what == "moved"
        ]
        kept = [one for one in order if one not in moved]
        assert kept == sorted(kept)
        rising = [run for count in range(6) for run in combinations(order, count) if list(run) == sorted(run)]
        assert len(kept) == max(map(len, rising))


ASKED = question("q", options=("a", "b", "c"))


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"stem": "Which one?"}, None),
        ({"options": [{"id": one, "text": f"new {one}"} for one in "cab"]}, None),
        ({"weight": 3, "hint": "Think.", "feedback": "No."}, None),
        ({"options": [{"id": one, "text": one} for one in "abcd"]}, "its options changed"),
        ({"options": [{"id": one, "text": one} for one in "ab"]}, "its options changed"),
        ({"correct": "b"}, "its key changed"),
        ({"kind": "numeric", "options": None, "correct": 3}, "it was of the kind choice and is numeric now"),
    ],
)
def test_an_answer_is_lost_exactly_when_it_would_mean_something_else(
    change: dict[str, Any], reason: str | None
) -> None:
    """RUN-43."""
    asked = {name: value for name, value in {**ASKED, **change}.items() if value is not None}
    lock, _ = extend(None, course(page("p", ASKED)))
    after, _ = extend(lock, course(page("p", asked)))
    assert lost_answers(lock, after) == ({"q": reason} if reason else {})
    assert (after.numbers == lock.numbers) == (reason is None)


def test_a_page_of_the_same_id_is_not_taken_for_the_question() -> None:
    """Ids of pages and of questions are unique each among themselves only."""
    lock, _ = extend(None, course(page("p", ASKED), page("q")))
    asked = {**ASKED, "options": [{"id": one, "text": one} for one in "abcd"]}
    after, _ = extend(lock, course(page("p", asked), page("q")))
    assert lost_answers(lock, after) == {"q": "its options changed"}


def test_letters_stay_with_their_options_when_a_question_is_asked_anew() -> None:
    """RUN-53: reports of years show them."""
    lock, _ = extend(None, course(page("p", question("q", options=("a", "b", "c")))))
    after, _ = extend(lock, course(page("p", question("q", options=("d", "c", "b")))))
    assert {"d": "d", "c": "c", "b": "b"} == dict(after.letters("q"))
    again, _ = extend(after, course(page("p", question("q", options=("d", "c", "e")))))
    assert {"d": "d", "c": "c", "e": "e"} == dict(again.letters("q"))


def test_a_question_that_comes_back_with_another_key_is_asked_anew() -> None:
    """RUN-43: its slot is still there, and so is what learners answered then."""
    lock, _ = extend(None, course(page("p", ASKED)))
    without, _ = extend(lock, course(page("p")))
    same, _ = extend(without, course(page("p", ASKED)))
    assert same.numbers == lock.numbers
    other, _ = extend(without, course(page("p", {**ASKED, "correct": "c"})))
    assert set(lost_answers(without, other)) == {"q"}


def test_who_left_off_at_what_is_gone_goes_on_at_the_nearest_page_before() -> None:
    """RUN-43, over several builds."""
    quiz = (question("x"),)
    lock, _ = extend(None, course(page("a"), page("b"), page("c"), page("d"), quiz=quiz))
    lock, _ = extend(lock, course(page("a"), page("b"), page("d")))
    lock, _ = extend(lock, course(page("new"), page("a"), page("d")))
    assert lock.published is not None
    places = lock.published.fallbacks()
    assert places == {"page/b": "page/a", "page/c": "page/a", "quiz/overview": "page/d"}


def test_a_summary_without_loss_ends_in_the_sentence_that_matters() -> None:
    text = changes_text(
        changes(course(page("a")), course(page("a"), page("b"))), PLAIN, 80, since="the last build"
    )
    assert text.splitlines()[0] == "Since the last build: 1 page new."
    assert text.splitlines()[-1] == KEPT


@pytest.mark.parametrize("width", [40, 80, 100])
def test_a_summary_fits_the_terminal_and_names_what_is_lost_first(width: int) -> None:
    before = course(page("a"), page("b" * 40, ASKED), scoring={"pass_mark": 70})
    after = course(page("a", {**ASKED, "correct": "b"}), scoring={"pass_mark": 90})
    lines = changes_text(changes(before, after), PLAIN, width, since="the last build").splitlines()
    assert max(map(len, lines)) <= width
    first = next(line for line in lines if line.startswith("  - "))
    assert first.startswith('  - the answer to "q" is lost')
    assert "lose 1 answer and keep everything else." in " ".join(lines)
