"""Lets `python -m cpom_scorm` stand in for the `cpom-scorm` command."""

from cpom_scorm.cli import run

run()
