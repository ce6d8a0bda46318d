"""How a command ends when it does not end well: wrong usage, an interrupt, or a fault of our own."""

from __future__ import annotations

import os
import signal
import sys
from typing import TYPE_CHECKING

import click

from cpom_scorm.cli import BUG, CLEAN
from cpom_scorm.cli.terminal import say

if TYPE_CHECKING:
    from collections.abc import Callable

_STOPPED_BY_SIGNAL = 128
"""Shells add the signal's number to this, so Ctrl+C is 130."""
_TRACEBACK = "CPOM_TRACEBACK"


def exit_code_of(command: Callable[[], object]) -> int:
    """Run a command and give the exit code of the process. Nothing but the exit code leaves this function."""
    # Ended like by Ctrl+C, so that half-written files are taken away before the process goes.
    signal.signal(signal.SIGTERM, _stop)
    try:
        answer = command()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else CLEAN
    except click.ClickException as refusal:
        refusal.show()
        return refusal.exit_code
    except (click.Abort, KeyboardInterrupt):
        say("stopped", err=True)
        return _STOPPED_BY_SIGNAL + signal.SIGINT
    except Exception as fault:
        _tell_of(fault)
        return BUG
    return answer if isinstance(answer, int) else CLEAN


def _stop(number: int, _frame: object) -> None:
    sys.exit(_STOPPED_BY_SIGNAL + number)


def _tell_of(fault: Exception) -> None:
    what = " ".join(f"{type(fault).__name__}: {fault}".split())
    remedy = _write_traceback(fault, os.environ.get(_TRACEBACK))
    say(f"cpom-scorm stopped because of a fault of its own ({what}); {remedy}", err=True)


def _write_traceback(fault: Exception, wanted: str | None) -> str:
    if not wanted:
        return f"run it again with {_TRACEBACK}=traceback.txt and send us that file"
    import traceback

    try:
        with open(wanted, "w", encoding="utf-8", errors="backslashreplace") as file:  # noqa: PTH123 - pathlib may be what failed
            traceback.print_exception(fault, file=file)
    except OSError as refusal:
        return f'the traceback could not be written to "{wanted}": {refusal.strerror}'
    return f'the traceback is in "{wanted}"; send it to us with what you did'
