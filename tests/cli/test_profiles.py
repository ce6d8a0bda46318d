"""`--profile` judges for the LMSs that people have, and for no other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.package.archive.zip_writer import zip_bytes
from tests.builders import base_files
from tests.command_line import cpom, write_starter

if TYPE_CHECKING:
    from pathlib import Path


def test_bld_17_a_package_is_judged_for_the_lmss_that_are_named(tmp_path: Path) -> None:
    path = tmp_path / "course.zip"
    path.write_bytes(zip_bytes(base_files()))
    assert cpom("validate", path).code == 0
    assert cpom("validate", path, "--profile", "moodle").code == 0
    done = cpom("validate", path, "--profile", "moodle", "--profile", "talentlms")
    assert done.code == 1
    assert "error[LMS-012]: the package is SCORM 2004 4th Edition; TalentLMS plays SCORM 1.2 only" in done.out
    assert "known from help.talentlms.com" in done.out
    assert cpom("validate", path, "--profile", "blackboard").code == 2


def test_bld_16_a_build_is_judged_for_the_lmss_that_are_named(tmp_path: Path) -> None:
    course, output = write_starter(tmp_path / "course"), tmp_path / "dist"
    asked = ("build", course, "--output", output, "--profile", "talentlms", "--edition")
    refused = cpom(*asked, "scorm2004-3rd")
    assert (1, False) == (refused.code, output.exists())
    assert "LMS-012" in refused.err
    assert cpom(*asked, "scorm12").code == 0
