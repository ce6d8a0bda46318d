"""`cpom-scorm validate`: judge packages, ours or anyone's."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cpom_scorm.cli.options import exit_code, format_option, judgement_options, packages_argument
from cpom_scorm.cli.terminal import paint_for, say

if TYPE_CHECKING:
    from cpom_scorm.validate import Verdict


@click.command("validate")
@packages_argument
@judgement_options
@format_option
def command(paths: tuple[str, ...], strict: bool, fail_on: str, quiet: bool, form: str) -> None:  # noqa: FBT001
    """Judge SCORM packages: zip files or unpacked folders."""
    from cpom_scorm.reporters import as_json
    from cpom_scorm.validate import validate_package

    verdicts = []
    for path in paths:
        verdicts.append(validate_package(Path(path), strict=strict))
        if form == "text":
            _print(verdicts[-1], quiet=quiet)
    if form == "json":
        say(as_json.verdicts_json(verdicts))
    sys.exit(exit_code([verdict.report for verdict in verdicts], fail_on))


def _print(verdict: Verdict, *, quiet: bool) -> None:
    from cpom_scorm.reporters import as_text
    from cpom_scorm.reporters.terminal import printable

    paint = paint_for(sys.stdout)
    say(as_text.report_text(verdict.report, paint), nl=False)
    if quiet:
        return
    edition = verdict.edition.title if verdict.edition else "edition not recognised"
    word = paint("good", "valid") if verdict.valid else paint("error", "invalid")
    say(f"{printable(verdict.path)}: {word}, {edition}, {as_text.counts_text(verdict.report)}")
