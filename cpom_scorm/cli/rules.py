"""`cpom-scorm rules`: every rule there is, with what it weighs and finds."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from cpom_scorm.cli.options import edition_option, format_option
from cpom_scorm.cli.rule_names import rules_named
from cpom_scorm.cli.terminal import columns, paint_for, say

if TYPE_CHECKING:
    from cpom_scorm.editions import Edition


@click.command("rules")
@click.argument("families", nargs=-1, metavar="[FAMILY]...")
@edition_option("List what can be checked in")
@format_option
def command(families: tuple[str, ...], editions: tuple[Edition, ...], form: str) -> None:
    """List all rules, or those of some families such as RES and QUE."""
    from cpom_scorm.reporters import as_json, rule_pages
    from cpom_scorm.rules.families import family_of

    listed = [rule for rule in rules_named(families) if any(family_of(rule).holds(each) for each in editions)]
    if form == "json":
        say(as_json.document({"rules": [rule_pages.as_data(rule) for rule in listed]}))
        return
    say(rule_pages.list_text(listed, paint_for(sys.stdout), columns()), nl=False)
