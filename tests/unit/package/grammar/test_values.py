"""Values are taken or refused as XML Schema does, and the value that was meant is offered.

A pass mark of 80 instead of 0.8 makes a course that nobody can pass; the author has to be told what to write.
"""

from __future__ import annotations

import pytest

from cpom_scorm.package.grammar.suggestions import better_value, nearest
from cpom_scorm.package.grammar.values import (
    BOOLEAN,
    COUNT,
    DURATION,
    FRACTION,
    MEASURE,
    MOMENT,
    NAME,
    TEXT,
    ValueForm,
)

WORDS = ValueForm("token", "word", words=("all", "any"))
TYPED = ValueForm("string", "typed", words=("sco", "asset"))
SHORT = ValueForm("string", "short", max_length=3)


@pytest.mark.parametrize(
    ("form", "good", "bad"),
    [
        (NAME, ("a", "_1", " a ", "a.b-c", "é1", "日本"), ("", "1a", "a b", "a:b", "-a", "·")),
        (BOOLEAN, ("true", " false", "0", "1"), ("", "TRUE", "yes", "2")),
        (COUNT, ("0", "12", "+3", "-0"), ("", "-1", "1.5", "x", "٣")),
        (MEASURE, ("-1", "1.0", ".5", "0.8000"), ("", "1.01", "80", "1e-1", "0,5")),
        (FRACTION, ("0", "1", "0.5"), ("-0.1", "80%")),
        (DURATION, ("PT1H30M", "P1D", "P1Y2M3DT4H5M6.7S", "-P1D"), ("", "P", "PT", "1:30", "P1S", "P1DT")),
        (
            MOMENT,
            ("2030-01-31T12:00:00", "2030-01-31T24:00:00Z", "2030-01-31T12:00:00.5+14:00"),
            ("2030-13-01T12:00:00", "2030-01-31", "2030-01-31T25:00:00", "31.1.2030"),
        ),
        (WORDS, ("all", " any\n"), ("ALL", "", "all any")),
        (TYPED, ("sco",), (" sco", "SCO")),
        (SHORT, ("", "abc", "ä😀x"), ("abcd", "    ")),
        (TEXT, ("", "anything"), ()),
    ],
    ids=lambda value: value.name or value.base if isinstance(value, ValueForm) else None,
)
def test_a_form_takes_the_texts_that_xml_schema_takes(
    form: ValueForm, good: tuple[str, ...], bad: tuple[str, ...]
) -> None:
    assert (list(good), []) == (
        [text for text in good if form.fits(text)],
        [text for text in bad if form.fits(text)],
    )


@pytest.mark.parametrize(
    ("form", "written", "meant"),
    [
        (MEASURE, "80", "0.8"),
        (FRACTION, "80 %", "0.8"),
        (FRACTION, "7.5", "0.075"),
        (FRACTION, "250", None),
        (FRACTION, "high", None),
        (BOOLEAN, "yes", "true"),
        (BOOLEAN, "FALSE", "false"),
        (BOOLEAN, "maybe", None),
        (TYPED, "SCO", "sco"),
        (TYPED, "assets", "asset"),
        (TYPED, "page", None),
        (NAME, "1.1 Overview", "id-1.1-Overview"),
        (NAME, "a:b c", "a-b-c"),
        (NAME, "?", None),
        (TEXT, "anything", None),
    ],
)
def test_the_value_that_was_meant_is_offered(form: ValueForm, written: str, meant: str | None) -> None:
    assert meant == better_value(form, written)
    assert meant is None or form.fits(meant)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("datafromlms", "dataFromLMS"),
        ("time_limit_action", "timeLimitAction"),
        ("completionTreshold", "completionThreshold"),
        ("location", "location"),
        ("masteryscore", None),
    ],
)
def test_slips_and_spellings_of_the_other_generation_find_their_name(written: str, meant: str | None) -> None:
    known = ("dataFromLMS", "timeLimitAction", "completionThreshold", "location")
    assert meant == nearest(written, known)
