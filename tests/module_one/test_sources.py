"""Sources are named where they are used, with a day only where somebody read them."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from tests.module_one.reading import pages

_REFERENCES = [
    (page["id"], reference)
    for _, page in pages()
    for block in page["blocks"]
    if block["kind"] == "references"
    for reference in block["items"]
]
_WRITTEN = (date(2026, 11, 1), date(2026, 11, 30))
"""The month in which the module was written: no source was read before it."""
_RULE = re.compile(r"\b\d+ (?:CFR|U\.S\.C\.|Fed\. Reg\.)")
_ASKED_FOR = {
    "medication_use", "why_now", "credentials", "cpom_aim", "finance", "work_and_reliability", "people",
    "quality", "compliance", "controlled_substances", "technology", "who_reports", "leading_from_middle",
    "leadership_toolkit", "leading_change", "power_interest", "p_and_t", "clear_messages",
    "channel_privacy", "path_by_domain", "routes", "growth_roadmap",
}  # fmt: skip
"""Pages that state what others found, wrote or rule. The others are general practice or worked examples."""


def test_pages_that_rest_on_others_name_them() -> None:
    assert {page for page, _ in _REFERENCES} == _ASKED_FOR


@pytest.mark.parametrize(("page", "reference"), _REFERENCES, ids=lambda value: str(value)[:40])
def test_a_day_of_reading_is_real(page: str, reference: dict[str, Any]) -> None:
    if "checked" in reference:
        assert _WRITTEN[0] <= date.fromisoformat(reference["checked"]) <= _WRITTEN[1], page
    else:
        assert "url" not in reference, f"{page}: an address that nobody opened"


def test_most_sources_were_read() -> None:
    read = [reference for _, reference in _REFERENCES if "checked" in reference]
    assert len(read) >= 0.7 * len(_REFERENCES)


@pytest.mark.parametrize(("_section", "page"), pages(), ids=[page["id"] for _, page in pages()])
def test_a_page_that_cites_a_rule_names_its_source(_section: str, page: dict[str, Any]) -> None:
    told = " ".join(block.get("text", "") for block in page["blocks"] if block["kind"] == "text")
    if _RULE.search(told):
        assert any(block["kind"] == "references" for block in page["blocks"])
