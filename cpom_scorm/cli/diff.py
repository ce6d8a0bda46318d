"""`cpom-scorm diff`: what replacing a package by another one does to learners in the middle."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from cpom_scorm.cli import CLEAN, FINDINGS, USAGE
from cpom_scorm.cli.options import format_option, package_path
from cpom_scorm.cli.terminal import columns, paint_for, say
from cpom_scorm.lms import REPLACING


@click.command("diff")
@click.argument("old", callback=package_path)
@click.argument("new", callback=package_path)
@click.option(
    "--profile",
    "profiles",
    multiple=True,
    type=click.Choice([lms.name for lms in REPLACING]),
    help="Judge for this LMS only; may be given several times. All by default.",
)
@format_option
def command(old: str, new: str, profiles: tuple[str, ...], form: str) -> None:
    """Say what changes for learners in the middle when the package NEW replaces OLD.

    Both must be built by cpom-scorm. The exit code is 0 where replacing is safe in every LMS asked about,
    and 1 where it is not.
    """
    from cpom_scorm.diff import Refused, diff_packages
    from cpom_scorm.reporters import as_json, as_text, diff_facts

    asked = tuple(lms for lms in REPLACING if not profiles or lms.name in profiles)
    found = diff_packages(Path(old), Path(new), asked)
    if isinstance(found, Refused):
        say(as_text.report_text(found.report, paint_for(sys.stderr)), nl=False, err=True)
        say(diff_facts.refusal_text(found, paint_for(sys.stderr), columns()), nl=False, err=True)
        sys.exit(USAGE)
    if form == "json":
        content: dict[str, Any] = found.to_json()
        say(as_json.document(content))
    else:
        say(diff_facts.as_text(found, paint_for(sys.stdout), columns()), nl=False)
    sys.exit(CLEAN if found.safe else FINDINGS)
