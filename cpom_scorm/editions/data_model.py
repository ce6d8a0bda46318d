"""The run-time data models as tables: which element exists, who may touch it, and what it accepts.

The stand-in LMS enforces them; they follow conformance tables of RTE 1.2 chapter 3.4 and RTE 2004 chapter 4.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Element:
    """One data-model element; `n` and `m` in names stand for indexes."""

    access: str
    """`r` read only, `w` write only, `rw` both."""
    pattern: str = r"^[\s\S]*$"
    """A regular expression that Python and JavaScript read alike."""
    limit: int | None = None
    """Longest value in characters."""
    low: float | None = None
    high: float | None = None
    default: str | None = None
    """What is read before anything was written; None: the edition's not-set answer."""
    by_type: str = ""
    """`response` or `pattern`: the form depends on the interaction's type."""
    fixed: bool = False
    """Whether a value, once set, may not change."""


@dataclass(frozen=True, slots=True)
class ErrorCodes:
    """What the LMS answers to each mistake."""

    before: Mapping[str, int]
    """Call made before the session → code; by get, set, commit, terminate."""
    after: Mapping[str, int]
    """The same after the session, and for initialize."""
    already_initialized: int
    unknown_element: int
    not_set: int
    """0 where reading an unset element is no error."""
    read_only: int
    write_only: int
    wrong_type: int
    out_of_range: int
    wrong_index: int
    dependency: int
    identity: int
    """Changing a value that is fixed once set."""


@dataclass(frozen=True, slots=True)
class DataModel:
    """The data model of an edition, ready to be enforced."""

    elements: Mapping[str, Element]
    codes: ErrorCodes
    responses: Mapping[str, str]
    """Interaction type → pattern of a learner's response."""
    patterns: Mapping[str, str]
    """Interaction type → pattern of a correct response."""
    kept: tuple[str, ...]
    """Prefixes of the elements that come back on the next launch of a suspended attempt."""
    entry: str
    exit: str
    session_time: str
    total_time: str
    requires_type_first: bool = False
    """Whether a response may only follow its type (2004, error 408)."""


def vocabulary(*words: str) -> str:
    """Give the pattern of an element that accepts exactly these words."""
    return "^(" + "|".join(words) + ")$"
