"""Plays packages in a real browser under the stand-in LMS, as a learner would, and records what happens."""
