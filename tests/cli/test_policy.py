"""What is ignored or selected must be what people meant: a slip of the pen hides faults."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from cpom_scorm.package.archive.zip_writer import zip_bytes
from tests.builders import base_files
from tests.command_line import cpom

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    """A package without the file that it launches, and with one that it does not list."""
    files = {**base_files(), "notes.txt": b"unlisted"}
    del files["index.html"]
    path = tmp_path / "packages" / "bad.zip"
    path.parent.mkdir()
    path.write_bytes(zip_bytes(files))
    return path


def rules_of(path: Path, *options: str) -> tuple[int, set[str], dict[str, str]]:
    done = cpom("validate", path, "--format", "json", *options)
    (found,) = json.loads(done.out)["packages"]
    reasons = {each["rule"]: each["reason"] for each in found["ignored"]}
    return done.code, {each["rule"] for each in found["diagnostics"]}, reasons


def test_ignored_findings_are_kept_with_the_reason_and_fail_nothing(bad: Path) -> None:
    code, counted, _ = rules_of(bad)
    assert (1, True) == (code, {"RES-004", "PKG-030"} <= counted)
    code, counted, ignored = rules_of(bad, "--ignore", "RES-004=our LMS brings the page")
    assert 0 == code
    assert "RES-004" not in counted
    assert {"RES-004": "our LMS brings the page"} == ignored
    assert cpom("validate", bad, "--ignore", "RES-004=known").out.endswith(", 1 ignored\n")
    assert ": valid, " in cpom("validate", bad, "--ignore", "RES-004=known").out


def test_select_leaves_rules_and_families(bad: Path) -> None:
    assert (1, {"RES-004"}, {}) == rules_of(bad, "--select", "RES")
    assert (0, {"PKG-030"}, {}) == rules_of(bad, "--select", "PKG-030,SEQ")


def test_severity_and_fail_on_decide_what_fails(bad: Path) -> None:
    assert 0 == rules_of(bad, "--severity", "RES-004=warning")[0]
    assert 1 == rules_of(bad, "--severity", "RES-004=warning", "--fail-on", "warning")[0]


@pytest.mark.parametrize(
    ("option", "value", "message"),
    [
        ("--ignore", "RES-004", 'write --ignore RES-004=REASON: "RES-004" says no reason'),
        ("--ignore", "RES-04=x", 'there is no rule "RES-04": did you mean "RES-004"?'),
        ("--ignore", "RES=x", '"RES" is a family of rules: name each rule that you mean'),
        ("--ignore", "PKG-017=x", '"PKG-017" always stands: it cannot be ignored'),
        ("--severity", "PKG-017=note", '"PKG-017" always stands: it cannot be lowered'),
        ("--severity", "RES-004=bad", '"bad" is no weight: write error, warning or note'),
        ("--select", "RES,SEK", 'there is no rule "SEK": did you mean "SEQ"?'),
    ],
)
def test_a_slip_of_the_pen_is_refused(option: str, value: str, message: str, bad: Path) -> None:
    done = cpom("validate", bad, option, value)
    assert (2, "") == (done.code, done.out)
    assert message in done.err


def test_a_settings_file_holds_beside_packages_and_never_inside_one(bad: Path) -> None:
    text = "ignore:\n  RES-004: known\n"
    (bad.parent / "cpom-scorm.yaml").write_text(text, "utf-8")
    assert (0, {"RES-004": "known"}) == rules_of(bad)[::2]
    inside = bad.parent.parent / "open" / "package"
    inside.mkdir(parents=True)
    for name, data in base_files().items():
        if name != "index.html":
            (inside / name).parent.mkdir(exist_ok=True)
            (inside / name).write_bytes(data)
    (inside / "cpom-scorm.yaml").write_text(text, "utf-8")
    code, counted, ignored = rules_of(inside)
    assert (1, {}) == (code, ignored)
    assert "RES-004" in counted


@pytest.mark.parametrize("form", ["text", "plain", "sarif", "junit", "github", "json"])
def test_a_mistake_in_settings_is_told_in_every_format(form: str, bad: Path) -> None:
    (bad.parent / "cpom-scorm.yaml").write_text("ignore:\n  RES-04: known\n", "utf-8")
    done = cpom("validate", bad, "--format", form)
    assert (1, "") == (done.code, done.err)
    assert "YML-021" in done.out
    assert "cpom-scorm.yaml" in done.out


def test_check_and_build_heed_the_settings_of_the_course(starter: Path) -> None:
    (starter / "cpom-scorm.yaml").write_text("ignore:\n  CRS-060: typeset by hand\n", "utf-8")
    done = cpom("check", starter, "--format", "json")
    (found,) = json.loads(done.out)["diagnostics"]
    assert ("YML-024", 2, 3) == (found["rule"], found["line"], found["column"])
    (starter / "cpom-scorm.yaml").write_text("severity: {CRS-060: bad}\n", "utf-8")
    built = cpom("build", starter, "--output", starter / "out")
    assert 1 == built.code
    assert "YML-020" in built.err
    assert not (starter / "out").exists()
