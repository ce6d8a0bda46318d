"""Histories as Node makes and judges them; only the playing differs between a simulation and a browser."""

from __future__ import annotations

import json
import os
import subprocess
from dataclasses import asdict
from pathlib import Path
from typing import Any

from cpom_scorm.editions import EDITIONS
from cpom_scorm.stand_in_lms.profiles import PROFILES, profile_named, profiles_for
from tests.histories.pairs import FAULTS, pairs

SCRIPTS = Path(__file__).parents[1] / "js" / "histories"
NAMES = {"pages": ["p1", "p2", "p3"], "checks": ["c1", "c2", "c3"]}
"""Of the course that is played in a browser."""


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


def short_histories(count: int) -> list[dict[str, Any]]:
    """Give histories for a browser: `edition`, `lms` (a profile), `kills` (the process), `steps`."""
    editions = [{"id": edition.id, "api": edition.runtime.api} for edition in EDITIONS]
    profiles = {
        api: [profile.name for profile in profiles_for(api)] for api in {one["api"] for one in editions}
    }
    made: list[dict[str, Any]] = _run(
        "short.js",
        {
            "pairs": pairs([profile.name for profile in PROFILES]),
            "profiles": profiles,
            "faults": FAULTS,
            "editions": editions,
            "names": NAMES,
            "count": count,
        },
    )
    return made


def judged(course: dict[str, Any], profile: str, events: list[dict[str, Any]]) -> dict[str, Any]:
    """Say what was promised and not kept: `broken`, sentences."""
    facts = profile_named(profile)
    lms = {
        "loses": facts.overtaking or facts.loses > 0 or facts.cuts_at is not None,
        "counts": not facts.refused and facts.posts != "each value",
        "cuts": facts.cuts_at is not None,
    }
    found: dict[str, Any] = _run("judge.js", {"course": course, "lms": lms, "events": events})
    return found


def _run(name: str, given: dict[str, Any]) -> Any:
    done = subprocess.run(
        ["node", SCRIPTS / name], input=json.dumps(given), text=True, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
