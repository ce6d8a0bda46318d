"""`cpom-scorm validate`: judge packages, ours or anyone's."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cpom_scorm.cli.findings import tell, tell_all
from cpom_scorm.cli.options import (
    exit_code,
    findings_format_option,
    judgement_options,
    packages_argument,
    profile_option,
)
from cpom_scorm.cli.terminal import say

if TYPE_CHECKING:
    from cpom_scorm.lms import Lms
    from cpom_scorm.reporters.judged import Judged
    from cpom_scorm.validate import Verdict


@click.command("validate")
@packages_argument
@profile_option
@judgement_options
@findings_format_option
def command(
    paths: tuple[str, ...],
    profiles: tuple[Lms, ...],
    strict: bool,  # noqa: FBT001
    fail_on: str,
    quiet: bool,  # noqa: FBT001
    form: str,
) -> None:
    """Judge SCORM packages: zip files or unpacked folders."""
    from cpom_scorm.validate import validate_package

    verdicts = []
    for path in paths:
        verdicts.append(validate_package(Path(path), strict=strict, profiles=profiles))
        tell(_judged(verdicts[-1]), form, quiet=quiet)
    if form == "json":
        from cpom_scorm.reporters import as_json

        say(as_json.verdicts_json(verdicts))
    tell_all([_judged(verdict) for verdict in verdicts], form, fail_on)
    sys.exit(exit_code([verdict.report for verdict in verdicts], fail_on))


def _judged(verdict: Verdict) -> Judged:
    from cpom_scorm.reporters.judged import Judged

    edition = verdict.edition.title if verdict.edition else "edition not recognised"
    about = f"{'valid' if verdict.valid else 'invalid'}, {edition}"
    return Judged(verdict.path, verdict.report, root=verdict.path, about=about)
