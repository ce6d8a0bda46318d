"""`build` is what people run: its files, its summary, its promises about the lock file and about failures."""

from __future__ import annotations

import hashlib
import os
import re
import resource
import signal
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest

from cpom_scorm.build import BuildOptions, build_course
from cpom_scorm.editions import EDITIONS
from tests.command_line import ROOT, Done, change, cpom, environment, everything_below

if TYPE_CHECKING:
    from pathlib import Path

OLDEST = EDITIONS[0].id
LOCK = "course.lock.yaml"


@pytest.fixture
def built(starter: Path) -> Path:
    """The starter with its lock file, built once into `dist` beside it."""
    assert cpom("build", starter, "--output", starter.parent / "dist").code == 0
    return starter


def test_all_editions_are_built_into_dist_under_their_names(
    starter: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(starter.parent)
    assert cpom("build", "mine").code == 0
    expected = {f"a-small-course-{edition.id}.zip" for edition in EDITIONS}
    assert expected == set(everything_below(starter.parent / "dist"))


def test_chosen_editions_are_built_once_each_in_any_order(starter: Path, tmp_path: Path) -> None:
    chosen = [EDITIONS[2].id, OLDEST, OLDEST]
    arguments = [word for name in chosen for word in ("--edition", name)]
    assert cpom("build", starter, *arguments, "--output", tmp_path / "out").code == 0
    expected = {f"a-small-course-{name}.zip" for name in chosen}
    assert expected == set(everything_below(tmp_path / "out"))


def test_the_summary_says_what_each_package_is(built: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = cpom("build", built, "--output", out)
    assert (0, "") == (done.code, done.err)
    packages = build_course(built, BuildOptions()).packages
    assert len(packages) == len(EDITIONS)
    for package in packages:
        path = out / package.name
        start = done.out.index(f"{path.as_posix()}  {package.edition.title}, ")
        paragraph = done.out[start:].splitlines()[:4]
        size, members = path.stat().st_size, len(zipfile.ZipFile(path).namelist())
        assert f"{size / 1000:.1f} kB, {members} files, 1 SCO" in paragraph[0]
        limit = package.edition.limits.suspend_data
        save = package.save_bytes
        sent = f"; one save sends at most about {save / 1000:.1f} kB" if save else ""
        assert paragraph[1] == f"  progress  at most {package.record_bytes:,} of {limit:,} bytes{sent}"
        assert paragraph[2] == f"  sha256    {hashlib.sha256(path.read_bytes()).hexdigest()}"
        assert paragraph[3] == f"  content   {package.digest}"


def test_quiet_prints_nothing_when_there_is_nothing_to_find(starter: Path, tmp_path: Path) -> None:
    done = cpom("build", starter, "--output", tmp_path / "out", "--quiet")
    assert (0, "", "") == (done.code, done.out, done.err)
    assert (starter / LOCK).exists()


def test_findings_are_told_and_nothing_is_written(starter: Path, tmp_path: Path) -> None:
    change(starter / "sections/1-pages.yaml", "tone: key", "tone: kee")
    before = everything_below(tmp_path)
    done = cpom("build", starter, "--output", tmp_path / "out")
    assert (1, "") == (done.code, done.out)
    assert "error[CRS-014]" in done.err
    assert done.err.endswith("1 error; nothing was written\n")
    assert before == everything_below(tmp_path)


def test_locked_accepts_a_lock_file_that_is_complete(built: Path) -> None:
    assert cpom("build", built, "--locked", "--output", built.parent / "dist").code == 0


def test_locked_refuses_what_would_change_the_lock_file(built: Path, tmp_path: Path) -> None:
    change(built / "sections/1-pages.yaml", "id: check_ids", "id: check_the_ids")
    before = everything_below(tmp_path)
    done = cpom("build", built, "--locked", "--output", tmp_path / "out")
    assert done.code == 1
    assert f'"{LOCK}" would change, and --locked forbids that' in done.err
    assert before == everything_below(tmp_path)


def test_locked_refuses_a_course_without_a_lock_file(starter: Path, tmp_path: Path) -> None:
    assert cpom("build", starter, "--locked", "--output", tmp_path / "out").code == 1
    assert not (starter / LOCK).exists()


def test_a_changed_course_id_is_refused_until_the_person_means_it(built: Path, tmp_path: Path) -> None:
    """BLD-05: LMSs take a package with another id for another course, and learners start again."""
    change(built / "course.yaml", 'id: "a-small-course"', 'id: "another-course"')
    refused = cpom("build", built, "--output", tmp_path / "out")
    assert refused.code == 1
    assert "error[LCK-003]" in refused.err
    assert cpom("build", built, "--output", tmp_path / "out", "--new-identity").code == 0
    assert (tmp_path / "out" / f"another-course-{OLDEST}.zip").exists()
    assert 'course: "another-course"' in (built / LOCK).read_text("utf-8")
    assert cpom("build", built, "--output", tmp_path / "out", "--locked").code == 0


def test_debug_leaves_scripts_readable(built: Path, tmp_path: Path) -> None:
    sizes = []
    for option in ([], ["--debug"]):
        cpom("build", built, "--edition", OLDEST, "--output", tmp_path / "out", *option)
        archive = zipfile.ZipFile(tmp_path / "out" / f"a-small-course-{OLDEST}.zip")
        sizes.append(archive.getinfo("player.js").file_size)
    assert sizes[1] > sizes[0] * 1.3


@pytest.mark.parametrize("output", ["file", "file/below"])
def test_an_output_folder_that_cannot_be_is_named_and_the_lock_file_stays(
    starter: Path, tmp_path: Path, output: str
) -> None:
    (tmp_path / "file").write_text("in the way")
    before = everything_below(tmp_path)
    done = cpom("build", starter, "--output", tmp_path / output)
    assert (2, "") == (done.code, done.out)
    assert str(tmp_path / output) in done.err
    assert before == everything_below(tmp_path)


def test_a_folder_with_the_name_of_a_package_is_told(starter: Path, tmp_path: Path) -> None:
    taken = tmp_path / "out" / f"a-small-course-{EDITIONS[-1].id}.zip"
    taken.mkdir(parents=True)
    before = everything_below(tmp_path)
    done = cpom("build", starter, "--output", tmp_path / "out")
    assert done.code == 2
    assert f'nothing was written: "{taken}" cannot be: a folder has this name' in done.err
    assert before == everything_below(tmp_path)


def test_a_lock_file_that_cannot_be_read_is_a_finding(starter: Path, tmp_path: Path) -> None:
    (starter / LOCK).mkdir()
    for command in (("build", starter, "--output", tmp_path / "out"), ("check", starter)):
        done = cpom(*command)
        assert done.code == 1
        assert "error[LCK-001]" in done.out + done.err


def limit_files() -> None:
    """Let no file of this process grow beyond a few thousand bytes, as a full disk would."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (8000, 8000))


def test_a_disk_that_fills_up_leaves_nothing_behind(starter: Path, tmp_path: Path) -> None:
    before = everything_below(tmp_path)
    done = subprocess.run(
        [sys.executable, "-m", "cpom_scorm", "build", starter, "--output", tmp_path / "out"],
        cwd=ROOT,
        env=environment(PYTHONDONTWRITEBYTECODE="1"),
        preexec_fn=limit_files,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "nothing was written" in done.stderr
    assert "file too large" in done.stderr
    assert before == everything_below(tmp_path)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_in_the_middle_of_writing_leaves_nothing_behind(
    starter: Path, tmp_path: Path, number: signal.Signals
) -> None:
    """Stops a real process at the moment when its first package is half on disk."""
    program = (
        "import os, signal, sys\n"
        "from cpom_scorm import file_content, output\n"
        "real = output._write\n"
        "def write(path, data):\n"
        "    real(path, file_content.whole(data)[:100])\n"
        f"    os.kill(os.getpid(), {int(number)})\n"
        "    real(path.with_name('never.part'), data)\n"
        "output._write = write\n"
        "from cpom_scorm.cli import run\n"
        "run()\n"
    )
    before = everything_below(tmp_path)
    done = subprocess.run(
        [sys.executable, "-c", program, "build", starter, "--output", tmp_path / "out"],
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert 128 + number == done.returncode
    assert "Traceback" not in done.stderr
    assert before == everything_below(tmp_path)
    assert [starter.name] == os.listdir(tmp_path)  # noqa: PTH208 - names are wanted


def test_what_learners_keep_and_lose_since_the_last_build_is_told(starter: Path, tmp_path: Path) -> None:
    """RUN-43: nothing is lost silently, and nothing is told where nothing changed."""

    def build(*more: str) -> Done:
        return cpom("build", starter, "--output", tmp_path / "dist", "--edition", "scorm12", *more)

    assert "Since the last build" not in build().out
    assert "Since the last build" not in build().out
    change(starter / "sections/1-pages.yaml", "title: Showing an order", "title: Showing the order")
    kept = build().out.splitlines()
    sentence = "Learners in the middle keep all of their progress."
    assert kept[:2] == ["Since the last build: 1 page renamed.", sentence]
    change(starter / "sections/1-pages.yaml", "correct: false", "correct: true")
    before = (starter / "course.lock.yaml").read_bytes()
    strict = build("--strict")
    assert (1, "") == (strict.code, strict.out)
    assert 'error[LCK-010]: learners in the middle lose their answer to "check_ids"' in strict.err
    assert before == (starter / "course.lock.yaml").read_bytes()
    lost = build()
    assert lost.code == 0
    assert "warning[LCK-010]" in lost.err
    assert "sections/1-pages.yaml:45:9" in lost.err
    assert "Learners in the middle lose 1 answer and keep everything else." in " ".join(lost.out.split())
    assert (0, "") == (build("--strict", "--quiet").code, build("--strict", "--quiet").out)


def test_a_changed_identity_is_told_with_what_it_means(starter: Path, tmp_path: Path) -> None:
    """BLD-05."""
    options = ("--output", tmp_path / "dist", "--edition", "scorm12")
    assert cpom("build", starter, *options).code == 0
    text = (starter / "course.yaml").read_text("utf-8")
    (starter / "course.yaml").write_text(re.sub(r"(?m)^id: .*", "id: another-course", text), "utf-8")
    done = cpom("build", starter, *options, "--new-identity")
    assert done.code == 0
    told = " ".join(done.out.split())
    assert "start again wherever the LMS goes by the id of the course." in told
