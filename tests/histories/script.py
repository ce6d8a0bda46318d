"""Histories as Node makes and judges them; only the playing differs between a simulation and a browser."""

from __future__ import annotations

import json
import os
import subprocess
from dataclasses import asdict
from pathlib import Path

from cpom_scorm.editions import EDITIONS
from cpom_scorm.stand_in_lms.profiles import PROFILES

SCRIPTS = Path(__file__).parents[1] / "js" / "histories"


def soak(*, capture: bool = False, **choices: int) -> subprocess.CompletedProcess[str]:
    """Play histories without a browser; `choices` are SEED and COUNT, else they come from the environment."""
    lms = {
        "tables": {edition.id: asdict(edition.data_model) for edition in EDITIONS},
        "profiles": {profile.name: asdict(profile) for profile in PROFILES},
    }
    return subprocess.run(
        ["node", SCRIPTS / "soak.js"],
        input=json.dumps(lms),
        text=True,
        capture_output=capture,
        check=False,
        env=os.environ | {name: str(value) for name, value in choices.items()},
    )
