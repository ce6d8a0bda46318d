"""The same learners in a real browser: real storage, real networks that fail, processes that are killed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from cpom_scorm.editions import EDITIONS
from tests.browser.lms import Lms
from tests.faults.small_course import SmallCourse, build_small_course
from tests.histories.script import judged, short_histories
from tests.histories.stage import Stage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.node]

COUNT = 16


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
    """RUN-10, RUN-20, RUN-25, RUN-30, RUN-32."""
    history = histories[number]
    edition = next(one for one in EDITIONS if one.id == history["edition"])
    stage = Stage(lms, small, edition, history["lms"], tmp_path / "own" if history["kills"] else None)
    stage.play(history["steps"])
    found = judged(stage.course, history["lms"], stage.events)
    assert [] == found["broken"], history


def test_each_history_meets_another_lms_and_all_ways_of_leaving_come(histories: list[dict[str, Any]]) -> None:
    steps = [step for history in histories for step in history["steps"]]
    assert COUNT == len({history["lms"] for history in histories})
    assert {edition.id for edition in EDITIONS} == {history["edition"] for history in histories}
    assert {"frame", "button", "kill", "reload", "tab"} == {
        one["how"] for one in steps if one["do"] == "leave"
    }
    assert len({step["name"] for step in steps if step["do"] == "fault"}) == 7
    assert any(history["kills"] for history in histories)
