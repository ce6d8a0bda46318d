"""What a preview tells the page that plays the LMS, by the profile that the author chose."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from cpom_scorm.editions import EDITIONS
from cpom_scorm.preview.workspace import Workspace
from tests.command_line import write_starter

if TYPE_CHECKING:
    from pathlib import Path

EDITION = EDITIONS[-1].id


def test_run_37_a_session_that_has_ended_is_seen_by_what_proves_a_save(tmp_path: Path) -> None:
    """RUN-35: the sign-in page comes in place of the probe; launching again is signing in again."""
    workspace = Workspace(write_starter(tmp_path / "mine"), "strict")
    workspace.rebuild()
    token = workspace.file(EDITION, "probe.txt")
    workspace.launch(EDITION, "session-expiry")
    workspace.session_ends[EDITION] = time.monotonic()
    assert b"Sign in" in (workspace.file(EDITION, "probe.txt") or b"")
    workspace.launch(EDITION, "session-expiry")
    assert token == workspace.file(EDITION, "probe.txt")


def test_run_37_an_lms_of_another_edition_is_not_offered(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path, "moodle-12")
    oldest, newest = (workspace.launch(edition.id, None) for edition in (EDITIONS[0], EDITIONS[-1]))
    assert ("moodle-12", "strict") == (oldest["profile"]["name"], newest["profile"]["name"])
    others = workspace.launch(EDITION, "both-apis")["others"]
    assert [EDITIONS[0].runtime.api] == [other["api"] for other in others]
