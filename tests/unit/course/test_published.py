"""If these break, builds forget what the last one held, and learners lose answers that nobody told of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpom_scorm.course.lock import extend, lock_text, read_lock
from tests.unit.course.test_lock import course, page, question

if TYPE_CHECKING:
    from pathlib import Path

    from cpom_scorm.course.lock import Lock

NAME = "course.lock.yaml"


def reread(folder: Path, text: str) -> Lock:
    (folder / NAME).write_text(text, "utf-8", newline="")
    lock, found = read_lock(folder / NAME)
    assert lock is not None, [one.message for one in found]
    return lock


titles = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), include_characters="\u0085"), min_size=1
).map(lambda text: " ".join(text.split()) or "x")


@given(titles, titles)
def test_titles_of_any_script_are_read_as_they_were_written(
    tmp_path_factory: pytest.TempPathFactory, first: str, second: str
) -> None:
    """Quotation marks, signs of YAML, line separators and marks of direction included."""
    lock, _ = extend(None, course({**page("a"), "title": first}, {**page("b"), "title": second}))
    assert lock == reread(tmp_path_factory.mktemp("lock"), lock_text(lock))


def test_words_that_yaml_would_change_are_read_as_they_were_written(tmp_path: Path) -> None:
    words = ("on", "null", "1e3", "~", "- a: b # c", '"', "\\", "{", "2026-11-28")
    lock, _ = extend(None, course(*({**page(f"p{at}"), "title": word} for at, word in enumerate(words))))
    assert lock == reread(tmp_path, lock_text(lock))


def test_what_left_stays_noted_where_it_stood_for_ever(tmp_path: Path) -> None:
    lock, _ = extend(None, course(page("a"), page("b", question("q")), page("c")))
    lock, _ = extend(lock, course(page("a"), page("c")))
    lock, _ = extend(reread(tmp_path, lock_text(lock)), course(page("c"), page("d")))
    assert lock.published is not None
    noted = [(entry.id, entry.gone) for entry in lock.published.entries]
    assert noted == [
        ("overview", False), ("a", True), ("b", True), ("q", True), ("c", False), ("d", False)
    ]  # fmt: skip


def test_a_lock_file_of_a_release_that_noted_nothing_is_read_and_completed(tmp_path: Path) -> None:
    """RUN-45: no question is asked anew for that."""
    asked = course(page("a", question("q")))
    full, _ = extend(None, asked)
    text = lock_text(full)
    bare = reread(tmp_path, text[: text.index("contents:")])
    assert bare.published is None
    assert extend(bare, asked) == (full, True)
    other, _ = extend(bare, course(page("a", {**question("q"), "correct": "b"})))
    assert other.numbers == full.numbers


def test_branches_that_noted_a_question_differently_make_it_asked_anew(tmp_path: Path) -> None:
    """After a merge nobody knows which key the kept answers were judged by."""
    asked = course(page("a", question("q")))
    lock, _ = extend(None, asked)
    text = lock_text(lock)
    line = next(one for one in text.splitlines() if one.startswith("- {question"))
    other = line.replace(line.split('"')[-2], "0123ab 0123ab")
    merged = reread(tmp_path, text.replace(line, f"{line}\n{other}"))
    settled, changed = extend(merged, asked)
    assert changed
    assert settled.questions["q"][0] > lock.questions["q"][0]
    assert extend(settled, asked) == (settled, False)


@pytest.mark.parametrize(
    "contents",
    [
        "contents: 3",
        "contents:\n- page a",
        "contents:\n- {course: c, pass_mark: high}",
        "contents:\n- {page: a}",
        "contents:\n- {course: c, pass_mark: 80, require: overall, counted: best}\n- {title: A}",
    ],
)
def test_contents_that_no_build_wrote_are_refused(tmp_path: Path, contents: str) -> None:
    lock, _ = extend(None, course(page("a")))
    text = lock_text(lock)
    (tmp_path / NAME).write_text(text[: text.index("contents:")] + contents + "\n", "utf-8")
    refused, found = read_lock(tmp_path / NAME)
    assert refused is None
    assert [("LCK-001", '"contents" does not list what a build published')] == [
        (one.rule.id, one.message) for one in found
    ]
