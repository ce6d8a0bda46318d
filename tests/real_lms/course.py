"""A course that is taken in seconds, and its next version with a page in the middle."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpom_scorm.build import BuildOptions, BuildResult, BuiltPackage, build_course
from tests.full_course import loaded

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from cpom_scorm.course.model import Course

COURSE = """
id: clean-hands
title: Clean hands
language: en
scoring: {pass_mark: 70, status: passed/failed}
sections: [washing.yaml]
"""
SECTION = """
id: washing
number: "1"
title: Washing
pages:
- id: hands
  title: Hands carry more than you see
  minutes: 1
  blocks:
  - {kind: text, text: Wash them.}
  - {kind: true_false, id: check_gloves, stem: Gloves do it too., correct: false, feedback: Gloves leak.}
NEW_PAGE
- {id: soap, title: Soap loosens, minutes: 1, blocks: [{kind: text, text: Rub it in.}]}
quiz:
  title: Three questions
  minutes: 1
  shuffle: false
  questions:
  - {kind: true_false, id: rings, stem: Rings come off., correct: true, feedback: Dirt hides under them.}
  - kind: choice
    id: seconds
    stem: How long?
    options: [{id: a, text: Ten seconds}, {id: b, text: Twenty seconds}]
    correct: b
    feedback: As long as two verses.
  - {kind: fill_in, id: dryer, stem: Dry with a clean …, accept: [towel], feedback: A clean towel.}
"""
NEW_PAGE = "- {id: water, title: Water carries away, minutes: 1, blocks: [{kind: text, text: Let it run.}]}"


@dataclass(frozen=True)
class Version:
    """What an author published at a time."""

    course: Course
    packages: Mapping[str, BuiltPackage]
    """By edition id."""


def built(folder: Path) -> tuple[Version, BuildResult]:
    """Build a course as it stands in its folder; nothing is written."""
    result = build_course(folder, BuildOptions())
    assert result.packages, [found.message for found in result.report]
    return Version(loaded(folder), {package.edition.id: package for package in result.packages}), result


def two_versions(folder: Path) -> tuple[Version, Version]:
    """Publish the course, then publish it again with one page more."""
    (folder / "course.yaml").write_text(COURSE, encoding="utf-8")
    versions = []
    for page in ("", NEW_PAGE):
        (folder / "washing.yaml").write_text(SECTION.replace("NEW_PAGE", page), encoding="utf-8")
        version, result = built(folder)
        assert result.lock_path
        assert result.new_lock
        result.lock_path.write_text(result.new_lock, encoding="utf-8")
        versions.append(version)
    return versions[0], versions[1]
