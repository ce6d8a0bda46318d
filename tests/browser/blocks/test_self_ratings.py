"""Self-ratings. Were they wrong, learners would see another's progress as their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.browser.audit import faults_now

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.blocks.conftest import Shower

pytestmark = pytest.mark.browser

ROWS = {"finance": "Financial management", "people": "Human resources", "tech": "Technology integration"}
SCALE = {"1": "Not yet", "2": "With help", "3": "Alone"}


def likert(name: str) -> dict[str, Any]:
    return {
        "kind": "likert",
        "id": name,
        "stem": "I could run this alone.",
        "scale": [{"id": point, "text": text} for point, text in SCALE.items()],
        "statements": [{"id": row, "text": text} for row, text in ROWS.items()],
        "feedback": "Thank you.",
    }


def ratings(*names: str) -> dict[str, Any]:
    labels = ("At the start", "Now")
    listed = [{"question": name, "label": label} for name, label in zip(names, labels, strict=False)]
    return {"kind": "self_ratings", "title": "Where you stand", "ratings": listed}


def rate(page: Page, *points: int) -> None:
    """Answer the question of the page."""
    if page.get_by_role("button", name="Change ratings").count():
        page.get_by_role("button", name="Change ratings").click()
    for row, point in enumerate(points):
        page.locator(f"[data-row] >> nth={row}").locator("input").nth(point).check()
    page.get_by_role("button", name="Save ratings").click()


def go(page: Page, number: int) -> None:
    page.evaluate(f"location.hash = '#/page/p{number}'")
    page.get_by_role("heading", name=f"Page {number}").wait_for()


def cells(page: Page) -> list[list[str]]:
    table = page.get_by_role("table", name="Where you stand")
    return [row.get_by_role("cell").all_inner_texts() for row in table.get_by_role("row").all()[1:]]


def test_before_there_is_an_answer_it_says_where_to_rate(show: Shower) -> None:
    page = show([ratings("start", "end")], [likert("start")], [likert("end")])
    assert cells(page) == [["Not rated yet", "Not rated yet"]] * 3
    assert page.get_by_role("img").count() == 0
    page.get_by_role("link", name="Rate yourself: Page 2").click()
    page.get_by_role("heading", name="Page 2").wait_for()
    rate(page, 0, 1, 2)
    go(page, 1)
    assert cells(page) == [
        ["Not yet", "Not rated yet"],
        ["With help", "Not rated yet"],
        ["Alone", "Not rated yet"],
    ]
    expect(page.get_by_role("link", name="Rate yourself: Page 2")).to_have_count(0)
    expect(page.get_by_role("link", name="Rate yourself: Page 3")).to_have_count(1)
    expect(page.get_by_role("img", name="Radar chart: Where you stand.")).to_have_count(1)


def test_two_ratings_stand_side_by_side_and_a_sentence_tells_the_largest_change(show: Shower) -> None:
    page = show([likert("start")], [likert("end"), ratings("start", "end")])
    rate(page, 0, 1, 2)
    go(page, 2)
    sentence = page.locator("figcaption [role=status]")
    expect(sentence).to_have_text("")
    rate(page, 2, 1, 1)
    # The same page tells it at once.
    expect(sentence).to_have_text("Your largest change: Financial management, from “Not yet” to “Alone”.")
    assert cells(page) == [["Not yet", "Alone"], ["With help", "With help"], ["Alone", "With help"]]
    rate(page, 0, 1, 2)
    expect(sentence).to_have_text("You rated everything as you did before.")
    go(page, 1)
    go(page, 2)
    assert cells(page) == [["Not yet"] * 2, ["With help"] * 2, ["Alone"] * 2]


def test_each_line_of_the_radar_goes_through_its_own_ratings(show: Shower) -> None:
    """A11Y-03: the lines differ by dashes too; wide and narrow drawings agree."""
    page = show([likert("start")], [likert("end"), ratings("start", "end")])
    rate(page, 2, 0, 1)
    go(page, 2)
    rate(page, 2, 2, 2)
    for width, form in ((1000, "wide"), (320, "narrow")):
        page.set_viewport_size({"width": width, "height": 640})
        lines = page.locator(f".chart-{form}:visible [data-line]")
        expect(lines).to_have_count(2)
        lengths, dashes = lines.evaluate_all(
            """(lines) => [lines.map((line) => line.getTotalLength()),
              lines.map((line) => getComputedStyle(line).strokeDasharray)]"""
        )
        ring = page.locator(f".chart-{form} path").nth(2).evaluate("(path) => path.getTotalLength()")
        assert lengths[1] == pytest.approx(ring, abs=0.5)
        assert lengths[0] < lengths[1]
        assert len(set(dashes)) == 2
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("media", [{}, {"color_scheme": "dark"}, {"forced_colors": "active"}], ids=str)
def test_a11y_07_a_radar_with_ratings_has_no_barrier(show: Shower, media: Any) -> None:
    page = show([likert("start")], [likert("end"), ratings("start", "end")])
    rate(page, 2, 0, 1)
    go(page, 2)
    rate(page, 2, 2, 2)
    page.emulate_media(**media)
    assert [] == faults_now(page)
