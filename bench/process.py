"""Times whole processes from outside: what a person waits for, and the memory the system counted."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class Run:
    """One finished process."""

    wall: float
    """Seconds."""
    cpu: float
    """Seconds of user and system time, children included."""
    memory: float
    """Peak resident size in MiB."""


@dataclass(frozen=True)
class Figures:
    """Medians over several runs."""

    name: str
    wall: float
    cpu: float
    memory: float
    spread: tuple[float, float]
    """Shortest and longest wall time."""


def measure(name: str, command: list[str], *, runs: int, folder: Path) -> Figures:
    """Run a command once to warm the disk and then several times. Raises when it fails."""
    results = [_run(command, folder) for _ in range(runs + 1)][1:]
    walls = [run.wall for run in results]
    return Figures(
        name,
        statistics.median(walls),
        statistics.median(run.cpu for run in results),
        statistics.median(run.memory for run in results),
        (min(walls), max(walls)),
    )


def _run(command: list[str], folder: Path) -> Run:
    start = time.perf_counter()
    # Installed tools run from bytecode; a machine that forbids writing it would be measured compiling.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    process = subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    complaint = process.stderr.read() if process.stderr else b""
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{command} failed: {complaint.decode(errors='replace')[-2000:]}")
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)
