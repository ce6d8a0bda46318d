"""Help is asked for all day: it must answer at once, and name everything there is."""

from __future__ import annotations

import subprocess
import sys

import pytest

from cpom_scorm import __version__
from cpom_scorm.cli import COMMANDS
from tests.command_line import ROOT, cpom, cpom_process, environment

HEAVY = {
    "jinja2",
    "lxml",
    "markdown_it",
    "pydantic",
    "rcssmin",
    "rjsmin",
    "yaml",
    "zipfile",
    "http",
    "asyncio",
}
OURS_FOR_HELP = {
    "cpom_scorm",
    "cpom_scorm.__main__",
    "cpom_scorm.cli",
    "cpom_scorm.cli.ending",
    "cpom_scorm.cli.terminal",
    "cpom_scorm.reporters",
    "cpom_scorm.reporters.terminal",
}


def modules_after(*arguments: str) -> set[str]:
    """Run a command and give the names of all modules that it has imported."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "cpom_scorm", *arguments],
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    lines = [line for line in done.stderr.splitlines() if line.startswith("import time:")]
    return {line.rsplit("|", 1)[1].strip() for line in lines[1:]}


@pytest.mark.parametrize("arguments", [("--help",), ("--version",)])
def test_help_imports_click_and_nothing_heavy(arguments: tuple[str, ...]) -> None:
    """Help in under 150 ms: time depends on the machine, what is imported does not."""
    imported = modules_after(*arguments)
    assert {name for name in imported if name.split(".")[0] == "cpom_scorm"} <= OURS_FOR_HELP
    assert set() == {name.split(".")[0] for name in imported} & HEAVY


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_a_command_imports_nothing_heavy(command: str) -> None:
    imported = modules_after(command, "--help")
    assert set() == {name.split(".")[0] for name in imported} & HEAVY


def test_validating_imports_nothing_that_only_authors_need() -> None:
    imported = modules_after("validate", "--help")
    assert not {"cpom_scorm.course", "cpom_scorm.render", "cpom_scorm.blocks"} & imported


def test_the_list_of_commands_is_the_list_of_their_modules() -> None:
    help_text = cpom("--help").out
    for command, summary in COMMANDS.items():
        assert f"  {command}" in help_text
        assert summary in help_text
        own = cpom(command, "--help")
        assert own.code == 0
        assert own.out.startswith(f"Usage: cpom-scorm {command}")


def test_the_version_is_that_of_the_package() -> None:
    assert cpom("--version").out == f"cpom-scorm, version {__version__}\n"


def test_the_module_stands_in_for_the_command() -> None:
    assert cpom_process("--version").out == f"cpom-scorm, version {__version__}\n"
