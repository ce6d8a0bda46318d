"""Runs the histories of tests/js/histories in Node, against the stand-in LMS's data models."""

from __future__ import annotations

import json
import os
import subprocess
from dataclasses import asdict
from pathlib import Path

from cpom_scorm.editions import EDITIONS

SCRIPT = Path(__file__).parents[1] / "js" / "histories" / "soak.js"


def soak(*, capture: bool = False, **choices: int) -> subprocess.CompletedProcess[str]:
    """Play histories; `choices` are SEED and COUNT, else they come from the environment."""
    tables = {edition.id: asdict(edition.data_model) for edition in EDITIONS}
    return subprocess.run(
        ["node", SCRIPT],
        input=json.dumps(tables),
        text=True,
        capture_output=capture,
        check=False,
        env=os.environ | {name: str(value) for name, value in choices.items()},
    )
