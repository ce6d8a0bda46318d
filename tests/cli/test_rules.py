"""`rules` and `explain`: who meets an id in a report finds out what it means without leaving the terminal."""

from __future__ import annotations

import json

import pytest

from cpom_scorm.editions import EDITIONS
from cpom_scorm.rules import RULES, summary
from tests.command_line import cpom


def test_every_rule_is_listed_once_in_80_columns() -> None:
    done = cpom("rules")
    assert (0, "") == (done.code, done.err)
    listed = [line.split()[0] for line in done.out.splitlines() if line.startswith("  ") and "-" in line[:8]]
    assert sorted(listed) == [rule.id for rule in RULES]
    assert max(map(len, done.out.splitlines())) <= 80


def test_families_and_editions_choose() -> None:
    assert cpom("rules", "res").out.startswith("RES  Resources\n  RES-001  error ")
    oldest, newest = EDITIONS[0].id, EDITIONS[-1].id
    assert "SEQ-001" not in cpom("rules", "--edition", oldest).out
    assert "SEQ-001" in cpom("rules", "--edition", newest).out


def test_the_json_document_holds_pages() -> None:
    found = json.loads(cpom("rules", "RES-006", "--format", "json").out)
    (rule,) = found["rules"]
    assert (1, "RES-006", "warning", "error") == (
        found["schema_version"],
        rule["rule"],
        rule["severity"],
        rule["strict"],
    )
    assert ["What", "Why it matters", "Example", "Fix"] == list(rule["page"])
    assert [edition.id for edition in EDITIONS] == rule["editions"]


@pytest.mark.parametrize("name", ["RES-004", "res-004", "launch-file-missing", "error[RES-004]: the launch"])
def test_a_rule_is_explained_by_whatever_name_people_have(name: str) -> None:
    done = cpom("explain", name)
    assert (0, "") == (done.code, done.err)
    assert done.out.startswith("RES-004  launch file missing\nerror; resources;")
    for heading in ("What", "Why it matters", "Example", "Fix"):
        assert f"\n{heading}\n  " in done.out


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("RES-4", "RES-004"),
        ("res12", "RES-012"),
        ("PGK", "PKG"),
        ("lunch-file-missing", "launch-file-missing"),
    ],
)
def test_an_unknown_name_is_refused_with_the_nearest(word: str, meant: str) -> None:
    done = cpom("explain", word)
    assert 2 == done.code
    assert f'there is no rule "{word}": did you mean "{meant}"?' in done.err


def test_a_name_like_no_other_is_refused_with_where_to_look() -> None:
    assert '"cpom-scorm rules" lists all' in cpom("explain", "?").err


def test_summaries_are_one_sentence() -> None:
    assert [] == [rule.id for rule in RULES if not summary(rule) or len(summary(rule)) > 240]
