"""`cpom-scorm explain`: the page of a rule."""

from __future__ import annotations

import sys

import click

from cpom_scorm.cli.options import format_option
from cpom_scorm.cli.rule_names import rules_named
from cpom_scorm.cli.terminal import columns, paint_for, say


@click.command("explain")
@click.argument("names", nargs=-1, required=True, metavar="RULE...")
@format_option
def command(names: tuple[str, ...], form: str) -> None:
    """Explain RULE: what it finds, why that matters, an example and the fix."""
    from cpom_scorm.reporters import as_json, rule_pages

    asked = rules_named(names)
    if form == "json":
        say(as_json.document({"rules": [rule_pages.as_data(rule) for rule in asked]}))
        return
    paint, width = paint_for(sys.stdout), columns()
    say("\n".join(rule_pages.page_text(rule, paint, width) for rule in asked), nl=False)
