"""Plays a course while it is written: rebuilt on change, on a stand-in LMS, on this machine only (SEC-10)."""
