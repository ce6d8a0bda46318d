"""If these break, administrators are told of progress that the player would not restore, or the reverse."""

from __future__ import annotations

import html
import json
import shutil
import subprocess
from dataclasses import asdict
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote

import pytest

from cpom_scorm.blocks import BLOCKS, KeptBlock
from cpom_scorm.course.record_size import worst_case
from cpom_scorm.interactions import INTERACTIONS, Interaction
from cpom_scorm.record.bits import ALPHABET
from cpom_scorm.record.reading import read_record
from cpom_scorm.record.responses import RESPONSES, WITHOUT_RIGHT_AND_WRONG
from tests.random_records import KINDS, random_progress, random_table

if TYPE_CHECKING:
    from cpom_scorm.record.progress import Progress

VECTORS = Path(__file__).parents[2] / "vectors"
TABLES: list[dict[str, Any]] = json.loads((VECTORS / "record.json").read_text(encoding="utf-8"))
CASES = [
    pytest.param(table, case, id=f"{table['name']}: {case['name']}")
    for table in TABLES
    for case in (*table["cases"], *table.get("older", ()))
]
EMPTY: dict[str, Any] = {"answers": {}, "quizzes": {}, "sections": {}, "reported": {}}
CAMEL = {"interaction_count": "interactionCount", "past_attempts": "pastAttempts"}
SEED = 20261128
LONGEST_TO_BREAK = 400


def as_player(progress: Progress) -> dict[str, Any]:
    """Give progress under the names that the player has for it."""
    quizzes = {
        section: {CAMEL.get(name, name): value for name, value in asdict(quiz).items()}
        for section, quiz in progress.quizzes.items()
    }
    for quiz in quizzes.values():
        quiz["pastAttempts"] = list(quiz["pastAttempts"])
    plain = {CAMEL.get(name, name): value for name, value in asdict(progress).items()}
    return {**plain, "seen": sorted(progress.seen), "quizzes": quizzes}


def written_by_the_player(wanted: list[dict[str, Any]]) -> list[dict[str, Any]]:
    node = shutil.which("node")
    assert node, "Node is missing: run make test, which brings it"
    done = subprocess.run(
        [node, VECTORS / "write_records.js"],
        input=json.dumps(wanted).encode(),
        capture_output=True,
        check=True,
        timeout=120,
    )
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


@pytest.fixture(scope="module")
def random_records() -> list[tuple[dict[str, Any], dict[str, Any], dict[str, Any]]]:
    """Give tables, what was asked for, and what the real player wrote and read."""
    chance = Random(SEED)
    wanted = []
    for size, count in ((1, 30), (3, 30), (10, 30), (40, 30), (120, 30), (1000, 2)):
        for _ in range(count):
            table = random_table(chance, size)
            state = random_progress(chance, table, full=chance.random() < 0.2)
            least = worst_case(table["slots"], table["texts"], attempts=0)
            limit = chance.choice((None, least))
            wanted.append({"table": table, "state": state, "limit": limit})
    return [
        (ask["table"], ask, done) for ask, done in zip(wanted, written_by_the_player(wanted), strict=True)
    ]


@pytest.mark.parametrize(("table", "case"), CASES)
def test_every_shared_record_reads_as_the_player_reads_it(
    table: dict[str, Any], case: dict[str, Any]
) -> None:
    reading = read_record(case["text"], table["slots"], table["generations"])
    assert reading.progress is not None
    assert {**EMPTY, **case["state"], "seen": sorted(case["state"]["seen"])} == as_player(reading.progress)


def test_every_kind_that_keeps_something_can_be_read() -> None:
    kept = [kind for kind in (*BLOCKS, *INTERACTIONS) if issubclass(kind, KeptBlock)]
    assert {kind.name() for kind in kept} == set(RESPONSES) == set(KINDS)
    asks = [kind for kind in kept if issubclass(kind, Interaction)]
    assert {kind.name() for kind in asks if not kind.is_scored} == WITHOUT_RIGHT_AND_WRONG


@pytest.mark.node
def test_whatever_the_player_writes_reads_here_as_it_reads_there(random_records: list[Any]) -> None:
    """RUN-60, RUN-64: random courses of every kind of block, random learners."""
    for table, _, done in random_records:
        assert done["refused"] == ""
        reading = read_record(done["text"], table["slots"], table["generations"])
        assert reading.progress is not None
        assert done["state"] == as_player(reading.progress)


@pytest.mark.node
def test_no_record_that_the_player_writes_is_longer_than_what_the_build_tells(
    random_records: list[Any],
) -> None:
    """RUN-62: also where attempts must be forgotten to keep to a limit."""
    for table, asked, done in random_records:
        longest = worst_case(table["slots"], table["texts"])
        assert len(done["text"]) <= (asked["limit"] or longest) <= longest


@pytest.mark.node
def test_a_record_cut_anywhere_or_with_one_character_changed_is_refused(random_records: list[Any]) -> None:
    """RUN-63, RUN-42."""
    chance = Random(SEED)
    for table, _, done in random_records[::5]:
        text = done["text"]
        if len(text) > LONGEST_TO_BREAK:
            continue
        broken = [text[:length] for length in range(1, len(text))]
        for at in range(len(text)):
            other = chance.choice([one for one in ALPHABET if one != text[at]])
            broken.append(text[:at] + other + text[at + 1 :])
        for one in broken:
            assert read_record(one, table["slots"], table["generations"]).refused


@pytest.mark.node
def test_what_lmss_do_to_texts_on_their_way_changes_no_record(random_records: list[Any]) -> None:
    """RUN-60: trimming, escapes, other line ends, other character sets."""
    for _, _, done in random_records:
        text = done["text"]
        assert (
            text == text.strip() == html.escape(text) == html.unescape(text) == quote(text) == unquote(text)
        )
        assert text == text.replace("\n", "\r\n") == text.encode("latin-1").decode("utf-8")


def test_a_record_is_refused_for_what_is_wrong_with_it() -> None:
    """RUN-42."""
    table, text = TABLES[0], TABLES[0]["cases"][1]["text"]
    slots, generations = table["slots"], table["generations"]
    assert read_record("  ", slots, generations).refused == "empty"
    assert read_record(text[:-5], slots, generations).refused == "damaged"
    other = read_record(text, slots, [[19, "123456"]])
    assert (other.refused, other.generation) == ("generation", (19, "3f09ac"))
