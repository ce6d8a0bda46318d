"""Compiles courses written in YAML into SCORM packages and validates any SCORM package."""

__version__ = "0.1.0"
