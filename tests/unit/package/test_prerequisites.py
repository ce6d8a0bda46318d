"""The prerequisites of SCORM 1.2 are read as LMSs read them. A misread script locks learners out unseen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpom_scorm.package.manifest.prerequisites import read_script


@pytest.mark.parametrize(
    ("text", "identifiers"),
    [
        ("a", ("a",)),
        ("a&b|c", ("a", "b", "c")),
        ("~(a & b)", ("a", "b")),
        ("2*{a,b,c}", ("a", "b", "c")),
        ('a="passed"', ("a",)),
        ("a<>not attempted", ("a",)),
        ("a = P", ("a",)),
    ],
)
def test_a_script_of_good_form_names_its_items(text: str, identifiers: tuple[str, ...]) -> None:
    assert (identifiers, None) == (read_script(text).identifiers, read_script(text).problem)


@pytest.mark.parametrize(
    "text", ["a and b", "a&", "&a", "(a", "a)", "a=finished", "2*a", "2*{a", "a b", "a=", "~"]
)
def test_a_script_of_another_form_is_told_with_its_place(text: str) -> None:
    assert read_script(text).problem is not None


def test_a_script_nested_without_end_is_refused_and_ends_no_stack() -> None:
    assert read_script("(" * 10_000 + "a").problem == "parentheses are nested too deep"
    assert read_script("~" * 10_000 + "a").problem == "negations are nested too deep"


@given(st.text(alphabet="ab12&|~()*,{}=<>\"' \t\u00e9", max_size=40))
def test_reading_a_script_never_raises(text: str) -> None:
    read_script(text)
