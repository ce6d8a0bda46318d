"""Words without quotes mean what they say or are refused, or learners read "false" where "no" was written."""

from __future__ import annotations

import itertools

import pytest
import yaml

from cpom_scorm.source import SourceText
from cpom_scorm.yaml_source import read_yaml
from cpom_scorm.yaml_source.scalars import plain_value

SWITCHES = [form(word) for word in ("yes", "no", "on", "off") for form in (str.lower, str.title, str.upper)]
TRAPS = [
    *SWITCHES,
    *("True", "TRUE", "False", "FALSE", "~", "null", "Null", "NULL"),
    *("1:30", "12:30:00", "190:20:30.15", "010", "08", "0x1f", "0b1", "1_000", "00", "007.5"),
    *("1.", ".5", "+.5", "0.5_1", ".inf", "-.INF", ".nan", "1.0e+999"),
    *("2026-01-31", "2026-1-3 10:00:00", "2001-12-14t21:59:43.10-05:00"),
]


@pytest.mark.parametrize("text", TRAPS)
def test_sec_08_a_word_that_yaml_would_change_is_refused_and_stays_text(text: str) -> None:
    value, meaning = plain_value(text)
    assert (text, True) == (value, bool(meaning))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("true", True),
        ("false", False),
        ("0", 0),
        ("-3", -3),
        ("+4", 4),
        ("25", 25),
        ("1.5", 1.5),
        ("1.10", 1.1),
    ],
)
def test_a_number_or_switch_without_quotes_is_one(text: str, value: object) -> None:
    assert (value, "") == plain_value(text)


@pytest.mark.parametrize(
    "text",
    [
        "y",
        "n",
        "N",
        "nothing",
        "1e3",
        "1-2",
        "4%",
        "3 apples",
        "1.5.2",
        "1,000",
        "2026-13",
        "-",
        "=",
        "1" * 40,
    ],
)
def test_text_that_only_looks_odd_is_text(text: str) -> None:
    assert (text, "") == plain_value(text)


def test_an_empty_value_is_nothing() -> None:
    assert (None, "") == plain_value("")


def test_nothing_that_a_yaml_1_1_reader_converts_passes_as_text() -> None:
    """Held against PyYAML's own table for every short combination of the characters that matter."""
    missed = []
    for length in range(1, 5):
        for letters in itertools.product("0159abfxnoN+-._:eE~", repeat=length):
            text = "".join(letters)
            resolvers = yaml.SafeLoader.yaml_implicit_resolvers.get(text[0], [])
            converted = any(pattern.match(text) for _, pattern in resolvers)
            value, meaning = plain_value(text)
            if converted and isinstance(value, str) and not meaning:
                missed.append(text)
    assert [] == missed


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("no", 'write false for a switch, or "no" in quotes for the text'),
        ("On", 'write true for a switch, or "On" in quotes for the text'),
        ("1:30", 'write "1:30" in quotes'),
        ("010", 'write "010" in quotes for the text, or the number in plain decimal digits'),
        ("~", 'write "~" in quotes for the text, or leave the key out'),
        ("2026-01-31", 'write "2026-01-31" in quotes'),
    ],
)
def test_sec_08_the_remedy_names_the_quoted_form(text: str, remedy: str) -> None:
    (found,) = read_yaml(SourceText("a.yaml", f"key: {text}\n")).diagnostics
    assert ("YML-003", remedy, (1, 6)) == (
        found.rule.id,
        found.help,
        (found.span and found.span.line, found.span and found.span.column),
    )


@pytest.mark.parametrize("quoted", ["'no'", '"no"', "|\n  no", ">-\n  no"])
def test_a_quoted_or_block_text_is_never_converted(quoted: str) -> None:
    result = read_yaml(SourceText("a.yaml", f"key: {quoted}\n"))
    assert result.tree
    assert ("no", ()) == (result.tree.data["key"].strip(), result.diagnostics)
