"""`cpom-scorm preview`: play the course in a browser while it is written."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

import click

from cpom_scorm.cli.options import course_argument
from cpom_scorm.cli.terminal import paint_for, say


@click.command("preview")
@course_argument
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="A fixed port; a free one by default.")
@click.option("--open/--no-open", "open_page", default=True, help="Open the page in your browser.")
@click.option(
    "--profile",
    default="strict",
    show_default=True,
    help="How the stand-in LMS behaves: strict, late, throws, null, empty or review.",
)
def command(course: str, port: int, open_page: bool, profile: str) -> None:  # noqa: FBT001
    """Play COURSE on a stand-in LMS at an address of this machine only, and follow your edits."""
    from cpom_scorm.preview.server import PreviewServer
    from cpom_scorm.preview.workspace import Workspace
    from cpom_scorm.reporters import as_text
    from cpom_scorm.stand_in_lms.profile import PROFILES, profile_named

    if profile not in {known.name for known in PROFILES}:
        names = ", ".join(known.name for known in PROFILES)
        raise click.BadParameter(f'"{profile}" is not one of {names}.', param_hint="--profile")
    workspace = Workspace(Path(course), profile_named(profile))
    say(as_text.report_text(workspace.rebuild(), paint_for(sys.stderr)), err=True, nl=False)
    server = PreviewServer(workspace, port)
    threading.Thread(target=server.watch, daemon=True).start()
    say(f"Preview of {course}: {server.url}")
    say("Edit the course and the page follows. Stop with Ctrl+C.", err=True)
    if open_page:
        click.launch(server.url)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        server.closing.set()
        server.server_close()
