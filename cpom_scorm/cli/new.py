"""`cpom-scorm new`: a small course to start from."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

from cpom_scorm.cli.terminal import Unusable, reason, say


@click.command("new")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--title", default="My first course", show_default=True, help="Title of the course.")
@click.option("--language", default="en", show_default=True, help="Language tag, such as en or es-MX.")
def command(folder: Path, title: str, language: str) -> None:
    """Write a small course that builds into DIR, which must be new or empty."""
    from cpom_scorm.reporters.terminal import printable
    from cpom_scorm.start import StartRefused, start_course

    try:
        start_course(folder, title, language)
    except StartRefused as refusal:
        raise Unusable(str(refusal)) from refusal
    except OSError as refusal:
        raise Unusable(f'"{refusal.filename or folder}" cannot be written: {reason(refusal)}') from refusal
    shown = printable(shlex.quote(str(folder)))
    say(f"wrote a small course to {shown}; next: cpom-scorm preview {shown}")
