"""`cpom-scorm preview`: play the course in a browser while it is written."""

from __future__ import annotations

import sys
import threading
from contextlib import suppress
from pathlib import Path

import click

from cpom_scorm.cli.options import course_argument, theme_option
from cpom_scorm.cli.terminal import Unusable, paint_for, reason, say
from cpom_scorm.stand_in_lms.profiles import PROFILES


@click.command("preview")
@course_argument
@theme_option
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="A fixed port; a free one by default.")
@click.option("--open/--no-open", "open_page", default=True, help="Open the page in your browser.")
@click.option(
    "--profile",
    type=click.Choice([profile.name for profile in PROFILES]),
    default=PROFILES[0].name,
    show_default=True,
    help="How the stand-in LMS behaves at first; the page can change it.",
)
@click.option("--pseudo", is_flag=True, help="Show buttons and messages accented, longer and in brackets.")
def command(
    course: str,
    themes: tuple[Path, ...],
    port: int,
    open_page: bool,  # noqa: FBT001
    profile: str,
    pseudo: bool,  # noqa: FBT001
) -> None:
    """Play COURSE (default: course/) on a stand-in LMS, and follow your edits.

    Answers at an address of this machine only. What you do in it is forgotten when it ends.
    """
    from cpom_scorm.preview.server import PreviewServer
    from cpom_scorm.preview.workspace import Workspace
    from cpom_scorm.reporters import as_text
    from cpom_scorm.reporters.terminal import printable

    workspace = Workspace(Path(course), profile, themes, pseudo=pseudo)
    say(as_text.report_text(workspace.rebuild(), paint_for(sys.stderr)), err=True, nl=False)
    try:
        server = PreviewServer(workspace, port)
    except OSError as refusal:
        raise Unusable(f"port {port} cannot be used: {reason(refusal)}") from refusal
    threading.Thread(target=server.watch, daemon=True).start()
    say(f"preview of {printable(course)}: {server.url}")
    say("edit the course and the page follows; stop with Ctrl+C", err=True)
    if open_page:
        click.launch(server.url)
    with suppress(KeyboardInterrupt):
        server.serve_forever()
    server.close()
