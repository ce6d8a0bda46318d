"""What an author writes is kept to the letter and nothing is guessed."""

from __future__ import annotations

from typing import Any, Literal

import pytest
from pydantic import Field, ValidationError

from cpom_scorm.blocks.base import Block
from cpom_scorm.schema import (
    COURSE_ID_PATTERN,
    DAY_PATTERN,
    ID_PATTERN,
    INLINE,
    LANGUAGE_PATTERN,
    MARKDOWN,
    MEDIA,
    ORIGIN_PATTERN,
    PATTERNS_IN_WORDS,
    SOME_TEXT_PATTERN,
    STEP_ID_PATTERN,
    URL_PATTERN,
    CourseId,
    Day,
    Id,
    InlineMarkdown,
    Language,
    Many,
    Markdown,
    MediaPath,
    Minutes,
    Model,
    PlainText,
    Url,
    Weight,
    marked_texts,
)


class Part(Model):
    text: Markdown
    note: PlainText | None = None


class Sample(Block):
    """A sample.

    Example:
        - kind: sample
          text: |
            Hello
    """

    kind: Literal["sample"] = "sample"
    lead: InlineMarkdown | Part | None = None
    cells: Many[Many[InlineMarkdown]] = ()
    parts: Many[Part] = ()
    named: dict[Id, Markdown] = Field(default_factory=dict)
    image: MediaPath | None = None
    count: Minutes = 1


@pytest.mark.parametrize(
    "values",
    [
        {"count": "1"},
        {"count": 1.5},
        {"count": True},
        {"lead": 1},
        {"cells": "ab"},
        {"cells": {}},
        {"colour": 1},
    ],
)
def test_nothing_is_guessed_or_ignored(values: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Sample.model_validate(values)


def test_a_model_cannot_be_changed() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        Sample().count = 2  # type: ignore[misc]


def test_lists_become_tuples() -> None:
    assert (("a", "b"), ("c",)) == Sample.model_validate({"cells": [["a", "b"], ["c"]]}).cells


def test_plain_text_loses_the_space_around_it_and_markdown_keeps_it() -> None:
    part = Part(text="\n  code\n", note="  a title\n")
    assert ("\n  code\n", "a title") == (part.text, part.note)


def test_texts_are_found_by_what_they_are_at_any_depth() -> None:
    sample = Sample.model_validate(
        {
            "lead": "l",
            "cells": [["a", "b"]],
            "parts": [{"text": "p", "note": "n"}],
            "named": {"x": "m"},
            "image": "media/x.svg",
        }
    )
    assert [(("parts", 0, "text"), "p"), (("named", "x"), "m")] == list(marked_texts(sample, MARKDOWN))
    assert [("lead",), ("cells", 0, 0), ("cells", 0, 1)] == [path for path, _ in marked_texts(sample, INLINE)]
    assert [(("image",), "media/x.svg")] == list(marked_texts(sample, MEDIA))
    within = Sample.model_validate({"lead": {"text": "inside"}})
    assert [(("lead", "text"), "inside")] == list(marked_texts(within, MARKDOWN, INLINE))


def test_an_example_is_the_yaml_below_its_heading() -> None:
    assert "- kind: sample\n  text: |\n    Hello\n" == Sample.example()


@pytest.mark.parametrize(
    ("form", "good", "bad"),
    [
        (
            Id,
            ["a", "0", "a_1", "x" * 40],
            ["", "A", "a-b", "a b", "é", "x" * 41, "a\n", "constructor", "__proto__"],
        ),
        (CourseId, ["ab", "a-1", "x" * 40], ["", "a", "1a", "A1", "a_b", "x" * 41, "ab\n"]),
        (Language, ["en", "en-US", "zh-Hant-TW", "gsw"], ["", "e", "english", "en_US", "en-"]),
        (PlainText, ["a", " a "], ["", " ", "\n"]),
        (Weight, [0.1, 100], [0, -1, 101, float("inf"), float("nan")]),
        (
            Url,
            ["https://example.org", "https://a.b/c?d#e"],
            ["", "http://a.b", "https://a", "https://a.b/c d"],
        ),
        (Day, ["2026-11-12"], ["", "2026-13-01", "2026-1-1", "12.11.2026", "2026-11-12T00:00"]),
    ],
)
def test_bld_05_forms_accept_and_refuse(form: Any, good: list[Any], bad: list[Any]) -> None:
    class Holder(Model):
        value: form

    for value in good:
        Holder(value=value)
    for value in bad:
        with pytest.raises(ValidationError):
            Holder(value=value)


def test_every_pattern_can_be_said_in_words() -> None:
    forms = {
        ID_PATTERN,
        STEP_ID_PATTERN,
        COURSE_ID_PATTERN,
        LANGUAGE_PATTERN,
        URL_PATTERN,
        ORIGIN_PATTERN,
        DAY_PATTERN,
    }
    assert forms | {SOME_TEXT_PATTERN} == set(PATTERNS_IN_WORDS)


class Branch(Model):
    text: Markdown
    branches: Many[Branch] = ()


def test_texts_are_found_at_any_depth_of_what_holds_its_own_kind() -> None:
    tree = Branch.model_validate({"text": "a", "branches": [{"text": "b", "branches": [{"text": "c"}]}]})
    below = ("branches", 0, "text"), ("branches", 0, "branches", 0, "text")
    assert [(("text",), "a"), (below[0], "b"), (below[1], "c")] == list(marked_texts(tree, MARKDOWN))
