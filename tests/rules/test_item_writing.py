"""The rules that read English tell flaws from good questions: false alarms teach authors to ignore them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from cpom_scorm.check import check_course
from tests.rules.course_fixtures import base_course

if TYPE_CHECKING:
    from pathlib import Path


def found_in(folder: Path, stem: str, right: str, wrong: str) -> list[tuple[str, str]]:
    """Give rule and message of each finding about a choice with this stem and these options."""
    files = base_course()
    section = files["sections/one.yaml"].decode()
    for old, new in (
        ("Who counts?", stem),
        ("Two people,", f"{json.dumps(right)},"),
        ("One person,", f"{json.dumps(wrong)},"),
    ):
        assert section.count(old) == 1, old
        section = section.replace(old, json.dumps(new) if old == "Who counts?" else new)
    for name, data in (files | {"sections/one.yaml": section.encode()}).items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(data)
    return [(found.rule.id, found.message) for found in check_course(folder, strict=True)]


@pytest.mark.parametrize(
    ("stem", "word"),
    [
        ("Which of these is not a task of the manager?", "not"),
        ("Which of the following should never be stored in the cabinet?", "never"),
        ("The count is wrong. Which step isn't the manager's?", "isn't"),
        ("Select which of these is not yours.", "not"),
        ("Choose the one that you need. Pick one that is late, not lost: which is never right?", "never"),
        ("Which cause is least likely?", "least"),
        ("What cannot be delegated?", "cannot"),
        ("All of these are part of the plan except:", "except"),
        ("Each of these is required, *except* which one?", "except"),
        ("Select the task that\nbelongs to others. Which is *not* yours?", "not"),
    ],
)
def test_a_stem_that_turns_on_a_small_word_is_told(stem: str, word: str, tmp_path: Path) -> None:
    message = f'the question turns on the word "{word}", which is easy to miss'
    assert [("QUE-021", message)] == found_in(tmp_path, stem, "Two people", "One person")


@pytest.mark.parametrize(
    "stem",
    [
        "The scanner does not work. What do you do first?",
        "What do you do when the count does not match?",
        "Which report shows doses that were not charged?",
        "Who should decide whether or not to recall the batch?",
        "Which plan needs at least two people?",
        "Which of these is **not** a task of the manager?",
        "Which of these is __not__ yours?",
        "All of these are part of the plan EXCEPT:",
        "Not every dose was scanned. Which record tells why?",
        "Which measure shows not only the cost but the use?",
        "Where does the policy say [what is not stocked](#/page/ordering)?",
        "Which note tells others to wait, not to reorder?",
    ],
)
def test_a_stem_without_a_hidden_negative_is_left_alone(stem: str, tmp_path: Path) -> None:
    assert [] == found_in(tmp_path, stem, "Two people", "One person")


@pytest.mark.parametrize(
    "option",
    [
        *(
            "All of the above",
            "None of the above.",
            "*None* of these",
            "All the above",
            "Both of these are correct",
        ),
        *(
            "Any of the options above",
            "All answers are correct",
            "Both A and B",
            "a and c only",
            "(a) or (b)",
        ),
    ],
)
def test_an_option_about_other_options_is_told(option: str, tmp_path: Path) -> None:
    message = f'the option "{option}" is about the other options'
    assert [("QUE-019", message)] == found_in(tmp_path, "Who counts?", "Two people", option)


@pytest.mark.parametrize(
    "option",
    [
        *(
            "All of the shelves",
            "None",
            "Both shifts",
            "All of the shelf above the cabinet",
            "Any of the two teams",
        ),
        *("Neither of the teams", "All statements of the board", "Vitamins A and D"),
    ],
)
def test_an_option_about_the_matter_is_left_alone(option: str, tmp_path: Path) -> None:
    assert [] == found_in(tmp_path, "Who counts?", "Two people", option)


@pytest.mark.parametrize(
    ("right", "wrong", "is_told"),
    [
        ("x" * 60, "x" * 40, True),
        ("x" * 59, "x" * 40, False),
        ("x" * 69, "x" * 49, False),
        ("x" * 20, "x" * 60, False),
        ("**" + "x" * 30 + "** [here](#/page/counting)", "x" * 16, False),
    ],
)
def test_only_a_key_that_is_much_longer_is_told(
    right: str, wrong: str, is_told: bool, tmp_path: Path
) -> None:
    found = [rule for rule, _ in found_in(tmp_path, "Who counts?", right, wrong)]
    assert ["QUE-020"] * is_told == [rule for rule in found if rule.startswith("QUE")]
