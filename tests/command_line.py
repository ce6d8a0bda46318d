"""Runs the command line as people do, in this process or in one of its own with real streams."""

from __future__ import annotations

import contextlib
import io
import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cpom_scorm.cli import main
from cpom_scorm.cli.ending import exit_code_of
from cpom_scorm.course.starter import starter_files
from cpom_scorm.output import write_all

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
class Done:
    """How a command ended."""

    code: int
    out: str
    err: str


def cpom(*arguments: str | Path) -> Done:
    """Run a command in this process; its exit code comes from the same place as a real one's."""
    out, err = io.StringIO(), io.StringIO()
    handler = signal.getsignal(signal.SIGTERM)
    words = [str(argument) for argument in arguments]
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = exit_code_of(lambda: main.main(words, prog_name="cpom-scorm", standalone_mode=False))
    finally:
        signal.signal(signal.SIGTERM, handler)
    return Done(code, out.getvalue(), err.getvalue())


def environment(**changes: str) -> dict[str, str]:
    """Give this process's environment without what would change how commands print."""
    kept = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "PYTHONIOENCODING"}}
    return {**kept, "PYTHONPATH": str(ROOT), **changes}


def cpom_process(
    *arguments: str | Path, cwd: Path | None = None, env: Mapping[str, str] | None = None
) -> Done:
    """Run a command in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "cpom_scorm", *arguments],
        cwd=cwd or ROOT,
        env=env or environment(),
        capture_output=True,
        check=False,
        timeout=120,
    )
    return Done(
        done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")
    )


def write_starter(folder: Path, title: str = "A small course") -> Path:
    """Write the starter course, which has no finding, and give its folder."""
    write_all({folder / name: data for name, data in starter_files(title, "en-US").items()})
    return folder


def change(file: Path, old: str, new: str) -> None:
    """Replace a text that stands in the file exactly once."""
    text = file.read_text("utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
    file.write_text(text.replace(old, new), encoding="utf-8")


def everything_below(folder: Path) -> dict[str, bytes]:
    """Give all files below a folder, hidden ones included, by their paths."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
