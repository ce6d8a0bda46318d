"""Courses written right to left. If these fail, brackets jump to the other end of a title."""

from __future__ import annotations

import json

import pytest

from cpom_scorm.editions import EDITIONS
from cpom_scorm.render.bidi import direction, one_way, with_names_set_off, with_titles_set_off
from cpom_scorm.render.catalogue import load_catalogue
from cpom_scorm.render.course_data import course_data
from cpom_scorm.render.pages import render_course
from cpom_scorm.render.theme import load_theme
from tests.unit.render.sample import PICTURES, sample_course, sample_lock

SET_OFF = "\u2066{}\u2069"


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en-US", "ltr"),
        ("ar", "rtl"),
        ("he-IL", "rtl"),
        ("ur-Latn", "ltr"),
        ("az-Arab", "rtl"),
        ("arn", "ltr"),
    ],
)
def test_a11y_10_the_direction_follows_the_language(language: str, expected: str) -> None:
    assert expected == direction(language)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Introduction (part 2)", "\u2066Introduction (part 2)\u2069"),
        ("SCORM للمبتدئين", "\u200fSCORM للمبتدئين"),
        ("مقدمة SCORM", "مقدمة SCORM"),
        ("1.1", "1.1"),
    ],
)
def test_a11y_10_a_title_in_a_right_to_left_course_runs_one_way(title: str, expected: str) -> None:
    assert expected == one_way(title)


def test_a11y_10_what_is_filled_into_arabic_stays_in_one_piece() -> None:
    assert "(\u2068{score}\u2069)" == with_names_set_off("({score})", "ar")
    assert "({score})" == with_names_set_off("({score})", "es")
    assert load_catalogue("ar").fill("check.revisit", title="Units (2)").endswith(" \u2068Units (2)\u2069")


def test_a11y_10_titles_are_set_off_wherever_learners_meet_them() -> None:
    """In the page, in what the player knows, and not in a course that runs left to right."""
    course = sample_course(language="ar")
    catalogue = load_catalogue("ar")
    rendered = render_course(course, load_theme().theme, catalogue, PICTURES)
    launch = rendered.launch_html.decode()
    for title in ("The first section", "The last section", "A sample"):
        assert SET_OFF.format(title) in launch
    assert SET_OFF.format("Page two") in rendered.sections[1].pages["one"]
    assert SET_OFF.format("Show it") in str(rendered.sections[1].quiz)
    data = course_data(course, EDITIONS[-1], sample_lock(course), catalogue, player="", build="")
    for title in ("Module 1: A sample", "Module 1", "Page one", "The first section", "Show it"):
        assert json.dumps(SET_OFF.format(title)) in data.decode()
    english = sample_course()
    assert with_titles_set_off(english) is english
