"""Which LMSs a browser's histories meet, and what goes wrong there."""

from __future__ import annotations

FAULTS = ("offline", "signed_out", "refuses", "lies", "says_false_but_keeps", "no_files", "server_gone")
"""What tests can do to a network and to a server from outside; named as in faults.js."""

_UNREACHABLE = ("offline", "signed_out", "server_gone")
TOUCHED = {
    # The page hears true of a beacon, whatever becomes of it.
    "moodle-12": (*_UNREACHABLE, "refuses"),
    "moodle-2004": (*_UNREACHABLE, "refuses"),
    # Each value is posted once: what is lost is not sent again by itself.
    "edx": (*_UNREACHABLE, "refuses", "lies"),
    # Commit has more than one way to say no.
    "csod": ("says_false_but_keeps", "refuses"),
    "false-zero": ("says_false_but_keeps", "refuses"),
    # A message that waits to be overtaken is lost with the ones that are refused.
    "chamilo": ("refuses", "lies"),
    "reorder": ("refuses", "lies"),
    # Statuses and scores are asked for anew after a failed save.
    "mixed-case": ("refuses",),
    "no-interactions": ("refuses",),
    "brightspace": ("server_gone",),
    # What is wrong comes while something else is already late, over, or lost.
    "late": ("no_files",),
    "slow-2s": ("server_gone", "offline"),
    "session-expiry": ("signed_out", "no_files"),
    "offline": ("signed_out",),
    "lossy": ("lies", "refuses"),
    "forgetful": ("lies", "refuses"),
    "truncate-255": ("lies",),
}
"""By profile: the faults that are something else there than at a faithful LMS."""


def pairs(profiles: list[str]) -> list[tuple[str, str]]:
    """Give profile and fault: every profile once, then all else that is touched. `profiles` in order."""
    first = [
        (profile, TOUCHED.get(profile, (FAULTS[at % len(FAULTS)],))[0]) for at, profile in enumerate(profiles)
    ]
    return first + [(profile, fault) for profile in profiles for fault in TOUCHED.get(profile, ())[1:]]
