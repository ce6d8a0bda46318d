"""Learners who do anything, LMSs that fail anyhow: what was shown as saved is there again."""

from __future__ import annotations

from tests.histories.script import soak

HISTORIES = 500


def test_nothing_accepted_is_missing_after_any_history() -> None:
    """RUN-10, RUN-17, RUN-20, RUN-25, RUN-30, RUN-32, RUN-50, RUN-54, RUN-62. `make soak` plays many more."""
    played = soak(capture=True, SEED=1, COUNT=HISTORIES)
    assert played.returncode == 0, f"{played.stdout}\n{played.stderr}"
