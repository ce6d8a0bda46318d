"""The forms of learning object metadata as tables: IEEE 1484.12.3 (2004), IMS Metadata 1.2.1 (SCORM 1.2)."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class Content(Enum):
    """What an element of metadata holds."""

    GROUP = "other elements"
    TEXTS = "texts"
    """The same text in several languages."""
    VOCABULARY = "source and value"
    DURATION = "a duration such as PT1H30M"
    DATE = "a date such as 2026-11-22"
    LANGUAGE = "a language such as en-US"
    CARD = "a vCard that begins with BEGIN:VCARD"
    PLAIN = "text"


@dataclass(frozen=True, slots=True)
class Part:
    """An element at its place in a group."""

    name: str
    is_required: bool = False
    may_repeat: bool = False


@dataclass(frozen=True, slots=True)
class MetadataForm:
    """One form. Names that mean something else elsewhere are keyed `parent/name`."""

    id: str
    """Name of its page in `docs/grammar/`."""
    title: str
    namespaces: tuple[str, ...]
    """The usual one first."""
    groups: Mapping[str, str]
    """Element → its children: `*` after those that may stand several times, `!` after those that must."""
    is_ordered: bool
    """Whether children stand in the order of the table."""
    languages: frozenset[str]
    """Elements that hold texts in several languages."""
    text_element: str
    """The element of one such text."""
    language_attribute: str
    """Its attribute that names the language, with prefix."""
    vocabularies: Mapping[str, tuple[str, ...]]
    """Element that holds `source` and `value` → the values of `LOMv1.0`; empty where nothing is claimed."""
    durations: frozenset[str]
    """Elements that hold an ISO 8601 duration."""
    dates: frozenset[str]
    """Elements that hold an ISO 8601 date."""
    cards: frozenset[str] = field(default=frozenset())
    """Elements that hold a vCard."""
    single_texts: frozenset[str] = field(default=frozenset())
    """Of `languages`, those that hold one text only."""
    folds_words: bool = False
    """Whether words of vocabularies are compared without regard to capitals and spaces."""

    def content(self, parent: str, name: str) -> Content:
        """Say what an element holds; one that the form does not know holds text."""
        path = f"{parent}/{name}"
        if path in self.durations:
            return Content.DURATION
        if {name, path} & self.dates:
            return Content.DATE
        if {name, path} & self.languages and path not in self.groups:
            return Content.TEXTS
        if name in self.vocabularies:
            return Content.VOCABULARY
        if {name, path} & self.groups.keys():
            return Content.GROUP
        if name in self.cards:
            return Content.CARD
        return Content.LANGUAGE if name == "language" else Content.PLAIN

    def parts(self, parent: str, name: str) -> tuple[Part, ...]:
        """Give the children of an element in their order; none for one that holds text."""
        content = self.content(parent, name)
        if content is Content.TEXTS:
            return (Part(self.text_element, is_required=True, may_repeat=name not in self.single_texts),)
        if content is Content.VOCABULARY:
            return tuple(Part(one, is_required=True) for one in VOCABULARY_PARTS)
        if content is not Content.GROUP:
            return ()
        listed = self.groups.get(f"{parent}/{name}") or self.groups[name]
        return tuple(Part(one.rstrip("*!"), one.endswith("!"), one.endswith("*")) for one in listed.split())


VOCABULARY_PARTS = ("source", "value")
LOM_SOURCE = "LOMv1.0"
"""The source that names the vocabularies of the standard itself."""

_LEVELS = ("very low", "low", "medium", "high", "very high")
_ROLES = (
    "author", "publisher", "unknown", "initiator", "terminator", "validator", "editor", "graphical designer",
    "technical implementer", "content provider", "technical validator", "educational validator",
    "script writer", "instructional designer", "subject matter expert",
)  # fmt: skip

LOM = MetadataForm(
    id="lom",
    title="IEEE 1484.12.3 (LOM)",
    namespaces=("http://ltsc.ieee.org/xsd/LOM",),
    is_ordered=False,
    groups={
        "lom": "general lifeCycle metaMetadata technical educational* rights relation* annotation* "
        "classification*",
        "general": "identifier* title language* description* keyword* coverage* structure aggregationLevel",
        "identifier": "catalog! entry!",
        "lifeCycle": "version status contribute*",
        "contribute": "role entity* date",
        "date": "dateTime description",
        "metaMetadata": "identifier* contribute* metadataSchema* language",
        "technical": "format* size location* requirement* installationRemarks otherPlatformRequirements "
        "duration",
        "requirement": "orComposite*",
        "orComposite": "type name minimumVersion maximumVersion",
        "technical/duration": "duration description",
        "typicalLearningTime": "duration description",
        "educational": "interactivityType learningResourceType* interactivityLevel semanticDensity "
        "intendedEndUserRole* context* typicalAgeRange* difficulty typicalLearningTime description* "
        "language*",
        "rights": "cost copyrightAndOtherRestrictions description",
        "relation": "kind resource",
        "resource": "identifier* description*",
        "annotation": "entity date description",
        "classification": "purpose taxonPath* description keyword*",
        "taxonPath": "source taxon*",
        "taxon": "id entry",
    },
    languages=frozenset(
        {"title", "description", "keyword", "coverage", "version", "installationRemarks",
         "otherPlatformRequirements", "typicalAgeRange", "taxonPath/source", "taxon/entry"}
    ),
    text_element="string",
    language_attribute="language",
    vocabularies={
        "structure": ("atomic", "collection", "networked", "hierarchical", "linear"),
        "aggregationLevel": ("1", "2", "3", "4"),
        "status": ("draft", "final", "revised", "unavailable"),
        "role": (*_ROLES, "creator"),
        "type": ("operating system", "browser"),
        "name": ("pc-dos", "ms-windows", "macos", "unix", "multi-os", "none", "any", "netscape communicator",
                 "ms-internet explorer", "opera", "amaya"),
        "interactivityType": ("active", "expositive", "mixed"),
        "learningResourceType": ("exercise", "simulation", "questionnaire", "diagram", "figure", "graph",
                                 "index", "slide", "table", "narrative text", "exam", "experiment",
                                 "problem statement", "self assessment", "lecture"),
        "interactivityLevel": _LEVELS,
        "semanticDensity": _LEVELS,
        "intendedEndUserRole": ("teacher", "author", "learner", "manager"),
        "context": ("school", "higher education", "training", "other"),
        "difficulty": ("very easy", "easy", "medium", "difficult", "very difficult"),
        "cost": ("yes", "no"),
        "copyrightAndOtherRestrictions": ("yes", "no"),
        "kind": ("ispartof", "haspart", "isversionof", "hasversion", "isformatof", "hasformat", "references",
                 "isreferencedby", "isbasedon", "isbasisfor", "requires", "isrequiredby"),
        "purpose": ("discipline", "idea", "prerequisite", "educational objective",
                    "accessibility restrictions", "educational level", "skill level", "security level",
                    "competency"),
    },
    durations=frozenset({"duration/duration", "typicalLearningTime/duration"}),
    dates=frozenset({"dateTime"}),
    cards=frozenset({"entity"}),
)  # fmt: skip

_OLDER_WORDS = {name.lower(): words for name, words in LOM.vocabularies.items()} | {
    "structure": (*LOM.vocabularies["structure"], "mixed", "branched", "parceled"),
    "name": (),
    "interactivitytype": ("active", "expositive", "mixed", "undefined"),
    "learningresourcetype": (),
    "context": (),
    "purpose": (),
}
"""IMS Metadata 1.2.1 writes the same words with capitals and now and then without spaces. Nothing is claimed
about the vocabularies that it gives in several forms."""

IMS_METADATA = MetadataForm(
    id="imsmd",
    title="IMS Metadata 1.2.1",
    namespaces=("http://www.imsglobal.org/xsd/imsmd_rootv1p2p1", "http://www.imsglobal.org/xsd/imsmd_v1p2"),
    is_ordered=True,
    groups={
        "lom": "general lifecycle metametadata technical educational rights relation* annotation* "
        "classification*",
        "general": "identifier title catalogentry* language* description* keyword* coverage* structure "
        "aggregationlevel",
        "catalogentry": "catalog! entry!",
        "lifecycle": "version status contribute*",
        "contribute": "role! centity* date",
        "centity": "vcard!",
        "date": "datetime description",
        "metametadata": "identifier catalogentry* contribute* metadatascheme* language",
        "technical": "format* size location* requirement* installationremarks otherplatformrequirements "
        "duration",
        "requirement": "type name minimumversion maximumversion",
        "duration": "datetime description",
        "typicallearningtime": "datetime description",
        "educational": "interactivitytype learningresourcetype* interactivitylevel semanticdensity "
        "intendedenduserrole* context* typicalagerange* difficulty typicallearningtime description language*",
        "rights": "cost copyrightandotherrestrictions description",
        "relation": "kind resource",
        "resource": "identifier description catalogentry*",
        "annotation": "person date description",
        "person": "vcard!",
        "classification": "purpose taxonpath* description keyword*",
        "taxonpath": "source taxon",
        "taxon": "id entry taxon",
    },
    languages=frozenset(
        {"title", "description", "keyword", "coverage", "version", "installationremarks",
         "otherplatformrequirements", "typicalagerange", "entry", "source", "value"}
    ),
    text_element="langstring",
    language_attribute="xml:lang",
    vocabularies=_OLDER_WORDS,
    durations=frozenset({"duration/datetime", "typicallearningtime/datetime"}),
    dates=frozenset({"date/datetime"}),
    cards=frozenset({"vcard"}),
    single_texts=frozenset(VOCABULARY_PARTS),
    folds_words=True,
)  # fmt: skip

METADATA_FORMS = (LOM, IMS_METADATA)
