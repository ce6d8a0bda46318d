"""Manifests that use every element and attribute of an edition, and damaged copies of them."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from cpom_scorm.editions.scorm12 import SCORM_12
from cpom_scorm.editions.scorm2004 import SCORM_2004_4E

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from random import Random
    from typing import TypeAlias

    from cpom_scorm.editions import Edition

    Change: TypeAlias = Callable[[etree._Element, etree._Element, Random], str]
    """Changes a tree at an element and says what it did; nothing where it cannot."""

_OLD_SETTINGS = """
  <adlcp:prerequisites type="aicc_script">i1</adlcp:prerequisites>
  <adlcp:maxtimeallowed>0000:30:00</adlcp:maxtimeallowed>
  <adlcp:timelimitaction>exit,message</adlcp:timelimitaction>
  <adlcp:datafromlms>x</adlcp:datafromlms>
  <adlcp:masteryscore>80</adlcp:masteryscore>"""
_NEW_SETTINGS = """
  <adlcp:timeLimitAction>exit,no message</adlcp:timeLimitAction>
  <adlcp:dataFromLMS>x</adlcp:dataFromLMS>
  THRESHOLD
  <imsss:sequencing IDRef="s1">
   <imsss:controlMode choice="true" choiceExit="true" flow="false" forwardOnly="false"
     useCurrentAttemptObjectiveInfo="true" useCurrentAttemptProgressInfo="true"/>
   <imsss:sequencingRules>
    <imsss:preConditionRule>
     <imsss:ruleConditions conditionCombination="any">
      <imsss:ruleCondition referencedObjective="p1" measureThreshold="0.5" operator="not"
        condition="objectiveMeasureLessThan"/>
      <imsss:ruleCondition condition="satisfied"/>
     </imsss:ruleConditions>
     <imsss:ruleAction action="skip"/>
    </imsss:preConditionRule>
    <imsss:exitConditionRule><imsss:ruleAction action="exit"/></imsss:exitConditionRule>
    <imsss:postConditionRule><imsss:ruleAction action="retry"/></imsss:postConditionRule>
   </imsss:sequencingRules>
   <imsss:limitConditions attemptLimit="3" attemptAbsoluteDurationLimit="PT1H30M"
     beginTimeLimit="2030-01-31T12:00:00"/>
   <imsss:auxiliaryResources>
    <imsss:auxiliaryResource auxiliaryResourceID="a1" purpose="glossary"/>
   </imsss:auxiliaryResources>
   <imsss:rollupRules rollupObjectiveSatisfied="true" rollupProgressCompletion="true"
     objectiveMeasureWeight="0.5">
    <imsss:rollupRule childActivitySet="atLeastPercent" minimumPercent="0.5" minimumCount="1">
     <imsss:rollupConditions conditionCombination="any">
      <imsss:rollupCondition operator="not" condition="completed"/>
     </imsss:rollupConditions>
     <imsss:rollupAction action="incomplete"/>
    </imsss:rollupRule>
   </imsss:rollupRules>
   <imsss:objectives>
    <imsss:primaryObjective objectiveID="p1" satisfiedByMeasure="true">
     <imsss:minNormalizedMeasure>0.8</imsss:minNormalizedMeasure>
     <imsss:mapInfo targetObjectiveID="g1" readSatisfiedStatus="false" readNormalizedMeasure="true"
       writeSatisfiedStatus="true" writeNormalizedMeasure="false"/>
    </imsss:primaryObjective>
    <imsss:objective objectiveID="o2"/>
   </imsss:objectives>
   <imsss:randomizationControls randomizationTiming="once" selectCount="2" reorderChildren="true"
     selectionTiming="never"/>
   <imsss:deliveryControls tracked="true" completionSetByContent="true" objectiveSetByContent="false"/>
   <adlseq:constrainedChoiceConsiderations preventActivation="true" constrainChoice="false"/>
   <adlseq:rollupConsiderations requiredForSatisfied="ifAttempted" requiredForNotSatisfied="always"
     requiredForCompleted="ifNotSkipped" requiredForIncomplete="ifNotSuspended"
     measureSatisfactionIfActive="true"/>
   EXTENDED
  </imsss:sequencing>
  <adlnav:presentation><adlnav:navigationInterface>
   <adlnav:hideLMSUI>continue</adlnav:hideLMSUI><adlnav:hideLMSUI>exit</adlnav:hideLMSUI>
  </adlnav:navigationInterface></adlnav:presentation>"""
_EXTENDED = """<adlseq:objectives><adlseq:objective objectiveID="o2">
    <adlseq:mapInfo targetObjectiveID="g2" readRawScore="false" writeProgressMeasure="true"/>
   </adlseq:objective></adlseq:objectives>"""
_DATA = """<adlcp:completionThreshold completedByMeasure="true" minProgressMeasure="0.5" progressWeight="1"/>
  <adlcp:data><adlcp:map targetID="d1" readSharedData="true" writeSharedData="false"/></adlcp:data>"""
_COLLECTION = """<imsss:sequencingCollection>
  <imsss:sequencing ID="s1"><imsss:controlMode flow="true"/></imsss:sequencing>
 </imsss:sequencingCollection>"""
_FRAME = """<manifest identifier="m1" version="1.0" xml:base="a/" SPACES>
 <metadata><schema>ADL SCORM</schema><schemaversion>VERSION</schemaversion>
  <adlcp:location>lom.xml</adlcp:location></metadata>
 <organizations default="o1">
  <organization identifier="o1" structure="hierarchical" GLOBAL>
   <title>Course</title>
   <item identifier="i1" identifierref="r1" isvisible="true" parameters="?a=1">
    <title>One</title>
    <item identifier="i2" isvisible="false"><title>Two</title></item>
    <metadata><schema>x</schema></metadata>SETTINGS
   </item>
   <metadata/>
  </organization>
 </organizations>
 <resources xml:base="b/">
  <resource identifier="r1" type="webcontent" href="index.html" xml:base="c/" adlcp:TYPE="sco">
   <metadata/>
   <file href="index.html"><metadata/></file>
   <file href="a.css"/>
   <dependency identifierref="r2"/>
  </resource>
  <resource identifier="r2" type="webcontent" adlcp:TYPE="asset"><file href="b.css"/></resource>
 </resources>
 COLLECTION
</manifest>"""
_VALUES = (
    "",
    "x",
    " ",
    "true",
    "1",
    "0.5",
    "-2",
    "2",
    "80",
    "1x",
    "a b",
    "always",
    "ADL SCORM",
    "x" * 2001,
    "é",
    "i1",
)


@dataclass(frozen=True)
class Mutant:
    """A damaged manifest and what was done to it."""

    change: str
    data: bytes


def rich_manifest(edition: Edition) -> bytes:
    """Give a manifest with every element and attribute that the schemas of the edition have."""
    is_old, is_newest = edition.id == SCORM_12.id, edition.id == SCORM_2004_4E.id
    form = edition.manifest
    shared = ' adlcp:sharedDataGlobalToSystem="false"' if is_newest else ""
    threshold = _DATA if is_newest else "<adlcp:completionThreshold>0.5</adlcp:completionThreshold>"
    spaces = (f'xmlns{":" * bool(one.prefix)}{one.prefix}="{one.uri}"' for one in form.namespaces)
    filled = {
        "SETTINGS": _OLD_SETTINGS if is_old else _NEW_SETTINGS,
        "THRESHOLD": threshold,
        "EXTENDED": _EXTENDED if is_newest else "",
        "SPACES": " ".join(spaces),
        "VERSION": form.schemaversion,
        "GLOBAL": "" if is_old else f'adlseq:objectivesGlobalToSystem="false"{shared}',
        "TYPE": form.scorm_type_attribute,
        "COLLECTION": "" if is_old else _COLLECTION,
    }
    text = _FRAME
    for word, value in filled.items():
        text = text.replace(word, value)
    return text.encode()


def mutants(edition: Edition, random: Random, count: int) -> Iterator[Mutant]:
    """Give copies of the rich manifest, each with one thing dropped, repeated, moved, renamed or misspelt."""
    return changed_copies(etree.fromstring(rich_manifest(edition)), random, count, _CHANGES)


def changed_copies(
    tree: etree._Element, random: Random, count: int, changes: Sequence[Change]
) -> Iterator[Mutant]:
    """Give copies of a document, each with one of the changes at one place."""
    for _ in range(count):
        root = copy.deepcopy(tree)
        element = random.choice(list(root.iter("{*}*"))[1:])
        change = random.choice(changes)
        said = change(root, element, random)
        if said:
            yield Mutant(f"{said} in {element.tag}", etree.tostring(root))


def _drop(root: etree._Element, element: etree._Element, random: Random) -> str:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)
    return "drop"


def _repeat(root: etree._Element, element: etree._Element, random: Random) -> str:
    twin = copy.deepcopy(element)
    for inner in twin.iter("{*}*"):
        for name in ("identifier", "ID"):
            if name in inner.attrib:
                inner.set(name, f"{inner.get(name)}x")
    element.addnext(twin)
    return "repeat"


def _sink(root: etree._Element, element: etree._Element, random: Random) -> str:
    following = element.getnext()
    if following is None:
        return ""
    following.addnext(element)
    return "swap with the next"


def _move(root: etree._Element, element: etree._Element, random: Random) -> str:
    inside = set(element.iter("{*}*"))
    target = random.choice([one for one in root.iter("{*}*") if one not in inside])
    target.append(element)
    return f"move into {target.tag}"


def _rename(root: etree._Element, element: etree._Element, random: Random) -> str:
    space, _, name = str(element.tag).rpartition("}")
    others = [name.lower(), name + "s", random.choice([str(one.tag) for one in root.iter("{*}*")])]
    chosen = random.choice(others)
    element.tag = chosen if chosen.startswith("{") else f"{space}}}{chosen}"
    return f"rename {name} to {chosen}"


def _drop_attribute(root: etree._Element, element: etree._Element, random: Random) -> str:
    if not element.attrib:
        return ""
    name = random.choice(sorted(map(str, element.attrib)))
    del element.attrib[name]
    return f"drop @{name}"


def _rename_attribute(root: etree._Element, element: etree._Element, random: Random) -> str:
    if not element.attrib:
        return ""
    name = random.choice(sorted(map(str, element.attrib)))
    new = random.choice([name.lower(), name + "s", "type", "identifier", "{urn:x}" + name.rpartition("}")[2]])
    value = element.attrib.pop(name)
    element.set(new, value)
    return f"rename @{name} to {new}"


def _set_attribute(root: etree._Element, element: etree._Element, random: Random) -> str:
    every = sorted({str(name) for one in root.iter("{*}*") for name in one.attrib})
    own = sorted(map(str, element.attrib)) or every
    name, value = random.choice(random.choice([own, own, every])), random.choice(_VALUES)
    element.set(name, value)
    return f"set @{name} to {value[:20]!r}"


def _set_text(root: etree._Element, element: etree._Element, random: Random) -> str:
    value = random.choice(_VALUES)
    element.text = value
    return f"set text to {value[:20]!r}"


STRUCTURAL_CHANGES: tuple[Change, ...] = (_drop, _repeat, _sink, _move, _rename)
"""Those that leave attributes and texts alone."""
_CHANGES: tuple[Change, ...] = (
    *STRUCTURAL_CHANGES,
    _drop_attribute,
    _rename_attribute,
    _set_attribute,
    _set_attribute,
    _set_text,
)
