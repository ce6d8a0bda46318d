"""The `cpom-scorm` command. Every command parses, calls one use case, prints and gives an exit code."""

from __future__ import annotations

import importlib
import os
import sys

import click

from cpom_scorm import __version__

CLEAN, FINDINGS, USAGE, BUG = 0, 1, 2, 3
"""Exit codes: nothing to report, findings at or above the fail level, wrong usage, a fault of ours."""

_COMMANDS = ("build", "check", "inspect", "new", "preview", "validate")


class _LazyGroup(click.Group):
    """Imports a command only when it is used, so that help answers at once."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        command = importlib.import_module(f"cpom_scorm.cli.{cmd_name}").command
        assert isinstance(command, click.Command)  # noqa: S101 - our own module
        return command


@click.group(
    cls=_LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 clean, 1 findings, 2 wrong usage, 3 a fault of cpom-scorm itself.",
)
@click.version_option(__version__, package_name="cpom-scorm")
def main() -> None:
    """Turn a course written in YAML into SCORM packages, and judge any SCORM package."""


def run() -> None:
    """Run the command line; the entry point of the `cpom-scorm` script."""
    try:
        main.main(prog_name="cpom-scorm")
    except Exception as fault:
        _tell_of(fault)
        sys.exit(BUG)


def _tell_of(fault: Exception) -> None:
    import traceback

    click.echo(
        f"cpom-scorm stopped because of a fault of its own ({type(fault).__name__}: {fault}).\n"
        "Nothing was written. Run the command again with CPOM_TRACEBACK=traceback.txt set, and send us that "
        "file with what you did.",
        err=True,
    )
    wanted = os.environ.get("CPOM_TRACEBACK")
    if wanted:
        with open(wanted, "w", encoding="utf-8") as file:  # noqa: PTH123 - pathlib may be what failed
            traceback.print_exception(fault, file=file)
