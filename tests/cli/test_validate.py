"""Pipelines read `validate --format json`, administrators read the text: both are promises."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from cpom_scorm.editions import EDITIONS
from cpom_scorm.package.archive.zip_writer import zip_bytes
from tests.builders import base_files, base_item, base_manifest
from tests.command_line import ROOT, change, cpom

if TYPE_CHECKING:
    from pathlib import Path

NEWEST = EDITIONS[-1]


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.zip"
    path.write_bytes(zip_bytes(base_files()))
    return path


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    """A package without the file that it launches."""
    files = base_files()
    del files["index.html"]
    path = tmp_path / "bad.zip"
    path.write_bytes(zip_bytes(files))
    return path


def document(*arguments: str | Path) -> tuple[int, Any]:
    done = cpom("validate", *arguments, "--format", "json")
    assert done.err == ""
    assert done.out.isascii()
    return done.code, json.loads(done.out)


def test_a_valid_package_is_said_to_be_valid_with_its_edition(good: Path) -> None:
    done = cpom("validate", good, "--strict")
    expected = f"{good.as_posix()}: valid, {NEWEST.title}, no findings\n"
    assert (0, expected, "") == (done.code, done.out, done.err)


def test_findings_come_before_the_verdict_and_quiet_leaves_them_alone(good: Path, bad: Path) -> None:
    done = cpom("validate", good, bad)
    assert done.code == 1
    verdicts = [line for line in done.out.splitlines() if line.startswith((str(good), str(bad)))]
    assert [f"{good}: valid, {NEWEST.title}, no findings", f"{bad}: invalid"] == [
        verdicts[0],
        verdicts[1].partition(",")[0],
    ]
    quiet = cpom("validate", good, bad, "--quiet")
    assert quiet.code == 1
    assert "error[" in quiet.out
    assert "invalid" not in quiet.out


def test_the_json_document_has_exactly_the_agreed_shape(good: Path, bad: Path) -> None:
    code, found = document(good, bad)
    assert code == 1
    assert {"schema_version", "packages", "settings"} == set(found)
    assert found["schema_version"] == 1
    first, second = found["packages"]
    clean = {"verdict": "valid", "diagnostics": [], "ignored": []}
    assert {"path": str(good), "edition": NEWEST.id, **clean} == first
    assert (str(bad), NEWEST.id, "invalid") == (second["path"], second["edition"], second["verdict"])
    assert second["diagnostics"]
    for diagnostic in second["diagnostics"]:
        assert {"rule", "severity", "message", "file", "line", "column", "help"} == set(diagnostic)
        texts = (diagnostic[name] for name in ("rule", "severity", "message", "help"))
        assert all(isinstance(text, str) for text in texts)
        assert diagnostic["severity"] in {"error", "warning", "note"}
        assert isinstance(diagnostic["line"], int | None)
        assert isinstance(diagnostic["column"], int | None)
        assert not str(diagnostic["file"]).startswith("/")


def test_a_file_that_is_no_package_is_invalid_and_of_no_edition(tmp_path: Path) -> None:
    (tmp_path / "notes.zip").write_text("no zip")
    code, found = document(tmp_path / "notes.zip")
    assert code == 1
    assert (None, "invalid") == (found["packages"][0]["edition"], found["packages"][0]["verdict"])


def test_an_unpacked_folder_is_judged_like_its_zip(tmp_path: Path) -> None:
    for name, data in base_files().items():
        path = tmp_path / "open" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    assert cpom("validate", tmp_path / "open", "--strict").out.startswith(f"{tmp_path / 'open'}: valid")


def test_fail_on_warning_makes_warnings_count_but_keeps_the_verdict(tmp_path: Path) -> None:
    item = replace(base_item(), launch_data="x" * 4001)
    organization = replace(base_manifest().organizations[0], items=(item,))
    manifest = replace(base_manifest(), organizations=(organization,))
    path = tmp_path / "warned.zip"
    path.write_bytes(zip_bytes(base_files(manifest=manifest)))
    assert cpom("validate", path).code == 0
    code, found = document(path, "--fail-on", "warning")
    assert code == 1
    assert found["packages"][0]["verdict"] == "valid"


def test_check_prints_the_same_diagnostics_as_json(starter: Path) -> None:
    change(starter / "sections/1-pages.yaml", "tone: key", "tone: kee")
    done = cpom("check", starter, "--format", "json")
    found = json.loads(done.out)
    assert (1, "") == (done.code, done.err)
    assert {"schema_version", "course", "diagnostics", "ignored"} == set(found)
    assert found["diagnostics"][0]["rule"] == "CRS-014"
    assert found["diagnostics"][0]["line"] > 1


@pytest.mark.parametrize(
    ("content", "message"),
    [(b"", "the file is empty"), (b"hello", "the file is not a zip: it has no end record")],
)
def test_what_is_no_zip_is_to_be_fetched_again(content: bytes, message: str, tmp_path: Path) -> None:
    (tmp_path / "text.zip").write_bytes(content)
    code, told = document(tmp_path / "text.zip")
    (found,) = told["packages"][0]["diagnostics"]
    assert (1, message) == (code, found["message"])
    assert "copy or download the package again, or export it again" == found["help"]


def test_the_folder_of_a_course_is_to_be_built_first(tmp_path: Path) -> None:
    (tmp_path / "course.yaml").write_text("id: hygiene\n", "utf-8")
    (found,) = document(tmp_path)[1]["packages"][0]["diagnostics"]
    assert "build the course with cpom-scorm build, and validate the packages that it writes" == found["help"]


@pytest.mark.parametrize("form", ["plain", "sarif", "junit", "github"])
def test_every_format_names_the_rule_the_package_and_the_place(form: str, bad: Path, starter: Path) -> None:
    done = cpom("validate", bad, "--format", form)
    assert (1, "") == (done.code, done.err)
    assert "RES-004" in done.out
    assert f"{bad.name}/imsmanifest.xml" in done.out
    change(starter / "sections/1-pages.yaml", "tone: key", "tone: kee")
    checked = cpom("check", starter, "--format", form)
    assert (1, "") == (checked.code, checked.err)
    assert "CRS-014" in checked.out
    assert "sections/1-pages.yaml" in checked.out


def test_fail_on_never_reports_and_succeeds(bad: Path) -> None:
    done = cpom("validate", bad, "--fail-on", "never", "--format", "junit")
    assert 0 == done.code
    assert "RES-004" in done.out
    assert "<failure" not in done.out


def test_one_package_is_judged_without_what_only_courses_many_packages_or_reports_need(good: Path) -> None:
    """PERF: a cold start pays for what it uses."""
    others = "pydantic jinja2 yaml babel playwright concurrent.futures multiprocessing cpom_scorm.rules.names"
    code = (
        "import sys; from cpom_scorm.cli import main; sys.argv[1:] = ['validate', sys.argv[1]]\n"
        "try: main()\n"
        f"finally: print(sorted(set('{others}'.split()) & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(good)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert "[]" == done.stdout.splitlines()[-1]
