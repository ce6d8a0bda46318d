"""Every kind of question is complete: model, example, form, behavior, response forms and vectors.

Were one part missing, a course with such a question would build and then fail in front of a learner.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from cpom_scorm.editions import EDITIONS
from cpom_scorm.interactions import INTERACTIONS, Interaction
from cpom_scorm.render.catalogue import load_catalogue
from tests.questions import example_values, form_of

ROOT = Path(__file__).parents[2]
PLAYER = ROOT / "cpom_scorm" / "player"
INPUTS = ".//input | .//select | .//textarea"
BUTTONS = ".//fieldset//button[@type='button']"


def kind_of(model: type[Interaction]) -> str:
    (kind,) = model.model_fields["kind"].annotation.__args__  # type: ignore[union-attr]
    return str(kind)


KINDS = [pytest.param(model, id=kind_of(model)) for model in INTERACTIONS]


IN_PARTS = {"choice", "hotspot", "matching", "categorise", "cloze", "sequencing", "performance"}
"""Kinds of which an answer can be partly right."""


def is_empty(response: Any) -> bool:
    return not (any(response.values()) if isinstance(response, dict) else response)


def form(values: dict[str, Any], model: type[Interaction], *, in_quiz: bool = False) -> str:
    return form_of(model.model_validate(values), in_quiz=in_quiz)


def test_python_and_the_player_know_the_same_kinds() -> None:
    table = (PLAYER / "interactions" / "kinds.js").read_text("utf-8").partition("export const KINDS")[2]
    assert [kind_of(model) for model in INTERACTIONS] == re.findall(r"^  (\w+)", table, re.MULTILINE)


@pytest.mark.parametrize("model", KINDS)
def test_every_edition_says_how_the_kind_is_reported(model: type[Interaction]) -> None:
    assert [] == [edition.id for edition in EDITIONS if kind_of(model) not in edition.responses]


@pytest.mark.parametrize("model", KINDS)
def test_the_kind_has_all_its_files(model: type[Interaction]) -> None:
    kind = kind_of(model)
    parts = [
        ROOT / "cpom_scorm" / "interactions" / f"{kind}.py",
        PLAYER / "interactions" / f"{kind}.js",
        ROOT / "templates" / "interactions" / f"{kind}.html",
        ROOT / "tests" / "vectors" / "interactions" / f"{kind}.json",
    ]
    assert [] == [str(part) for part in parts if not part.is_file()]


@pytest.mark.parametrize("model", KINDS)
def test_the_vectors_hold_answers_of_every_outcome_for_every_edition(model: type[Interaction]) -> None:
    """Right, wrong, partly right and none at all."""
    cases = json.loads((ROOT / "tests/vectors/interactions" / f"{kind_of(model)}.json").read_text("utf-8"))
    editions = {edition.id for edition in EDITIONS}
    answers = [answer for case in cases for answer in case["answers"]]
    expected = {"correct", "incorrect"} if model.is_scored else {"neutral"}
    if kind_of(model) in IN_PARTS:
        expected.add("partly")
    assert expected == {answer["result"] for answer in answers}
    assert kind_of(model) == "true_false" or any(is_empty(answer["response"]) for answer in answers)
    assert all(editions == set(case["patterns"]) for case in cases)
    assert all(editions == set(answer["encoded"]) for answer in answers)


@pytest.mark.parametrize("model", KINDS)
def test_the_example_in_the_docstring_is_a_question_of_the_kind(model: type[Interaction]) -> None:
    assert kind_of(model) == model.model_validate(example_values(model)).kind


@pytest.mark.parametrize("model", KINDS)
def test_the_form_has_a_fieldset_whose_legend_comes_first(model: type[Interaction]) -> None:
    """A11Y-01."""
    values = example_values(model)
    tree = html.fragment_fromstring(form(values, model))
    assert ("form", "q", values["id"]) == (tree.tag, tree.get("class"), tree.get("data-question"))
    (fieldset,) = tree.findall("fieldset")
    assert "legend" == fieldset[0].tag
    assert values["stem"] == fieldset.findtext(".//span[@class='stem']")


@pytest.mark.parametrize("model", KINDS)
def test_every_input_is_native_and_has_a_label(model: type[Interaction]) -> None:
    """A11Y-01: no widgets built from roles."""
    tree = html.fragment_fromstring(form(example_values(model), model))
    inputs = [element.get("id") for element in tree.xpath(INPUTS)]
    buttons = [button.text_content().strip() for button in tree.xpath(BUTTONS)]
    assert inputs or buttons
    assert all(buttons)
    named = {label.get("for") for label in tree.iter("label")}
    named |= {element.get("id") for element in tree.xpath(".//*[@aria-labelledby or @aria-label]")}
    assert set(inputs) <= named
    status = ("div", "status")
    roles = [(e.tag, e.get("role")) for e in tree.xpath(".//*[@role]")]
    assert status in roles
    assert {status, ("p", "status"), ("svg", "img"), ("div", "region")} >= set(roles)


@pytest.mark.parametrize("model", KINDS)
def test_error_and_feedback_have_their_places_before_they_are_needed(model: type[Interaction]) -> None:
    """A11Y-02, A11Y-03: readers announce only changes of what was already there."""
    tree = html.fragment_fromstring(form({**example_values(model), "instruction": "Think *twice*."}, model))
    fieldset = tree.find("fieldset")
    described = [tree.get_element_by_id(name) for name in fieldset.get("aria-describedby").split()]
    assert ["error", "hint"] == [element.get("class") for element in described]
    assert (True, "Think twice.") == ("hidden" in described[0].attrib, described[1].text_content())
    (feedback,) = tree.xpath("./*[@class='feedback' and @role='status']")
    assert ("", []) == (feedback.text_content(), list(feedback))


@pytest.mark.parametrize("model", KINDS)
def test_ids_stay_apart_when_many_questions_share_a_page(model: type[Interaction]) -> None:
    values = example_values(model)
    ids = [
        element.get("id")
        for name in ("q", "q_o", "hint")
        for element in html.fragment_fromstring(form({**values, "id": name}, model)).xpath(".//*[@id]")
    ]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("model", KINDS)
def test_no_control_has_a_name_that_could_hide_a_property_of_its_form(model: type[Interaction]) -> None:
    """A control called dataset takes the place of the form's own: ids of authors are never names."""
    names = html.fragment_fromstring(form(example_values(model), model)).xpath(".//@name")
    assert [] == [name for name in names if not name.startswith("q-")]


OWN_BUTTONS = {
    "performance": "Answer step 1",
    "likert": "Save ratings",
    "long_fill_in": "Save and compare",
}


@pytest.mark.parametrize("model", KINDS)
def test_only_a_knowledge_check_has_its_own_button(model: type[Interaction]) -> None:
    values = {**example_values(model), "tries": 1, "weight": 2}
    alone, in_quiz = (html.fragment_fromstring(form(values, model, in_quiz=place)) for place in (False, True))
    submits = [button.text_content() for button in alone.xpath(".//button[@type='submit']")]
    assert [OWN_BUTTONS.get(kind_of(model), "Check answer")] == submits
    assert ("1 try" if model.is_scored else "") == alone.findtext(".//span[@class='small muted tries']", "")
    assert [] == in_quiz.xpath(".//button[@type='submit']")
    small = in_quiz.xpath("string(.//span[@class='eyebrow']/span[2])")
    assert ("2 points" if model.is_scored else "Not scored") == small


OTHER_KEYS = {
    "true_false": {"correct": True},
    "choice": {"correct": ["b"]},
    "matching": {"correct": {"s1": "t3", "s2": "t1"}},
    "numeric": {"correct": 7, "tolerance": 3},
    "hotspot": {"correct": ["verify", "dispense"]},
    "fill_in": {"accept": ["quite another"], "case_matters": True},
    "categorise": {"correct": {"aim": "outside", "pay": "own", "listed": "own"}},
    "sequencing": {"correct": ["outside", "issuer", "decision"]},
    "long_fill_in": {"model_answer": "Quite another text."},
}
"""What leaves the form as it is. Cloze and performance keep their keys inside of what is shown: see below."""


def with_other_key(kind: str, values: dict[str, Any]) -> dict[str, Any]:
    match kind:
        case "cloze":
            gaps = [{**gap, "accept": [*gap.get("options", ()), "x"][-2:]} for gap in values["gaps"]]
            return {**values, "gaps": gaps}
        case "performance":
            steps = [
                {**step, "correct": step["options"][-1 - at]["id"]} for at, step in enumerate(values["steps"])
            ]
            return {**values, "steps": steps}
        case _:
            return {**values, **OTHER_KEYS.get(kind, {})}


@pytest.mark.parametrize("model", KINDS)
def test_the_form_is_the_same_whatever_the_key(model: type[Interaction]) -> None:
    """SEC-14: nothing in the markup tells the answer."""
    values = example_values(model)
    other = {**with_other_key(kind_of(model), values), "feedback": "Quite another text."}
    has_key = kind_of(model) != "likert"
    assert has_key == (model.model_validate(values).key() != model.model_validate(other).key())
    assert form(values, model) == form(other, model)


def test_text_of_an_author_is_never_markup() -> None:
    """SEC-06, SEC-07."""
    hostile = '<img src=x onerror="alert(1)"> {{ 7*7 }} & "quoted"'
    for model in INTERACTIONS:
        values = {**example_values(model), "stem": hostile, "hint": hostile, "instruction": hostile}
        lists = ("options", "sources", "targets", "areas", "items", "categories", "scale", "statements")
        for name in lists:
            values.update(
                {name: [{**part, "text": hostile} for part in values.get(name, ())]} if name in values else {}
            )
        values.update({name: hostile for name in ("label", "unit", "alt") if name in values})
        tree = html.fragment_fromstring(form(values, model))
        assert [] == list(tree.iter("img"))
        assert "{{ 7*7 }}" in tree.findtext(".//span[@class='stem']")


def test_every_string_that_the_player_asks_for_exists() -> None:
    catalogue = load_catalogue("en")
    scripts = [path.read_text("utf-8") for path in sorted((PLAYER / "interactions").glob("*.js"))]
    keys = {key for script in scripts for key in re.findall(r'"(question\.[a-z_.]+)"', script)}
    assert keys
    known = {key.removesuffix("_one").removesuffix("_other") for key in catalogue}
    assert set() == keys - known
    begun = tuple(key for key in keys if key.startswith("question.error."))
    errors = [text for key, text in catalogue.strings.items() if key.startswith(begun)]
    assert [] == [text for text in errors if not text.startswith("Error: ")]
