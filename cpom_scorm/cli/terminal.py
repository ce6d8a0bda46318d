"""Printing that no stream can upset: odd encodings, closed pipes, full disks, no terminal at all."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from typing import TYPE_CHECKING

import click

from cpom_scorm.cli import USAGE
from cpom_scorm.reporters.terminal import Paint, printable

if TYPE_CHECKING:
    from typing import TextIO

_NARROWEST, _WIDEST = 40, 100
_ERASE_LINE = "\r\x1b[2K"


class Unusable(click.ClickException):
    """Something that the person named cannot be used; the message says what and why."""

    exit_code = USAGE

    def show(self, file: object = None) -> None:  # noqa: ARG002 - click's signature
        """Print the message in one line, without control characters (SEC-13)."""
        say(f"Error: {printable(self.message)}", err=True)


def say(text: str, *, err: bool = False, nl: bool = True) -> None:
    """Print, with whatever the stream cannot encode written as escapes.

    A reader that went away is no fault: the rest is dropped. Raises Unusable when output cannot be written.
    """
    stream = sys.stderr if err else sys.stdout
    if stream is None:  # A program without a console, or started with the stream closed.
        return
    encoding = stream.encoding or "utf-8"
    try:
        click.echo(text.encode(encoding, "backslashreplace").decode(encoding), err=err, nl=nl)
    except OSError as refusal:
        _drop_the_rest(stream)
        if refusal.errno != errno.EPIPE and not err:
            raise Unusable(f"the output could not be written: {reason(refusal)}") from refusal


def say_progress(step: str) -> None:
    """Show on a terminal what is going on, in a line that the next call replaces; "" takes it away."""
    if sys.stderr and sys.stderr.isatty() and os.environ.get("TERM") != "dumb":
        say(f"{_ERASE_LINE}{step} ..." if step else _ERASE_LINE, err=True, nl=False)


class ProgressBar:
    """Shows on a terminal how many of many things are done.

    The line makes room for what is printed between `step` and `show`. Few things have no bar, nor has a
    stream that is no terminal.
    """

    _FEWEST, _CELLS = 20, 24

    def __init__(self, total: int, things: str) -> None:
        self.total, self.things, self.done = total, things, 0

    def __enter__(self) -> ProgressBar:
        self.show()
        return self

    def __exit__(self, *_: object) -> None:
        self._tell("")

    def step(self) -> None:
        """Count one more as done, and take the bar away."""
        self.done += 1
        self._tell("")

    def show(self) -> None:
        """Show how many are done."""
        filled = "#" * (self._CELLS * self.done // max(self.total, 1))
        self._tell(f"[{filled:.<{self._CELLS}}] {self.done:,} of {self.total:,} {self.things}")

    def _tell(self, line: str) -> None:
        if self.total >= self._FEWEST:
            say_progress(line)


def columns() -> int:
    """How wide text may run: as the terminal says, within what people like to read."""
    return min(max(shutil.get_terminal_size().columns, _NARROWEST), _WIDEST)


def paint_for(stream: TextIO | None) -> Paint:
    """Colour for terminals only, and not where NO_COLOR is set (no-color.org)."""
    wanted = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return Paint(colour=bool(stream and stream.isatty() and wanted))


def reason(refusal: OSError) -> str:
    """Say in the system's words why something could not be read or written."""
    return (refusal.strerror or "unknown reason").lower()


def _drop_the_rest(stream: TextIO) -> None:
    """Send what is still buffered nowhere, or Python would fail on it again as it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
