"""What differs between SCORM editions, as data. No other module compares edition ids."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cpom_scorm.editions.data_model import DataModel


@dataclass(frozen=True, slots=True)
class Namespace:
    """An XML namespace that manifests of an edition use."""

    prefix: str
    """The only prefix Moodle recognises for it (LMS-001); empty for the default namespace."""
    uri: str
    schema_file: str
    """The control document at the package root that describes it."""


@dataclass(frozen=True, slots=True)
class ManifestForm:
    """How the manifest of an edition is written."""

    schemaversion: str
    """Exact text of `<schemaversion>`; Moodle takes any other spelling for SCORM 1.2 (BLD-04)."""
    namespaces: tuple[Namespace, ...]
    """Content packaging first."""
    scorm_type_attribute: str
    """`scormtype` in 1.2, `scormType` in 2004."""
    parameter_elements: Mapping[str, str]
    """Our name of an item setting → the edition's element name, for those that the edition has."""
    has_sequencing: bool
    has_navigation: bool
    """Whether an item may hide the LMS's own navigation controls (BLD-14)."""
    hideable_controls: tuple[str, ...] = ()
    """Values of `hideLMSUI` that the edition knows."""
    has_threshold_attributes: bool = False
    """Whether `completionThreshold` carries attributes (4th edition) instead of text."""
    requires_metadata: bool = True
    """Whether missing metadata is an error (2004) or a warning (1.2: its XSD and LMSs do not mind)."""
    application_profile_is_strict: bool = True
    """2004: the conformance suite fails what the 1.2 documents only recommend."""
    describes_inner_manifests: bool = False
    """Whether its documents say how a manifest inside another is used; later ones advise against it."""
    mistaken_schemaversions: tuple[str, ...] = ()
    """Other texts of `<schemaversion>` seen in the wild where this edition was meant (MAN-010)."""
    published_schemas: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Name of a control document → digests of its published forms; only files that we know (SCH-004)."""


@dataclass(frozen=True, slots=True)
class ResponseForm:
    """How one type of interaction writes responses and correct patterns."""

    reported_type: str
    """The value of `cmi.interactions.n.type`."""
    item_separator: str = ""
    """Between the members of a list."""
    pair_separator: str = ""
    """Between the halves of a pair."""
    range_separator: str = ""
    """Between the ends of a numeric range; empty where the pattern is the target value alone."""
    uses_letters: bool = False
    """Whether options are written as one character 0-9 a-z (SCORM 1.2) instead of their ids."""
    true_word: str = ""
    false_word: str = ""
    case_property: str = ""
    """What a pattern begins with where capital letters matter; empty where the edition cannot say so."""
    max_patterns: int = 1
    """How many correct responses a record holds."""
    max_length: int = 255
    """Longest text in characters."""
    max_items: int = 36


@dataclass(frozen=True, slots=True)
class StatusElement:
    """One status element of the data model and what we write to it."""

    element: str
    values: Mapping[str, str]
    """`<completion>.<success>` in our words → the element's value."""
    ranks: Mapping[str, int]
    """The element's values in climbing order: a status never falls (RUN-10)."""


@dataclass(frozen=True, slots=True)
class RuntimeForm:
    """How content talks to the LMS in an edition: the player reads this as data."""

    api: str
    """Name of the API object."""
    calls: Mapping[str, str]
    """initialize, terminate, get, set, commit, lastError, errorString → the function's name."""
    elements: Mapping[str, str]
    """Our name → data-model element; `{n}` and `{m}` stand for indexes. Absent: the edition lacks it."""
    statuses: Mapping[str, tuple[StatusElement, ...]]
    """Status vocabulary that the author chose → what is written for the course."""
    objective_statuses: tuple[StatusElement, ...]
    """The same for one objective; element names hold `{n}`."""
    results: Mapping[str, str]
    """correct, incorrect, partly, neutral → the edition's word. `partly` may be empty: write the fraction."""
    duration: str
    """`hms` for HHHH:MM:SS.cc, `iso` for PT#H#M#S (RUN-51)."""
    timestamp: str
    """`time` for HH:MM:SS, `datetime` for YYYY-MM-DDThh:mm:ss without zone (lms-notes 4)."""
    score_scale: int
    """What a full `score.raw` is; always 100: Moodle and Open edX divide by it (RUN-13)."""
    codes: Mapping[str, int]
    """alreadyInitialized, terminated, notInitializedValue → error code, where the edition has one."""
    suspend: str
    """Value of the exit element that keeps the attempt (RUN-14)."""
    exit_request: Mapping[str, str] = field(default_factory=dict)
    """Navigation request written before Terminate on the Exit path only (RUN-18)."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Lengths that an LMS of the edition may enforce, in UTF-8 bytes of the final text."""

    suspend_data: int
    location: int
    description: int
    free_text: int
    """What learners' own texts may take of the suspend data, so that progress always fits."""
    safe_interactions: int | None = None
    """How many reported questions fit into the last save of a closing page, where an LMS resends all of
    them with each save (Moodle 2004: 45 did, 60 did not); None where only changes are sent."""


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of SCORM."""

    id: str
    """As named on the command line and in file names."""
    title: str
    family: str
    """Which manifest writer and transport serve it."""
    manifest: ManifestForm
    runtime: RuntimeForm
    responses: Mapping[str, ResponseForm]
    """Our interaction kind → how it is reported."""
    limits: Limits
    data_model: DataModel
    """What a strict LMS of the edition accepts."""
