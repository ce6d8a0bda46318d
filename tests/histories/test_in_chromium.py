"""The same learners in a real browser: real storage, real networks that fail, processes that are killed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from cpom_scorm.editions import EDITIONS
from cpom_scorm.stand_in_lms.profiles import PROFILES
from tests.browser.lms import Lms
from tests.faults.small_course import SmallCourse, build_small_course
from tests.histories.pairs import FAULTS, TOUCHED
from tests.histories.script import judged, short_histories
from tests.histories.stage import Stage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.node]

COUNT = 60


@pytest.fixture(scope="session")
def histories() -> list[dict[str, Any]]:
    return short_histories(COUNT)


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> SmallCourse:
    return build_small_course(tmp_path_factory.mktemp("histories") / "course")


@pytest.fixture(scope="module")
def lms(browser: Browser) -> Iterator[Lms]:
    started = Lms(browser)
    yield started
    started.stop()


@pytest.mark.parametrize("number", range(COUNT))
def test_nothing_accepted_is_missing_after_a_short_history(
    lms: Lms, small: SmallCourse, histories: list[dict[str, Any]], tmp_path: Path, number: int
) -> None:
    """RUN-10, RUN-20, RUN-25, RUN-30, RUN-32, RUN-36."""
    history = histories[number]
    edition = next(one for one in EDITIONS if one.id == history["edition"])
    stage = Stage(lms, small, edition, history["lms"], tmp_path / "own" if history["kills"] else None)
    stage.play(history["steps"])
    found = judged(stage.course, history["lms"], stage.events)
    assert [] == found["broken"], history


def test_the_histories_meet_every_lms_fault_and_edition_and_every_way_of_leaving(
    histories: list[dict[str, Any]],
) -> None:
    steps = [step for history in histories for step in history["steps"]]
    met = {
        (history["lms"], step["name"])
        for history in histories
        for step in history["steps"]
        if step["do"] == "fault"
    }
    assert {profile.name for profile in PROFILES} == {lms for lms, _ in met}
    assert set(FAULTS) == {fault for _, fault in met}
    assert {(lms, fault) for lms, touched in TOUCHED.items() for fault in touched} <= met
    assert {edition.id for edition in EDITIONS} == {history["edition"] for history in histories}
    assert {"frame", "button", "kill", "away", "tab"} == {one["how"] for one in steps if one["do"] == "leave"}
    assert {"again", "turn", "go on"} <= {one["do"] for one in steps}
