"""If this breaks, the player's tests run against edition facts that the editions no longer hold."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

from cpom_scorm.editions import EDITIONS

VECTORS = Path(__file__).parents[1] / "vectors" / "editions.json"


def _vectors() -> str:
    facts = {
        edition.id: {
            "runtime": asdict(edition.runtime),
            "responses": {kind: asdict(form) for kind, form in edition.responses.items()},
            "limits": asdict(edition.limits),
        }
        for edition in EDITIONS
    }
    return json.dumps(facts, indent=1) + "\n"


def test_the_editions_that_the_player_is_tested_with_are_those_that_are_built() -> None:
    """To write the file anew: `python tests/unit/test_edition_vectors.py`."""
    assert VECTORS.read_text(encoding="utf-8") == _vectors()


if __name__ == "__main__":
    VECTORS.write_text(_vectors(), encoding="utf-8")
