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
        ("  minutes: 1", "  minutes: 3 min", "write 3, without quotes and without anything beside it"),
        ("  minutes: 1", '  minutes: "3"', "write 3, without quotes and without anything beside it"),
        ("  minutes: 1", "  minutes: 2.5 min", "write the number in digits and without quotes"),
        (
            "  - kind: text\n    text: Order what is missing.",
            "  - Order what is missing.",
            "give it the key kind, and those that its kind needs",
        ),
        (
            "  - kind: text\n    text: Order what is missing.",
            "  -",
            'write a value, or remove the "- "',
        ),
        (
            "  - kind: text\n    text: Order what is missing.",
            "  - type: text",
            'write "kind" instead of "type"',
        ),
        (
            "    text: Order what is missing.",
            "    text: Order.\n  - kind: steps\n    items: [Count]",
            "give it the keys title, text, each with its value",
        ),
        (
            "    text: Order what is missing.",
            "    text: Order.\n  - kind: table\n    caption: A\n    columns: Word\n    rows: [[a]]",
            "write [Word]",
        ),
        (
            "    text: Order what is missing.",
            "    text: Order.\n  - kind: responsibility_matrix\n    caption: A\n    roles: [x, y]\n"
            "    tasks: [{task: z, who: [X, A]}]",
            'use one of R, A, C, I, ""',
        ),
        (
            "    text: Order what is missing.",
            "    text: Order.\n  - kind: references\n    items: [{text: x, url: www.ecfr.gov}]",
            'write "https://www.ecfr.gov"',
        ),
        (
            "text: Order what is missing.",
            "text:\n      Order what is missing:\n\n      - gloves",
            'write "text: |", and all of the text on the lines below it',
        ),
        (
            "text: Order what is missing.",
            "text:\n      - gloves\n      - masks",
            'write "text: |", and all of the text on the lines below it',
        ),
        (
            "    text: Order what is missing.",
            '    text: Order.\n  - kind: references\n    items: [{text: x, checked: "2026-02-31"}]',
            "write a day that the calendar has",
        ),
        (
            "title: Second section",
            "title: Second\nquiz: {title: x, minutes: 1, attempts: unlimited}",
            "write the number in digits and without quotes, or leave the key out for no limit",
        ),
        ("    stem: Counting", "    question: Counting", 'write "stem"'),
        ("    feedback: Count first.", "    explanation: Count first.", 'write "feedback"'),
        ("  minutes: 1", '  minutes: 1\n  required: "yes"', "write true or false without quotes"),
        (
            "  minutes: 1",
            "  minutes: 1\n  terms: one",
            'start each entry on a line of its own with "- ", and give it the keys term, meaning',
        ),
        ("- id: ordering", "- id: Ordering & Counting", 'write "ordering_counting"'),
        ("- id: ordering", "- id: constructor", "write another id, for browsers use this name themselves"),
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


@pytest.mark.parametrize(
    ("correct", "help_text"),
    [
        ("One person", 'write "a", the id of that option'),
        ("B", 'write "b", the id of that option'),
        ("Nobody!", "write the id of an option, not what it is called"),
    ],
)
def test_a_key_that_says_what_an_option_says_is_led_to_its_id(
    correct: str, help_text: str, tmp_path: Path
) -> None:
    (found,) = findings(tmp_path, "correct: b", f"correct: {correct}", "sections/one.yaml")
    assert help_text == found.help


@pytest.mark.parametrize("written", ["video.example", "http://video.example", "https://video.example/films"])
def test_an_origin_is_told_from_an_address(written: str, tmp_path: Path) -> None:
    allowed = f'language: en\nexternal: ["{written}"]'
    (found,) = findings(tmp_path, "language: en", allowed, "course.yaml")
    assert 'write "https://video.example"' == found.help


def test_an_id_of_something_else_is_not_made_up(tmp_path: Path) -> None:
    (found,) = findings(tmp_path, "revisit: counting", "revisit: Counting stock", "sections/one.yaml")
    assert "write the id of a page, not what it is called" == found.help


@pytest.mark.parametrize(
    ("written", "help_text"),
    [
        ("0.8", "write 80, in per cent"),
        ("80%", "write 80, without quotes and without anything beside it"),
        ("1,250", "write 1250, without quotes and without anything beside it"),
    ],
)
def test_a_pass_mark_is_told_as_it_is_written(written: str, help_text: str, tmp_path: Path) -> None:
    scoring = f"language: en\nscoring: {{pass_mark: {written!r}}}"
    scoring = scoring.replace("'0.8'", "0.8")
    (found,) = findings(tmp_path, "language: en", scoring, "course.yaml")
    assert help_text == found.help


@pytest.mark.parametrize("draw", ["two", "0", "[1]"])
def test_a_value_that_could_have_two_forms_is_told_once(draw: str, tmp_path: Path) -> None:
    pool = f"pools: [{{draw: {draw}, questions: []}}]\n  questions:\n  - kind: matching"
    found = findings(tmp_path, "questions:\n  - kind: matching", pool, "sections/one.yaml")
    assert 1 == len(found)


def test_a_list_and_a_text_in_the_place_of_a_quiz_are_told_its_keys(tmp_path: Path) -> None:
    for quiz in ("[a]", "Test"):
        (found,) = findings(tmp_path / quiz[-2], "title: Second section", f"title: Second\nquiz: {quiz}")
        assert "give it the keys title, minutes, each with its value" == found.help


def test_a_formula_that_is_too_long_or_empty_is_told_so(tmp_path: Path) -> None:
    block = "text: Order.\n  - {{kind: calculator, title: x, inputs: [{{name: a, label: A, default: 1}}], "
    block += 'outputs: [{{label: B, formula: "{formula}"}}]}}'
    for formula, message in (
        ("a+" * 120 + "a", '"formula" has 241 characters, but 200 is the most'),
        ("", '"formula" is empty, but text is expected'),
    ):
        new = block.format(formula=formula)
        (found,) = findings(tmp_path / str(len(formula)), "text: Order what is missing.", new)
        assert message == found.message


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
