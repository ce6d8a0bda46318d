"""Content packaging: manifest, organizations, items and resources (IMS CP 1.1.2 and 1.1.3/1.1.4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.package.grammar.findings import items, manifest, resources
from cpom_scorm.package.grammar.forms import (
    BEFORE_4TH,
    EVERY,
    IN_4TH,
    IN_12,
    IN_2004,
    AttributeForm,
    ChildForm,
    ElementForm,
    NamespaceForm,
)
from cpom_scorm.package.grammar.values import ADDRESS, BOOLEAN, NAME, TEXT, ValueForm

if TYPE_CHECKING:
    from cpom_scorm.rule import Rule

_SETTINGS = (
    "adlcp:prerequisites",
    "adlcp:maxtimeallowed",
    "adlcp:timelimitaction",
    "adlcp:datafromlms",
    "adlcp:masteryscore",
    "adlcp:timeLimitAction",
    "adlcp:dataFromLMS",
    "adlcp:completionThreshold",
    "adlcp:data",
    "imsss:sequencing",
    "adlnav:presentation",
)


def _limited(base: ValueForm, longest: int) -> ValueForm:
    return ValueForm(base.base, f"{base.base}{longest}", max_length=longest)


def _attribute(
    name: str, base: ValueForm, longest: int, *, absent: Rule | None = None, default: str = ""
) -> tuple[AttributeForm, ...]:
    """1.2 has lengths in its schema; 2004 has them as minimum that LMSs keep (MAN-017 judges both)."""
    required = absent is not None
    rule = absent or manifest.SCHEMA_VIOLATION
    return (
        AttributeForm(name, _limited(base, longest), IN_12, required, default, None, rule),
        AttributeForm(name, base, IN_2004, required, default, None, rule),
    )


def _text(name: str, longest: int) -> tuple[ElementForm, ...]:
    return (
        ElementForm(name, only=IN_12, text=_limited(TEXT, longest), wrong=None),
        ElementForm(name, only=IN_2004, text=TEXT),
    )


def _identifier(
    wrong: Rule = manifest.IDENTIFIER_FORM, absent: Rule = manifest.IDENTIFIER_FORM
) -> AttributeForm:
    return AttributeForm("identifier", NAME, is_required=True, wrong=wrong, absent=absent)


def _title(rule: Rule) -> ChildForm:
    return ChildForm("title", absent=rule, repeated=rule, blank=rule)


_BASE = AttributeForm("xml:base", ADDRESS, wrong=None)

_MANIFEST = ElementForm(
    "manifest",
    children=(
        ChildForm("metadata", only=IN_12, repeated=manifest.PART_TWICE),
        ChildForm("metadata", "own metadata", only=IN_2004, repeated=manifest.PART_TWICE),
        ChildForm(
            "organizations", least=1, absent=manifest.ORGANIZATIONS_MISSING, repeated=manifest.PART_TWICE
        ),
        ChildForm("resources", least=1, absent=manifest.RESOURCES_MISSING, repeated=manifest.PART_TWICE),
        ChildForm("manifest", most=None),
    ),
    attributes=(
        _identifier(manifest.MANIFEST_IDENTIFIER_FORM, manifest.MANIFEST_IDENTIFIER),
        *_attribute("version", TEXT, 20),
        _BASE,
    ),
    is_open=True,
    extensions=("imsss:sequencingCollection",),
    takes_attributes=EVERY,
)
_METADATA = ElementForm(
    "metadata",
    children=(ChildForm("schema"), ChildForm("schemaversion")),
    is_open=True,
    extensions=("adlcp:location", "adlcp:schema", "adlcp:schemaversion"),
    takes_attributes=IN_4TH,
)
_OWN_METADATA = ElementForm(
    "metadata",
    "own metadata",
    only=IN_2004,
    children=(
        ChildForm("schema", absent=manifest.METADATA_SCHEMA, repeated=manifest.METADATA_SCHEMA),
        ChildForm("schemaversion", absent=manifest.METADATA_SCHEMA, repeated=manifest.METADATA_SCHEMA),
    ),
    is_open=True,
    extensions=_METADATA.extensions,
    takes_attributes=IN_4TH,
    is_global=False,
    order=manifest.METADATA_SCHEMA,
)
_ORGANIZATIONS = ElementForm(
    "organizations",
    children=(ChildForm("organization", most=None),),
    attributes=(AttributeForm("default", ValueForm("IDREF"), wrong=None),),
    is_open=True,
    takes_attributes=EVERY,
)
_ORGANIZATION = ElementForm(
    "organization",
    children=(
        _title(manifest.ORGANIZATION_TITLE),
        ChildForm("item", most=None, only=BEFORE_4TH, absent=manifest.ORGANIZATION_EMPTY),
        ChildForm("item", least=1, most=None, only=IN_4TH, absent=manifest.ORGANIZATION_EMPTY),
        ChildForm("metadata"),
    ),
    attributes=(_identifier(), *_attribute("structure", TEXT, 200, default="hierarchical")),
    is_open=True,
    extensions=("imsss:sequencing", "adlcp:completionThreshold"),
    takes_attributes=EVERY,
    qualified=("adlseq:objectivesGlobalToSystem", "adlcp:sharedDataGlobalToSystem"),
)
_ITEM = ElementForm(
    "item",
    children=(_title(items.ITEM_TITLE), ChildForm("item", most=None), ChildForm("metadata")),
    attributes=(
        _identifier(),
        *_attribute("identifierref", TEXT, 2000),
        AttributeForm("isvisible", BOOLEAN, wrong=items.ITEM_VISIBLE),
        *_attribute("parameters", TEXT, 1000),
    ),
    is_open=True,
    extensions=_SETTINGS,
    takes_attributes=EVERY,
)
_RESOURCES = ElementForm(
    "resources",
    children=(ChildForm("resource", most=None),),
    attributes=(_BASE,),
    is_open=True,
    takes_attributes=EVERY,
)
_RESOURCE = ElementForm(
    "resource",
    children=(ChildForm("metadata"), ChildForm("file", most=None), ChildForm("dependency", most=None)),
    attributes=(
        _identifier(absent=resources.RESOURCE_IDENTIFIER),
        *_attribute("type", TEXT, 1000, absent=resources.RESOURCE_TYPE),
        _BASE,
        *_attribute("href", ADDRESS, 2000),
    ),
    is_open=True,
    takes_attributes=EVERY,
    qualified=("adlcp:scormtype", "adlcp:scormType", "adlcp:persistState"),
)
_FILE = ElementForm(
    "file",
    children=(ChildForm("metadata"),),
    attributes=_attribute("href", ADDRESS, 2000, absent=resources.FILE_ADDRESS),
    is_open=True,
    takes_attributes=EVERY,
)
_DEPENDENCY = ElementForm(
    "dependency",
    attributes=_attribute("identifierref", TEXT, 2000, absent=manifest.SCHEMA_VIOLATION),
    is_open=True,
    takes_attributes=EVERY,
)
PACKAGING = NamespaceForm(
    "",
    (
        _MANIFEST,
        _METADATA,
        _OWN_METADATA,
        *_text("schema", 100),
        *_text("schemaversion", 20),
        _ORGANIZATIONS,
        _ORGANIZATION,
        *_text("title", 200),
        _ITEM,
        _RESOURCES,
        _RESOURCE,
        _FILE,
        _DEPENDENCY,
    ),
    lax=IN_4TH,
)
