"""A build must be the same everywhere, verified and whole: LMS teams compare and re-upload packages."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from cpom_scorm import build
from cpom_scorm.build import BuildOptions, build_course, write_packages
from cpom_scorm.course.lock import LOCK_NAME, read_lock
from cpom_scorm.course.starter import starter_files
from cpom_scorm.editions import EDITIONS
from cpom_scorm.file_content import whole
from cpom_scorm.lms import Behaviour, Lms
from cpom_scorm.package.archive.zip_writer import content_digest
from cpom_scorm.rule import Severity
from tests.command_line import change, environment, everything_below, write_starter

if TYPE_CHECKING:
    from pathlib import Path

ONE = BuildOptions(editions=EDITIONS[:1])


@pytest.fixture
def starter(tmp_path: Path) -> Path:
    return write_starter(tmp_path / "mine")


def ids(result: build.BuildResult) -> list[str]:
    return [found.rule.id for found in result.report]


def build_elsewhere(folder: Path, *, order: int, umask: int, **env: str) -> dict[str, bytes]:
    """Write the course file by file in this order, build it in a process of its own, give the packages."""
    course = folder / "course"
    for number, (name, data) in enumerate(sorted(starter_files("Same", "en").items())[::order]):
        path = course / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        os.utime(path, (10**9 * order * order + number, 10**9 + 86_400 * number))
    subprocess.run(
        [sys.executable, "-m", "cpom_scorm", "build", "--quiet"],
        cwd=folder,
        env=environment(**env),
        umask=umask,
        check=True,
    )
    return everything_below(folder / "dist")


def test_bld_10_time_zone_umask_hash_seed_folder_locale_and_file_order_change_no_byte(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    there = tmp_path / "somewhere" / "else with spaces"
    there.mkdir(parents=True)
    first = build_elsewhere(
        tmp_path / "a", order=1, umask=0o022, TZ="UTC", PYTHONHASHSEED="1", LC_ALL="C.UTF-8"
    )
    second = build_elsewhere(
        there, order=-1, umask=0o077, TZ="Pacific/Kiritimati", PYTHONHASHSEED="4242", LC_ALL="C"
    )
    assert len(EDITIONS) == len(first)
    assert first == second


def test_bld_10_building_again_changes_nothing_but_what_changed(starter: Path) -> None:
    first = build_course(starter, BuildOptions())
    write_packages(first, starter.parent / "dist")
    again = build_course(starter, BuildOptions(locked=True))
    assert [whole(package.archive) for package in first.packages] == [
        whole(package.archive) for package in again.packages
    ]
    assert again.new_lock is None
    change(starter / "sections/1-pages.yaml", "title: Showing an order", "title: Showing the order")
    changed = build_course(starter, BuildOptions(locked=True))
    for before, after in zip(first.packages, changed.packages, strict=True):
        names = {name for name in before.files if before.files[name] != after.files[name]}
        assert {"course-data.js", "probe.txt", "section-1.js"} == names
        assert before.digest != after.digest


def test_what_is_said_of_a_package_is_what_is_in_its_zip(starter: Path) -> None:
    for package in build_course(starter, BuildOptions()).packages:
        with zipfile.ZipFile(io.BytesIO(whole(package.archive))) as archive:
            inside = {name: archive.read(name) for name in archive.namelist()}
        assert dict(package.files) == inside
        assert content_digest(inside) == package.digest
        assert package.sco_count == 1
        assert 0 < package.record_bytes <= package.record_limit


def test_progress_names_each_step_once(starter: Path) -> None:
    told: list[str] = []
    build_course(starter, BuildOptions(), progress=told.append)
    verified = [f"Packing and verifying {edition.title}" for edition in EDITIONS]
    assert ["Reading the course", "Rendering the pages", *verified] == told


def test_a_course_with_errors_gives_its_report_and_no_package(starter: Path) -> None:
    change(starter / "sections/2-questions.yaml", "id: questions", "id: Questions")
    result = build_course(starter, BuildOptions())
    assert ((), None, None) == (result.packages, result.new_lock, result.lock)
    assert result.report.has_errors


@pytest.fixture
def without_player(monkeypatch: pytest.MonkeyPatch) -> None:
    """Packages that lack a file which their manifest lists."""
    real = build.package_files

    def files(*arguments: Any) -> dict[str, bytes]:
        made = dict(real(*arguments))
        del made["player.js"]
        return made

    monkeypatch.setattr(build, "package_files", files)


@pytest.mark.usefixtures("without_player")
def test_a_package_that_breaks_a_rule_is_never_given_out(starter: Path) -> None:
    """Our own packages pass the rules that `validate` runs, before anybody sees them."""
    result = build_course(starter, ONE)
    assert () == result.packages
    errors = [found for found in result.report if found.severity is Severity.ERROR]
    assert errors
    assert all(found.span and found.span.file.startswith("a-small-course-scorm12.zip/") for found in errors)


def test_warnings_about_packages_are_told_and_do_not_stop_a_build(
    starter: Path,
) -> None:
    small = Behaviour("LMS-010", Severity.WARNING, "it refuses more", "a test", limits={"package": 1000})
    result = build_course(starter, replace(ONE, profiles=(Lms("small", "Small", "", (small,)),)))
    assert len(result.packages) == 1
    assert {Severity.WARNING} == {found.severity for found in result.report}


def test_course_warnings_are_kept_when_a_later_step_finds_an_error(
    starter: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(starter / "sections/1-pages.yaml", "    id: check_ids\n", "    id: check_ids\n    weight: 2\n")
    limits = replace(EDITIONS[0].limits, suspend_data=10)
    result = build_course(starter, BuildOptions(editions=(replace(EDITIONS[0], limits=limits),)))
    assert ["LCK-008", "QUE-017"] == sorted(ids(result))


def test_run_62_a_record_that_an_edition_cannot_keep_stops_the_build_and_names_the_edition(
    starter: Path,
) -> None:
    limits = replace(EDITIONS[1].limits, suspend_data=40)
    result = build_course(starter, BuildOptions(editions=(EDITIONS[0], replace(EDITIONS[1], limits=limits))))
    (found,) = result.report
    assert () == result.packages
    assert f"and {EDITIONS[1].title} keeps 40" in found.message


def test_the_lock_file_is_written_with_the_packages_and_only_when_it_changes(starter: Path) -> None:
    result = build_course(starter, ONE)
    assert not (starter / LOCK_NAME).exists()
    write_packages(result, starter.parent / "dist")
    assert result.new_lock == (starter / LOCK_NAME).read_text("utf-8")
    assert read_lock(starter / LOCK_NAME)[0] == result.lock
    before = (starter / LOCK_NAME).stat().st_mtime_ns
    write_packages(build_course(starter, ONE), starter.parent / "dist")
    assert before == (starter / LOCK_NAME).stat().st_mtime_ns


def test_a_preview_keeps_the_numbers_it_gave_to_pages_that_were_never_built(starter: Path) -> None:
    first = build_course(starter, ONE).lock
    assert first is not None
    change(starter / "course.yaml", "sections:\n- sections/1-pages.yaml\n", "sections:\n")
    change(
        starter / "course.yaml",
        "- sections/2-questions.yaml",
        "- sections/2-questions.yaml\n- sections/1-pages.yaml",
    )
    later = build_course(starter, replace(ONE, earlier=first)).lock
    assert later is not None
    assert first.numbers == later.numbers
    assert first.slots != build_course(starter, ONE).lock.slots  # type: ignore[union-attr]


def test_a_preview_follows_the_lock_file_once_a_build_has_written_other_numbers(starter: Path) -> None:
    earlier = build_course(starter, ONE).lock
    change(starter / "sections/1-pages.yaml", "- id: blocks\n", "- id: blocks_first\n")
    change(
        starter / "sections/1-pages.yaml",
        "revisit: blocks\n    sources",
        "revisit: blocks_first\n    sources",
    )
    change(
        starter / "sections/1-pages.yaml",
        "revisit: blocks\n    correct",
        "revisit: blocks_first\n    correct",
    )
    built = build_course(starter, ONE)
    write_packages(built, starter.parent / "dist")
    assert built.lock == build_course(starter, replace(ONE, earlier=earlier)).lock
