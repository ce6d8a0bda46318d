"""`cpom-scorm inspect`: what is inside a package."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from cpom_scorm.cli import FINDINGS
from cpom_scorm.cli.options import format_option, package_argument
from cpom_scorm.cli.terminal import paint_for, say


@click.command("inspect")
@package_argument
@format_option
def command(path: str, form: str) -> None:
    """Show edition, organizations, items, SCOs, files, sizes and metadata of the package at PATH."""
    from cpom_scorm.inspect import inspect_package
    from cpom_scorm.reporters import as_json, as_text, package_facts

    facts, report = inspect_package(Path(path))
    if form == "json":
        findings = as_json.diagnostics_json(report)
        say(as_json.document({**package_facts.as_data(facts), "diagnostics": findings}))
    else:
        say(package_facts.as_text(facts, paint_for(sys.stdout)), nl=False)
        say(as_text.report_text(report, paint_for(sys.stderr)), nl=False, err=True)
    sys.exit(FINDINGS if report.has_errors else 0)
