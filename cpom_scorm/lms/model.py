"""What an LMS is to us: a name, and facts that each stand with the place where they can be looked up."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from cpom_scorm.editions import EDITIONS, Edition

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cpom_scorm.rule import Severity

Need = Literal["identifiers", "structure", "first_15"]
"""identifiers: of manifest, organization, item and resource. structure: the items and what each launches.
first_15: the first characters of the manifest's identifier, and what the item refers to.
"""


@dataclass(frozen=True, slots=True)
class Behaviour:
    """What an LMS does with something that a rule finds in packages."""

    rule: str
    """Id of the rule. Of a rule outside the family LMS, the findings are told with what the LMS does."""
    severity: Severity
    """What a finding weighs for whoever asks about this LMS, unless it weighs more anyway."""
    does: str
    """A clause that names the LMS, such as "Open edX ignores it", without full stop."""
    evidence: str
    """Where it was read or seen, with the version."""
    editions: tuple[Edition, ...] = EDITIONS
    """Of the packages that it matters to."""
    words: tuple[str, ...] = ()
    """What the rule looks for with this LMS: elements, endings of names; empty where the rule says it."""
    limits: Mapping[str, int] = field(default_factory=dict)
    """What the rule measures with this LMS → the most that fits: bytes, characters or files."""


@dataclass(frozen=True, slots=True)
class Replacing:
    """What must stay the same when a package is replaced, so that learners keep their progress."""

    needs: tuple[Need, ...]
    """Besides, every LMS needs the same edition and records that can be read."""
    why: str
    """What the LMS does, lower-case start, no full stop."""
    evidence: str


@dataclass(frozen=True, slots=True)
class Lms:
    """One LMS. What has no evidence is left out: no row is a guess."""

    name: str
    """What people write after `--profile`."""
    title: str
    known: str
    """How it is known, as one sentence: its code, its pages, or little."""
    behaviours: tuple[Behaviour, ...] = ()
    replacing: Replacing | None = None
    """None where nothing is known of it."""
