"""Runs the histories of tests/js/histories in Node, against the stand-in LMS."""

from __future__ import annotations

import json
import os
import subprocess
from dataclasses import asdict
from pathlib import Path

from cpom_scorm.editions import EDITIONS
from cpom_scorm.stand_in_lms.profiles import PROFILES

SCRIPT = Path(__file__).parents[1] / "js" / "histories" / "soak.js"


def soak(*, capture: bool = False, **choices: int) -> subprocess.CompletedProcess[str]:
    """Play histories; `choices` are SEED and COUNT, else they come from the environment."""
    lms = {
        "tables": {edition.id: asdict(edition.data_model) for edition in EDITIONS},
        "profiles": {profile.name: asdict(profile) for profile in PROFILES},
    }
    return subprocess.run(
        ["node", SCRIPT],
        input=json.dumps(lms),
        text=True,
        capture_output=capture,
        check=False,
        env=os.environ | {name: str(value) for name, value in choices.items()},
    )
