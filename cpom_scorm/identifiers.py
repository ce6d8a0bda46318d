"""Ids that people can write down: suggestions made from other text."""

from __future__ import annotations

import re
import unicodedata


def id_from(text: str) -> str:
    """Make an id of a section, page, question or option from any text; empty when nothing of it can stay."""
    return _squeeze(text, "_")[:40].strip("_")


def course_id_from(text: str) -> str:
    """Make a course id from any text; empty when nothing of it can stay."""
    squeezed = re.sub(r"^[^a-z]+", "", _squeeze(text, "-"))[:40].strip("-")
    return squeezed if len(squeezed) > 1 else ""


def _squeeze(text: str, joint: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", joint, plain).strip(joint)
