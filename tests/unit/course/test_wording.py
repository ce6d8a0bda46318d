"""Every mistake of shape is told in an author's words with a remedy that works when followed.

The rule fixtures hold message and place of each rule; here stand the remedies and the awkward cases.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from pydantic import ValidationError

from cpom_scorm.course.load import load_course
from cpom_scorm.course.model import Course
from cpom_scorm.course.shape import data_path, keys_at
from tests.rules.course_fixtures import base_course

if TYPE_CHECKING:
    from pathlib import Path

    from cpom_scorm.diagnostics import Diagnostic

PYTHON_WORDS = re.compile(
    r"\b(str|string|int|integer|float|bool|boolean|dict|dictionary|tuple|None|input|field)\b", re.I
)


def findings(folder: Path, old: str, new: str, file: str = "sections/two.yaml") -> list[Diagnostic]:
    files = base_course()
    text = files[file].decode("utf-8")
    assert 1 == text.count(old)
    for name, data in {**files, file: text.replace(old, new).encode("utf-8")}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return list(load_course(folder).report)


@pytest.mark.parametrize(
    ("old", "new", "help_text"),
    [
        ("title: Second", "titel: Second", 'write "title"'),
        ("  minutes: 1", "  minutes: 1\n  colour: blue", "use one of the keys id, title, minutes, required"),
        ("    correct: true", "    corect: true", 'write "correct"'),
        ("  minutes: 1\n", "", 'add "minutes"'),
        ('number: "2"', "number: 2.10", 'put it in quotes: "2.10"'),
        ("title: Second section", "title: true", 'put it in quotes: "true"'),
        (
            "text: Order what is missing.",
            "text: {Order: now}",
            'put the text in quotes when ": " belongs to it',
        ),
        ("text: Order what is missing.", "text: [Order]", "write text"),
        ("  minutes: 1", "  minutes: four", "write the number in digits and without quotes"),
        ("  minutes: 1", "  minutes: 1.5", "write a whole number"),
        ("  minutes: 1", "  minutes:", "write a value, or remove the key"),
        ("title: Second section", "title: #2 section", 'put the text in quotes, because "#" begins a remark'),
        ("  minutes: 1", "  minutes: 0", "write a number that is at least 1"),
        ("  minutes: 1", '  minutes: 1\n  required: "yes"', "write true or false without quotes"),
        ("  minutes: 1", "  minutes: 1\n  terms: one", 'start each entry on a line of its own with "- "'),
        ("- id: ordering", "- id: Ordering & Counting", 'write "ordering_counting"'),
        ("- id: ordering", "- id: 注文", "write 1 to 40 lower-case letters a-z, digits and underscores"),
        ("kind: true_false", "kind: true-false", 'write "true_false"'),
        ("kind: true_false", "kind: multiple_choice", 'write "choice"'),
        ("kind: true_false", "kind: essay", "use one of text, callout, figure"),
        ("kind: text", "kind: callout\n    tone: warning", 'write "warn"'),
        ("title: Second section", 'title: ""', "write a text, or remove the key"),
        (
            "  minutes: 1",
            "  minutes: 1\n  terms: [{term: a, meaning: b, c}]",
            "put the text before it in quotes",
        ),
    ],
)
def test_the_remedy_says_what_to_write(old: str, new: str, help_text: str, tmp_path: Path) -> None:
    (found,) = findings(tmp_path, old, new)
    assert found.help.startswith(help_text)
    assert not PYTHON_WORDS.search(found.message + found.help)


def test_a_misspelled_key_is_told_once_not_also_as_missing(tmp_path: Path) -> None:
    found = findings(tmp_path, "feedback: Count first.", "fedback: Count first.")
    assert ["CRS-010"] == [one.rule.id for one in found]


def test_a_list_is_not_called_short_because_its_entries_have_faults(tmp_path: Path) -> None:
    found = findings(tmp_path, '- [Turns, "14"]', "- [Turns, 14]", "sections/one.yaml")
    assert ["CRS-012"] == [one.rule.id for one in found]


def test_a_long_value_is_shown_shortened(tmp_path: Path) -> None:
    (found,) = findings(tmp_path, "- id: ordering", f"- id: {'X' * 200}")
    assert f'not "{"X" * 60}…"' in found.message


def test_the_number_is_shown_as_it_stands_in_the_file(tmp_path: Path) -> None:
    (found,) = findings(tmp_path, 'number: "2"', "number: 2.50")
    assert '"number" must be text, not the number 2.50' == found.message


@pytest.mark.parametrize(
    ("block", "path"),
    [
        ({"kind": "text", "txet": "x"}, ("txet",)),
        ({"kind": "text", "text": 3}, ("text",)),
        ({"kind": "quote", "text": "x", "source": {"text": "x"}}, ("source",)),
        ({"kind": "choice", "correct": {"a": 1}}, ("correct",)),
        ({"kind": "true_false", "feedback": {"correct": 1}}, ("feedback", "correct")),
        ({"kind": "true_false", "feedback": {"correct": "x", "mapping": "y"}}, ("feedback", "mapping")),
        ({"kind": "essay"}, ()),
        ({"text": "x"}, ()),
    ],
)
def test_a_place_in_a_union_is_found_without_the_names_of_its_members(
    block: dict[str, Any], path: tuple[str, ...]
) -> None:
    page = {"id": "p", "title": "P", "minutes": 1, "blocks": [block]}
    section = {"id": "s", "number": "1", "title": "S", "pages": [page]}
    data = {"id": "course", "title": "C", "language": "en", "sections": [section]}
    with pytest.raises(ValidationError) as refused:
        Course.model_validate(data)
    paths = {data_path(error["loc"], data) for error in refused.value.errors()}
    assert ("sections", 0, "pages", 0, "blocks", 0, *path) in paths


@pytest.mark.parametrize(
    ("block", "path", "key"),
    [
        ({"kind": "figure"}, (), "decorative"),
        ({"kind": "steps", "items": [{}]}, ("items", 0), "title"),
        ({"kind": "matching", "targets": [{}]}, ("targets", 0), "text"),
        ({"kind": "numeric", "range": {}}, ("range",), "max"),
        ({"kind": "choice", "feedback": {}}, ("feedback",), "partly"),
    ],
)
def test_the_keys_that_may_stand_at_a_place_are_known(
    block: dict[str, Any], path: tuple[str | int, ...], key: str
) -> None:
    data = {"welcome": {"blocks": [block]}}
    assert key in keys_at(data, ("welcome", "blocks", 0, *path))


def test_where_no_keys_are_known_none_are_offered() -> None:
    assert () == keys_at({"outcomes": ["x"]}, ("outcomes", 0))
    assert () == keys_at({"welcome": {"blocks": [{"kind": "essay"}]}}, ("welcome", "blocks", 0))
