"""Packages without a fault, in the manner of seven tools: each follows from its tool, edition and number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.corpus.good import (
    aggregation,
    authoring_suite,
    html_wrapper,
    lms_exporter,
    ours,
    page_tree,
    slide_converter,
)  # fmt: skip
from tests.corpus.good.parts import Draw
from tests.corpus.model import ALL, Good

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.corpus.model import Files

TOOLS: dict[str, Callable[[Draw], Files]] = {
    "authoring suite": authoring_suite.package,
    "slide converter": slide_converter.package,
    "HTML wrapper": html_wrapper.package,
    "page tree": page_tree.package,
    "LMS exporter": lms_exporter.package,
    "content aggregation": aggregation.package,
    "ours": ours.package,
}
EACH = 10
"""Packages of each tool in each edition."""


def good_packages(each: int = EACH) -> Iterator[Good]:
    """Give every package; more of them by a larger number."""
    for tool, package in TOOLS.items():
        for edition in ALL:
            for number in range(each):
                draw = Draw.of(tool, edition, number)
                yield Good(tool, f"{tool} {number}", edition, package(draw))
