"""If these break, learners who return after years lose what they did (RUN-45)."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from cpom_scorm.record.reading import FORMAT, read_record
from tests.unit.record.test_reading import as_player

RELEASED = Path(__file__).parents[2] / "vectors" / "released"
FROZEN = {"format-1.json": (7, "eb869bbc931e8431")}
"""File → how many of its tables are frozen, and the digest of their lines."""


def lines_of(name: str) -> list[str]:
    text = (RELEASED / name).read_text("utf-8")
    return [line.removesuffix(",") for line in text.splitlines() if line.startswith("{")]


@pytest.mark.parametrize("name", FROZEN)
def test_records_of_released_formats_are_kept_for_ever(name: str) -> None:
    """RUN-45: lines may be added at the end; those that are there never change."""
    count, digest = FROZEN[name]
    lines = lines_of(name)
    assert len(lines) == count
    assert hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16] == digest


def test_every_format_up_to_the_present_one_has_its_file() -> None:
    expected = {f"format-{number}.json" for number in range(1, int(FORMAT) + 1)}
    assert {path.name for path in RELEASED.glob("*.json")} == expected == set(FROZEN)


@pytest.mark.parametrize("name", FROZEN)
def test_every_released_record_is_read_as_it_was_written(name: str) -> None:
    """RUN-45."""
    for line in lines_of(name):
        table: dict[str, Any] = json.loads(line)
        for record in table["records"]:
            reading = read_record(record["text"], table["slots"], table["generations"])
            assert reading.progress is not None, table["name"]
            assert record["state"] == as_player(reading.progress)
