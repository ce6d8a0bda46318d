"""SEC-16 and the validator's own goals: what must be refused is, what is right passes.

`make corpus` prints the numbers by class of rules.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.corpus.catalogue import DEFECTS, FROM_CATALOGUE, NOT_YET, expected_now
from tests.corpus.good import EACH, TOOLS, good_packages
from tests.corpus.judging import Judge, Score, table
from tests.corpus.model import ALL, zipped

if TYPE_CHECKING:
    from pathlib import Path

FAMILIES = sorted({defect.rule.partition("-")[0] for defect in expected_now()})


@pytest.mark.parametrize("family", FAMILIES)
def test_every_defect_of_the_catalogue_is_found(family: str, tmp_path: Path) -> None:
    """The goals are 99% of what must be refused and 90% of what should be warned about; today it is all."""
    score = Score()
    defects = [defect for defect in expected_now() if defect.rule.startswith(f"{family}-")]
    Judge(tmp_path).judge_defects(defects, score)
    assert [] == score.missed, table(score)


@pytest.mark.parametrize("tool", TOOLS)
def test_no_good_package_is_refused(tool: str, tmp_path: Path) -> None:
    """The goal is 99.5% without an error; today it is all."""
    score = Score()
    Judge(tmp_path).judge_good((one for one in good_packages() if one.tool == tool), score)
    assert ([], EACH * len(ALL)) == (score.refused, score.good)


def test_the_corpus_is_as_large_as_promised() -> None:
    """200 good packages of 5 tools and more, 300 defects, a third of them from the catalogue alone."""
    names = {(defect.rule, defect.name, defect.expected) for defect in DEFECTS}
    assert (True, True, True, True) == (
        EACH * len(TOOLS) * len(ALL) >= 200,
        len(TOOLS) >= 5,
        len(names) >= 300,
        3 * len(FROM_CATALOGUE) >= len(DEFECTS),
    )


def test_the_same_seed_gives_the_same_bytes() -> None:
    first, second = ([zipped(one.files) for one in good_packages(2)] for _ in range(2))
    assert first == second


def test_every_defect_has_a_name_of_its_own_in_its_edition() -> None:
    names = [(defect.rule, defect.name, edition) for defect in DEFECTS for edition in defect.editions]
    assert sorted(set(names)) == sorted(names)


def test_what_waits_is_in_the_catalogue() -> None:
    assert set() == NOT_YET - {defect.rule for defect in DEFECTS}
