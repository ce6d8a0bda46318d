"""The `cpom-scorm` command. Every command parses, calls one use case, prints and gives an exit code."""

from __future__ import annotations

import gc
import importlib
import sys

import click

from cpom_scorm import __version__

CLEAN, FINDINGS, USAGE, BUG = 0, 1, 2, 3
"""Exit codes: nothing to report, findings at or above the fail level, wrong usage, a fault of ours."""

_OBJECTS_BETWEEN_COLLECTIONS = 200_000

COMMANDS = {
    "build": "Turn a course into one verified package per edition.",
    "check": "Find mistakes in a course; write nothing.",
    "diff": "Say whether a package can replace another one.",
    "explain": "Explain a rule: what, why, an example, the fix.",
    "inspect": "Show what is inside a package.",
    "new": "Write a small course to start from.",
    "play": "Play packages in a browser, and judge what happens.",
    "preview": "Play a course in the browser while you write it.",
    "rules": "List the rules by which courses and packages are judged.",
    "state": "Explain what an LMS keeps of a learner.",
    "validate": "Judge SCORM packages, ours or anyone's.",
}
"""Each command and what the list of commands says about it. Modules of the same names hold the commands."""


class _LazyGroup(click.Group):
    """Imports a command only when it is used, so that help answers at once."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        command = importlib.import_module(f"cpom_scorm.cli.{cmd_name}").command
        assert isinstance(command, click.Command)  # noqa: S101 - our own module
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


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
    from cpom_scorm.cli import ending

    # A command lives for a second: looking for cycles in what it has just imported takes a fifth of that.
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    sys.exit(ending.exit_code_of(lambda: main.main(prog_name="cpom-scorm", standalone_mode=False)))
