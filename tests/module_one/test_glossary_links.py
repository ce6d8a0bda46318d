"""Each of the forty terms is explained where learners meet it: a link to its meaning, once in a section."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.module_one.prose import running_text
from tests.module_one.reading import content_sections, course, pages

_LINK = re.compile(r"\[([^\]]*)\]\(#/glossary/([a-z0-9_]+)\)")
_NOT_A_NAME = r"(?! [A-Z])"
"""`Certification Board` is a name."""


def _links(section: dict[str, Any]) -> list[str]:
    return [term for _, term in _LINK.findall(str(section["pages"]))]


def test_every_term_is_linked_somewhere() -> None:
    linked = {term for section in content_sections() for term in _links(section)}
    assert linked == {entry["id"] for entry in course()["glossary"]}


@pytest.mark.parametrize("section", content_sections(), ids=lambda section: section["id"])
def test_a_section_links_a_term_once(section: dict[str, Any]) -> None:
    """A second link to the same words is noise."""
    links = _links(section)
    assert sorted(links) == sorted(set(links))


@pytest.mark.parametrize("section", content_sections(), ids=lambda section: section["id"])
def test_the_first_use_of_a_term_in_running_text_is_its_link(section: dict[str, Any]) -> None:
    text = "\n".join(paragraph for page in section["pages"] for paragraph in running_text(page))
    late = []
    for entry in course()["glossary"]:
        used = re.search(rf"\b(?i:{re.escape(entry['term'])}s?)\b{_NOT_A_NAME}", text)
        link = next((found for found in _LINK.finditer(text) if found[2] == entry["id"]), None)
        linked = link is not None or entry["id"] in _links(section)
        if used and (not linked or (link and used.start() < link.start())):
            late.append(entry["term"])
    assert late == []


@pytest.mark.parametrize(("_section", "page"), pages(), ids=[page["id"] for _, page in pages()])
def test_a_term_beside_a_page_means_what_the_glossary_says(_section: str, page: dict[str, Any]) -> None:
    meanings = {entry["term"]: entry["meaning"] for entry in course()["glossary"]}
    for term in page.get("terms", []):
        assert term["meaning"] == meanings.get(term["term"], term["meaning"])
