"""`cpom-scorm state`: what an LMS keeps of a learner."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from cpom_scorm.cli import FINDINGS
from cpom_scorm.cli.options import course_folder, format_option
from cpom_scorm.cli.terminal import columns, paint_for, say

_FROM_STANDARD_INPUT = "-"


@click.group("state")
def command() -> None:
    """Explain what an LMS keeps of a learner (suspend data)."""


@command.command("decode")
@click.argument("record", metavar="STRING")
@click.option(
    "--course",
    "course",
    metavar="DIR",
    default="course",
    show_default=True,
    callback=course_folder,
    help="Folder of the course that the record belongs to, with its lock file.",
)
@click.option("--texts", is_flag=True, help="Show what the learner wrote; otherwise only how long it is.")
@format_option
def decode(record: str, course: str, texts: bool, form: str) -> None:  # noqa: FBT001
    """Explain a record: status, score, pages, quizzes and answers in the words of the course.

    STRING is the value of suspend_data as the LMS shows it; "-" reads it from standard input.
    """
    from cpom_scorm.reporters import as_json, as_text, record_facts
    from cpom_scorm.state import RecordRefusal, explain_record

    text = sys.stdin.read() if record == _FROM_STANDARD_INPUT else record
    found, report = explain_record(text, Path(course), texts=texts)
    refused = found if isinstance(found, RecordRefusal) else None
    facts = None if isinstance(found, RecordRefusal) else found
    if form == "json":
        content = {
            "record": facts.to_json() if facts else None,
            "refused": {"reason": refused.reason, "message": refused.message, "help": refused.help}
            if refused
            else None,
            "diagnostics": as_json.diagnostics_json(report),
        }
        say(as_json.document(content))
    else:
        say(as_text.report_text(report, paint_for(sys.stderr)), nl=False, err=True)
        if refused:
            say(record_facts.refusal_text(refused, paint_for(sys.stderr), columns()), nl=False, err=True)
        elif facts:
            say(record_facts.as_text(facts, paint_for(sys.stdout), columns()), nl=False)
    sys.exit(0 if facts else FINDINGS)
