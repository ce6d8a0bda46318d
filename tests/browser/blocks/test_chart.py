"""Charts with a real font. Were labels to cover each other, nobody could read the numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.blocks.conftest import Shower

pytestmark = pytest.mark.browser

ENGLISH = ["Emergency department", "Surgery", "Oncology infusion center", "Intensive care", "Discharge"]
ARABIC = ["قسم الطوارئ", "الجراحة", "الأورام والعلاج بالتسريب", "العناية المركزة", "الخروج"]
ROWS = [[-1200, 5400, 22500, 8000, 900.5], [800, 4000, 20000, -7000, 1000], [1, 2, 3, 4, 5]]
COVERED = """all => {
  const shown = all.filter((one) => one.checkVisibility());
  const boxes = shown.map((one) => [one.textContent, one.getBoundingClientRect(), one.ownerSVGElement]);
  return boxes.flatMap(([text, box, svg], at) => boxes.slice(at + 1)
    .filter(([, other, its]) => svg === its && box.left < other.right && other.left < box.right
      && box.top + 4 < other.bottom && other.top + 4 < box.bottom)
    .map(([its]) => [text, its]));
}"""
OUTSIDE = """all => all.filter((one) => {
  const [box, frame] = [one, one.ownerSVGElement].map((node) => node.getBoundingClientRect());
  return one.checkVisibility() && (box.left < frame.left - 1 || box.right > frame.right + 1);
}).map((one) => one.textContent)"""


def charts(names: list[str]) -> list[dict[str, Any]]:
    def chart(form: str, *rows: list[float], **fields: Any) -> dict[str, Any]:
        series = [{"label": f"{names[0]} {number}", "values": row} for number, row in enumerate(rows)]
        chart = {"kind": "chart", "form": form, "title": names[1], "categories": names, "series": series}
        return {**chart, "unit": "$", **fields}

    return [
        chart("bar", ROWS[0]),
        chart("bar", *ROWS, decimals=0),
        chart("line", *ROWS),
        chart("waterfall", [150000, 6000, -5000, 7000, 158000], cut=True),
    ]


@pytest.mark.parametrize(("language", "names"), [("en", ENGLISH), ("ar-EG", ARABIC)])
def test_no_label_covers_another_or_leaves_the_chart(show: Shower, language: str, names: list[str]) -> None:
    """At 320 px, in an LMS's frame and on a wide screen; from left to right and from right to left."""
    page = show(charts(names), language=language)
    for width in (320, 1000, 1440):
        page.set_viewport_size({"width": width, "height": 640})
        assert page.locator(".chart > svg:visible").count() == 4
        texts = page.locator(".chart > svg text")
        assert [] == texts.evaluate_all(COVERED)
        assert [] == texts.evaluate_all(OUTSIDE)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def sizes(page: Page) -> list[float]:
    """Give how high letters are in each chart, in pixels of the screen."""
    return list(
        page.locator(".chart > svg:visible").evaluate_all(
            "all => all.map((svg) => 13 * svg.getScreenCTM().a)"
        )
    )


def test_words_are_as_large_on_phones(show: Shower) -> None:
    page = show(charts(ENGLISH))
    for width in (320, 390, 700, 1000, 1440):
        page.set_viewport_size({"width": width, "height": 640})
        assert all(10.5 <= size <= 16 for size in sizes(page)), (width, sizes(page))


def test_a11y_09_the_numbers_open_as_a_table_and_are_open_in_print(show: Shower) -> None:
    page = show(charts(ENGLISH)[1:2])
    assert page.get_by_role("img").count() == 1
    page.locator(".chart summary").press("Enter")
    table = page.get_by_role("table", name="Surgery")
    assert table.get_by_role("rowheader").all_inner_texts() == ENGLISH
    assert table.get_by_role("row").nth(3).get_by_role("cell").all_inner_texts() == [
        "$22,500",
        "$20,000",
        "$3",
    ]
    page.locator(".chart summary").press("Enter")
    assert not table.is_visible()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert table.is_visible()


def test_series_can_be_told_apart_in_forced_colors(show: Shower) -> None:
    """A11Y-03: where all colors are one, patterns, markers and dashes are left."""
    page = show(charts(ENGLISH)[1:3])
    page.emulate_media(forced_colors="active")
    fill = "all => all.map((one) => getComputedStyle(one).fill)"
    bars = page.locator(".chart-wide >> nth=0").locator("rect")
    first, second, hatch, third = bars.evaluate_all(fill)[:4]
    assert first == second
    assert "url" in hatch
    assert third == "none"
    dashes = page.locator(".chart-wide >> nth=1").locator("path[stroke-width='2.5']")
    told = dashes.evaluate_all("all => all.map((one) => getComputedStyle(one).strokeDasharray)")
    assert len(set(told)) == 3
