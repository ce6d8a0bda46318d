"""Calculators. If these fail, the worked example on the page is not what the player works out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from cpom_scorm.blocks import Calculator
from cpom_scorm.check import check_course
from tests.rules.course_fixtures import course_fixtures
from tests.unit.blocks.writer import page_writer

if TYPE_CHECKING:
    from pathlib import Path


def facts(
    inputs: list[dict[str, Any]], outputs: list[dict[str, Any]], language: str = "en"
) -> dict[str, Any]:
    fields = [{"label": one["name"], **one} for one in inputs]
    results = [{"label": "Result", **one} for one in outputs]
    block = {"kind": "calculator", "title": "Sums", "inputs": fields, "outputs": results}
    made = Calculator.model_validate(block).facts(page_writer(language))
    made["outputs"] = [{name: plainly(text) for name, text in one.items()} for one in made["outputs"]]
    made["inputs"] = json.loads(made["sums"])["inputs"]
    return made


def plainly(text: str) -> str:
    return text.replace("\u00a0", " ")


USE = {"name": "use", "unit": "$", "default": 18250000, "min": 0}
STOCK = {"name": "stock", "unit": "$", "default": 1250000}


def test_the_steps_stand_beside_the_result() -> None:
    made = facts([USE, STOCK], [{"formula": "use / stock", "decimals": 1}])
    assert made["outputs"][0]["result"] == "14.6"
    assert made["outputs"][0]["steps"] == "$18,250,000 ÷ $1,250,000 = 14.6"


def test_a_rounded_result_says_so() -> None:
    made = facts(
        [{"name": "absence", "unit": "%", "default": 12}],
        [{"formula": "1.75 / (1 - absence)", "decimals": 2}],
    )
    assert made["outputs"][0]["steps"] == "1.75 ÷ (1 − 12%) ≈ 1.99"


def test_per_cent_is_typed_and_shown_as_people_say_it() -> None:
    made = facts(
        [{"name": "part", "default": 84}, {"name": "all", "default": 3500}],
        [{"formula": "part / all", "unit": "%", "decimals": 1}],
    )
    assert made["outputs"][0]["steps"] == "84 ÷ 3,500 = 2.4%"


def test_an_output_uses_the_unrounded_one_above_it() -> None:
    made = facts(
        [{"name": "a", "default": 1}],
        [{"name": "third", "formula": "a / 3"}, {"formula": "third * 3", "decimals": 2}],
    )
    assert [one["steps"] for one in made["outputs"]] == ["1 ÷ 3 ≈ 0", "0 × 3 = 1.00"]


def test_negative_numbers_stand_in_brackets() -> None:
    made = facts([{"name": "a", "default": -4, "unit": "$"}], [{"formula": "2 - a"}])
    assert made["outputs"][0]["steps"] == "2 − (−$4) = 6"


def test_a11y_10_numbers_and_limits_are_written_as_in_the_language() -> None:
    made = facts([USE | {"max": 20000000}, STOCK], [{"formula": "use / stock", "decimals": 1}], "es")
    assert made["typed"][0] == "18.250.000"
    assert plainly(made["inputs"][0]["limits"]) == "Error: el número debe estar entre 0 $ y 20.000.000 $."
    assert made["outputs"][0]["steps"] == "18.250.000 $ ÷ 1.250.000 $ = 14,6"


def test_limits_are_told_in_words() -> None:
    fields = [
        {"name": "a", "default": 1, "min": 0, "step": 0.5, "unit": "days"},
        {"name": "b", "default": 1, "max": 5},
        {"name": "c", "default": 1},
    ]
    made = facts(fields, [{"formula": "a + b + c"}])["inputs"]
    assert [plainly(one["limits"]) for one in made] == [
        "Error: type 0 days or more.",
        "Error: type 5 or less.",
        "",
    ]
    assert plainly(made[0]["offStep"]) == "Error: type a number that can be reached in steps of 0.5 days."


def test_an_unknown_name_is_told_with_the_one_that_is_meant(tmp_path: Path) -> None:
    (fixture,) = [one for one in course_fixtures() if one.name == "CRS-111"]
    fixture.write(tmp_path)
    told = {found.message: found.help for found in check_course(tmp_path, strict=False)}
    assert told['"stok" is no input, and no output above this one'] == 'write "stock"'
