"""Charts of every form, with one row of numbers and with several."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.written_blocks import Author


def written(author: Author) -> list[dict[str, Any]]:
    def rows(form: str, *values: list[float]) -> list[dict[str, Any]]:
        return [
            {"label": author.title(f"{form} row {number}"), "values": row}
            for number, row in enumerate(values)
        ]

    def chart(form: str, series: list[dict[str, Any]], **fields: Any) -> dict[str, Any]:
        count = len(series[0]["values"])
        return {
            "kind": "chart",
            "form": form,
            "title": author.plain(f"{form} chart title"),
            "alt": author.plain(f"{form} chart alt"),
            "caption": author.inline(f"{form} chart caption"),
            "category_label": author.title(f"{form} category label"),
            "categories": [author.title(f"{form} category {number}") for number in range(count)],
            "series": series,
            **fields,
        }

    return [
        chart("bar", rows("bar", [12, -3.5], [8, 4], [1, 0]), unit="days"),
        chart("line", rows("line", [93, 94.5, 95], [91, 92, 95]), unit="%", decimals=1),
        chart("waterfall", rows("waterfall", [1500, 60, -52, 1508]), unit="$", cut=True),
    ]
