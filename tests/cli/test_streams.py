"""Commands run in terminals, pipes and CI logs: none of them may be upset, and none may upset a command."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.command_line import ROOT, change, cpom, cpom_process, environment, write_starter

if TYPE_CHECKING:
    from pathlib import Path

COMMAND = [sys.executable, "-m", "cpom_scorm"]


def on_a_terminal(*arguments: str | Path, **env: str) -> tuple[int, str, str]:
    """Run a command whose two output streams are terminals; give exit code, output and errors."""
    out, err = pty.openpty(), pty.openpty()
    process = subprocess.Popen(
        [*COMMAND, *arguments],
        cwd=ROOT,
        stdout=out[1],
        stderr=err[1],
        env=environment(**{"TERM": "xterm", **env}),
    )
    code = process.wait(timeout=120)
    texts = []
    for ours, theirs in (out, err):
        os.close(theirs)
        texts.append(read_all(ours))
        os.close(ours)
    return code, texts[0], texts[1]


def read_all(descriptor: int) -> str:
    chunks = []
    try:
        while chunk := os.read(descriptor, 65536):
            chunks.append(chunk)
    except OSError:  # Linux says so at the end of a terminal.
        pass
    return b"".join(chunks).decode("utf-8").replace("\r\n", "\n")


@pytest.fixture
def broken(starter: Path) -> Path:
    change(starter / "sections/1-pages.yaml", "tone: key", "tone: kee")
    return starter


def test_colour_is_for_terminals_and_no_color_switches_it_off(broken: Path) -> None:
    assert "\x1b[1;31merror[CRS-014]\x1b[0m" in on_a_terminal("check", broken)[1]
    assert "\x1b" not in on_a_terminal("check", broken, NO_COLOR="1")[1]
    assert "\x1b" not in on_a_terminal("check", broken, TERM="dumb")[1]
    assert "\x1b" not in cpom_process("check", broken).out


def test_progress_is_shown_on_a_terminal_only_and_leaves_no_trace(starter: Path, tmp_path: Path) -> None:
    arguments = ("build", starter, "--output", tmp_path / "out", "--edition", "scorm12")
    code, _, err = on_a_terminal(*arguments)
    assert code == 0
    assert "Rendering the pages ..." in err
    assert err.endswith(f"\r\x1b[2K{starter}/course.lock.yaml has changed: commit it with the course\n")
    assert cpom_process(*arguments).err == ""
    assert on_a_terminal(*arguments, "--quiet")[1:] == ("", "")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "utf-16"])
def test_a_narrow_encoding_gets_escapes_instead_of_a_crash(tmp_path: Path, encoding: str) -> None:
    course = write_starter(tmp_path / "Kurs-日本")
    done = subprocess.run(
        [*COMMAND, "check", course],
        cwd=ROOT,
        env=environment(PYTHONIOENCODING=encoding),
        capture_output=True,
        check=False,
    )
    assert (0, b"") == (done.returncode, done.stderr)
    expected = "Kurs-日本" if encoding == "utf-16" else "Kurs-\\u65e5\\u672c"
    assert f"{expected}: no findings" in done.stdout.decode(encoding)


def test_a_reader_that_goes_away_is_met_in_silence_and_changes_no_exit_code(broken: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    process = subprocess.run(
        [*COMMAND, "check", broken],
        cwd=ROOT,
        stdout=writing,
        stderr=subprocess.PIPE,
        env=environment(),
        check=False,
    )
    os.close(writing)
    assert (1, b"") == (process.returncode, process.stderr)


def test_output_that_cannot_be_written_is_said_in_one_line(starter: Path) -> None:
    with open("/dev/full", "w") as full:  # noqa: PTH123 - a device
        done = subprocess.run(
            [*COMMAND, "check", starter],
            cwd=ROOT,
            stdout=full,
            stderr=subprocess.PIPE,
            env=environment(),
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.decode() == "Error: the output could not be written: no space left on device\n"


def test_a_closed_stream_is_no_fault(starter: Path) -> None:
    command = f'"{sys.executable}" -m cpom_scorm check "{starter}" >&- 2>&-'
    assert subprocess.run(["sh", "-c", command], cwd=ROOT, env=environment(), check=False).returncode == 0


def test_file_names_cannot_move_the_cursor(tmp_path: Path) -> None:
    """SEC-13: control characters in names are written as escapes."""
    course = write_starter(tmp_path / "evil\x1b[2J")
    change(course / "sections/1-pages.yaml", "tone: key", "tone: kee")
    done = cpom("check", course)
    assert "\x1b" not in done.out + done.err
    assert "evil\\x1b[2J/sections/1-pages.yaml" in done.out
    assert "\x1b" not in cpom("validate", course).out
    assert "\x1b" not in cpom("new", course).err
