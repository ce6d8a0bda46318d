"""What the course's owner asked for stands where it was asked for."""

from __future__ import annotations

import pytest

from tests.module_one.reading import content_sections, course, pages, sections, text_of, texts

TITLES = {
    "1.1": "Overview of the CPOM Certification and Its Purpose",
    "1.2": "Core Responsibilities and Competency Domains of a Pharmacy Operations Manager",
    "1.3": "Leadership in Pharmacy Systems and Organizational Hierarchies",
    "1.4": "Key Stakeholders, Interdisciplinary Collaboration, and Communication Channels",
    "1.5": "The CPOM Learning Path and Professional Growth Roadmap",
}

SEED = {
    "S1": [("cover", "Module 1: Introduction & Role of the Pharmacy Operations Manager")],
    "S2": [
        ("cover", "from Expert Clinician to Strategic Leader"),
        ("one_dose", "from expert clinician to strategic leader"),
        ("starting_point", "From expert clinician to strategic leader"),
    ],
    "S3": [
        ("cover", "From Dispensing Excellence to Operational Mastery"),
        ("one_dose", "From dispensing excellence to operational mastery"),
    ],
    "S4": [
        ("one_dose", "Clinical decision-making"),
        ("one_dose", "Medication therapy management"),
        ("one_dose", "Individual patient safety"),
    ],
    "S5": [
        ("one_dose", "Precision, knowledge, and commitment to care"),
        ("growth_roadmap", "precision, knowledge, and a deep commitment to care"),
    ],
    "S6": [
        ("starting_point", "professional transformation"),
        ("know_your_gaps", "professional transformation"),
    ],
    "S7": [
        ("welcome", "leadership, systems, and strategic operations"),
        ("one_dose", "You learn its language"),
        ("leading_from_middle", "The language of leadership"),
    ],
    "S8": [
        ("one_dose", "from a single prescription to the entire system that delivers thousands of them a day"),
        ("quiz", "optimizing the entire ____"),
    ],
    "S9": [("welcome", "foundational understanding of the role"), ("five_domains", "The role, taken apart")],
    "S10": [
        ("five_domains", "core function"),
        ("who_reports", "A healthcare organization is a complex structure"),
        ("five_partners", "healthcare ecosystem"),
    ],
    "S11": [
        ("welcome", "It is the first step"),
        ("welcome", "masters the machinery of its delivery"),
        ("medication_use", "Mastering the machinery of delivery"),
        ("technology", "mastering the machinery of delivery"),
    ],
    "S12": [("cover", "Your Foundational Blueprint for Leadership")],
    "S13": [("path_by_domain", "the framework for the advanced topics to come")],
    "S15": [
        ("cpom_aim", "How industry recognition is earned"),
        ("credential_check", "A four-step credential check"),
    ],
    "S16": [
        ("cpom_aim", "aims to represent high standards of operational excellence"),
        ("cpom_aim", "a critical credential for aspiring pharmacy leaders"),
    ],
    "S17": [("five_domains", "The fundamental duties of a pharmacy operations manager")],
    "S18": [
        ("finance", "Financial management"),
        ("people", "Human resources"),
        ("quality", "Quality assurance"),
        ("compliance", "Regulatory compliance"),
        ("technology", "Technology integration"),
    ],
    "S20": [("who_reports", "complex structure"), ("structures", "Three basic shapes cover most hospitals")],
    "S21": [
        ("who_reports", "Who reports to whom"),
        ("pharmacists_place", "The pharmacist’s place"),
        ("leading_from_middle", "Leading from the middle"),
    ],
    "S22": [("five_partners", "stakeholder"), ("channel_privacy", "channel")],
    "S23": [
        ("professional_influence", "Professional influence"),
        ("five_partners", "Nursing leadership"),
        ("five_partners", "Physicians"),
        ("five_partners", "Hospital administrators"),
        ("five_partners", "IT specialists"),
        ("five_partners", "Finance departments"),
    ],
    "S25": [("path_by_domain", "The curriculum: confirmed and not confirmed")],
    "S26": [
        ("what_to_expect", "What to expect"),
        ("plan_30_60_90", "30-60-90"),
        ("routes", "ways to grow"),
        ("growth_roadmap", "career advancement"),
    ],
}
"""By number of the coverage table: page and words. S14, S19, S22 and S24 are titles, see below."""


def test_the_module_has_the_five_sections_by_their_titles() -> None:
    """S14, S17, S19, S22, S24."""
    assert {section["number"]: section["title"] for section in content_sections()} == TITLES


def test_the_five_sections_come_first_and_in_order() -> None:
    assert [section["number"] for section in sections()][:5] == list(TITLES)


@pytest.mark.parametrize(
    ("seed", "page", "words"), [(seed, *place) for seed, places in SEED.items() for place in places]
)
def test_a_phrase_of_the_seed_stands_where_the_table_says(seed: str, page: str, words: str) -> None:
    assert words.casefold() in text_of(page).casefold(), f"{seed} is missing on {page}"


def test_all_phrases_of_the_seed_are_looked_for() -> None:
    titles = {"S14", "S19", "S24"}
    assert {*SEED, *titles} == {f"S{number}" for number in range(1, 27)}


def test_the_five_domains_have_a_row_each() -> None:
    (table,) = [
        block
        for _, page in pages()
        if page["id"] == "five_domains"
        for block in page["blocks"]
        if block["kind"] == "table"
    ]
    assert [row[0] for row in table["rows"]] == [
        "Financial management",
        "Human resources",
        "Quality assurance",
        "Regulatory compliance",
        "Technology integration",
    ]


def test_the_five_partners_have_a_row_each() -> None:
    (table,) = [
        block
        for _, page in pages()
        if page["id"] == "five_partners"
        for block in page["blocks"]
        if block["kind"] == "table"
    ]
    assert [row[0].strip("*") for row in table["rows"]] == [
        "Nursing leadership",
        "Physicians",
        "Hospital administrators",
        "IT specialists",
        "Finance departments",
    ]


def test_the_glossary_has_forty_terms() -> None:
    assert len(course()["glossary"]) == 40


def test_every_term_of_the_glossary_is_used_by_the_course() -> None:
    read = " ".join(text.plain for text in texts() if text.section != "glossary").casefold()
    unused = [entry["term"] for entry in course()["glossary"] if entry["term"].casefold() not in read]
    assert unused == []
