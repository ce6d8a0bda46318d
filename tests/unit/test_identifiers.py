"""Suggested ids are ids: an author who follows the advice has no second error."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cpom_scorm.identifiers import course_id_from, id_from
from cpom_scorm.schema import COURSE_ID_PATTERN, ID_PATTERN


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Cost Center", "cost_center"),
        ("  Één-Zwei!", "een_zwei"),
        ("already_fine", "already_fine"),
        ("注文", ""),
    ],
)
def test_an_id_is_made_from_text(text: str, name: str) -> None:
    assert name == id_from(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [("Module 1: The Basics", "module-1-the-basics"), ("1. Stock", "stock"), ("X", ""), ("注文", "")],
)
def test_a_course_id_is_made_from_text(text: str, name: str) -> None:
    assert name == course_id_from(text)


@given(st.text(max_size=80))
@settings(deadline=None)
def test_bld_05_what_is_suggested_is_accepted(text: str) -> None:
    for name, pattern in ((id_from(text), ID_PATTERN), (course_id_from(text), COURSE_ID_PATTERN)):
        assert not name or re.fullmatch(pattern, name)
