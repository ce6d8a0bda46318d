"""Writes for blocks that are tested alone."""

from __future__ import annotations

from cpom_scorm.render.bidi import direction
from cpom_scorm.render.catalogue import load_catalogue
from cpom_scorm.render.page_writer import CoursePageWriter
from tests.questions import picture


def page_writer(language: str = "en") -> CoursePageWriter:
    """Give what a course in a language is written with."""
    return CoursePageWriter(picture, t=load_catalogue(language), is_rtl=direction(language) == "rtl")
