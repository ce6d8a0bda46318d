"""All defects, with where they come from, and each of them as one spoilt package per edition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.corpus.bases import BASES
from tests.corpus.from_catalogue import archives, lms, manifests, meaning, resources, sequencing, xml
from tests.corpus.model import Defect, zipped

if TYPE_CHECKING:
    from collections.abc import Iterator

FROM_CATALOGUE = tuple(
    defect
    for module in (archives, xml, manifests, resources, sequencing, meaning, lms)
    for defect in module.DEFECTS
)
"""Written without the code of the rules."""
DEFECTS = FROM_CATALOGUE
NOT_YET = frozenset[str]()
"""Rules that the catalogue has and the program does not have yet: their defects wait."""


def expected_now() -> tuple[Defect, ...]:
    """Give the defects that must be found today."""
    return tuple(defect for defect in DEFECTS if defect.rule not in NOT_YET)


def spoilt(defect: Defect) -> Iterator[tuple[str, bytes]]:
    """Give the edition and the zip of each package that has this defect."""
    for edition in defect.editions:
        yield edition, zipped(defect.edit(BASES[defect.base](edition)))
