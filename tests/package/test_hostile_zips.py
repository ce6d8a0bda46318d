"""A hostile archive harms nobody and is told by one rule. Whoever validates uploads runs this on a server."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from cpom_scorm.validate import validate_package
from tests.corpus.bases import plain
from tests.corpus.model import FOURTH, MANIFEST
from tests.hostile_manifests import HEAVY
from tests.hostile_zips import HOSTILE, MIB, with_large
from tests.raw_zip import RawZip, entries_of
from tests.unusual_zips import UNUSUAL

ROOT = Path(__file__).parents[2]
MOST_MEMORY = 300 * MIB
MOST_SECONDS = 5

JUDGE_ALL = """
import json, re, sys, time
from pathlib import Path
from cpom_scorm.validate import validate_package
times = {}
for path in sorted(Path(sys.argv[1]).iterdir()):
    started = time.process_time()
    validate_package(path)
    times[path.name] = time.process_time() - started
peak = re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text())
print(json.dumps([int(peak[1]) * 1024, times]))
"""
"""The peak comes from the process's own memory map: `ru_maxrss` begins with the parent's at the fork."""


def everything_below(folder: Path) -> set[Path]:
    return set(folder.rglob("*"))


def test_the_corpus_is_as_large_as_promised() -> None:
    assert len(HOSTILE) >= 40


@pytest.mark.parametrize("name", HOSTILE)
def test_sec_01_a_hostile_archive_gives_its_one_rule_and_writes_nothing(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hostile = HOSTILE[name]
    inner = tmp_path / "deep" / "below" / "here"
    inner.mkdir(parents=True)
    monkeypatch.chdir(inner)
    monkeypatch.setenv("TMPDIR", str(inner))
    path = inner / "package.zip"
    path.write_bytes(hostile.make())
    before = everything_below(tmp_path)
    verdict = validate_package(path)
    assert {(hostile.rule_id, hostile.severity)} == {
        (found.rule.id, found.severity) for found in verdict.report
    }
    assert hostile.severity != "error" or not verdict.valid
    assert before == everything_below(tmp_path)


@pytest.mark.parametrize("name", UNUSUAL)
def test_an_odd_but_right_archive_is_valid_without_findings(name: str, tmp_path: Path) -> None:
    path = tmp_path / "package.zip"
    path.write_bytes(UNUSUAL[name]())
    assert [] == list(validate_package(path, strict=True).report)


def test_sec_02_the_corpus_takes_little_memory_and_time(tmp_path: Path) -> None:
    """Both are measured in a process of their own, time as CPU seconds: other load does not count."""
    for name, hostile in HOSTILE.items():
        (tmp_path / f"{name}.zip").write_bytes(hostile.make())
    done = subprocess.run(
        [sys.executable, "-c", JUDGE_ALL, str(tmp_path)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    memory, times = json.loads(done.stdout)
    assert memory < MOST_MEMORY
    assert {} == {name: seconds for name, seconds in times.items() if seconds > MOST_SECONDS}


@pytest.mark.slow
def test_sec_02_as_much_as_the_limits_let_through_takes_little_memory_and_time(tmp_path: Path) -> None:
    """Rules that compare everything with everything once took minutes over 15 kB of zip."""
    for name, make in HEAVY.items():
        files = {**plain(FOURTH), MANIFEST: make()}
        (tmp_path / f"{name}.zip").write_bytes(RawZip(entries_of(files)).to_bytes())
    (tmp_path / "schema-of-300-mb.zip").write_bytes(with_large("imscp_v1p1.xsd"))
    done = subprocess.run(
        [sys.executable, "-c", JUDGE_ALL, str(tmp_path)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    memory, times = json.loads(done.stdout)
    assert memory < MOST_MEMORY
    assert {} == {name: seconds for name, seconds in times.items() if seconds > MOST_SECONDS}


def test_sec_03_two_manifests_are_an_error_twice_or_in_two_spellings(tmp_path: Path) -> None:
    for name, rule_id in (("manifest-twice", "PKG-013"), ("manifest-twin", "PKG-004")):
        path = tmp_path / f"{name}.zip"
        path.write_bytes(HOSTILE[name].make())
        report = validate_package(path).report
        assert ([rule_id], True) == ([found.rule.id for found in report], report.has_errors)


def test_sec_04_no_message_shows_what_a_file_holds(tmp_path: Path) -> None:
    secret = Path("/etc/passwd").read_text("utf-8").splitlines()[0]
    path = tmp_path / "package.zip"
    path.write_bytes(HOSTILE["entity-of-file"].make())
    assert [] == [found for found in validate_package(path).report if secret in found.message]
