"""Plays packages in a real browser under the stand-in LMS, as a learner would, and records what happens."""

PLAY_SECONDS = 600
"""How long a package may take, unless somebody says otherwise: a course of four hours takes three minutes."""
