"""Right packages that defects are put into: one about a harbour, one with sequencing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.editions import EDITIONS
from cpom_scorm.package.grammar import control_documents
from tests.corpus.model import ALL, FIRST, MANIFEST, Files

if TYPE_CHECKING:
    from collections.abc import Callable

VERSIONS = {"12": "1.2", "2": "CAM 1.3", "3": "2004 3rd Edition", "4": "2004 4th Edition"}
EDITION = dict(zip(ALL, EDITIONS, strict=True))
"""The catalogue's name of an edition → ours."""

_HEAD_FIRST = """<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="harbour-pilots-7f31" version="1.0"
    xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
    xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xsi:schemaLocation="http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd
      http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd">
"""
_HEAD_LATER = """<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="harbour-pilots-7f31" version="1.0"
    xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"
    xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3"
    xmlns:adlseq="http://www.adlnet.org/xsd/adlseq_v1p3"
    xmlns:adlnav="http://www.adlnet.org/xsd/adlnav_v1p3"
    xmlns:imsss="http://www.imsglobal.org/xsd/imsss"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xsi:schemaLocation="http://www.imsglobal.org/xsd/imscp_v1p1 imscp_v1p1.xsd
      http://www.adlnet.org/xsd/adlcp_v1p3 adlcp_v1p3.xsd
      http://www.adlnet.org/xsd/adlseq_v1p3 adlseq_v1p3.xsd
      http://www.adlnet.org/xsd/adlnav_v1p3 adlnav_v1p3.xsd
      http://www.imsglobal.org/xsd/imsss imsss_v1p0.xsd">
"""
_METADATA = """  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>{version}</schemaversion>
  </metadata>
"""
_PLAIN = """  <organizations default="org-main">
    <organization identifier="org-main">
      <title>Pilots of the harbour</title>
      <item identifier="it-tides" identifierref="res-tides" isvisible="true">
        <title>Tides</title>
      </item>
      <item identifier="it-signals" isvisible="true">
        <title>Signals</title>
        <item identifier="it-flags" identifierref="res-flags" isvisible="true">
          <title>Flags</title>
        </item>
        <item identifier="it-lights" identifierref="res-lights" isvisible="true">
          <title>Lights</title>
        </item>
      </item>
    </organization>
  </organizations>
"""
_SEQUENCED = """  <organizations default="org-main">
    <organization identifier="org-main">
      <title>Pilots of the harbour</title>
      <item identifier="it-tides" identifierref="res-tides" isvisible="true">
        <title>Entry test</title>
        <imsss:sequencing>
          <imsss:limitConditions attemptLimit="2"/>
          <imsss:objectives>
            <imsss:primaryObjective objectiveID="ob-entry" satisfiedByMeasure="true">
              <imsss:minNormalizedMeasure>0.8</imsss:minNormalizedMeasure>
              <imsss:mapInfo targetObjectiveID="gl-skill" readSatisfiedStatus="false"
                readNormalizedMeasure="false" writeSatisfiedStatus="true" writeNormalizedMeasure="true"/>
            </imsss:primaryObjective>
          </imsss:objectives>
          <imsss:deliveryControls completionSetByContent="true" objectiveSetByContent="true"/>
        </imsss:sequencing>
        <adlnav:presentation>
          <adlnav:navigationInterface>
            <adlnav:hideLMSUI>previous</adlnav:hideLMSUI>
          </adlnav:navigationInterface>
        </adlnav:presentation>
      </item>
      <item identifier="it-signals" isvisible="true">
        <title>Signals</title>
        <item identifier="it-flags" identifierref="res-flags" isvisible="true">
          <title>Flags</title>
          <imsss:sequencing>
            <imsss:sequencingRules>
              <imsss:preConditionRule>
                <imsss:ruleConditions conditionCombination="any">
                  <imsss:ruleCondition referencedObjective="ob-skill" condition="satisfied"/>
                </imsss:ruleConditions>
                <imsss:ruleAction action="skip"/>
              </imsss:preConditionRule>
            </imsss:sequencingRules>
            <imsss:rollupRules objectiveMeasureWeight="0.5"/>
            <imsss:objectives>
              <imsss:primaryObjective objectiveID="ob-flags"/>
              <imsss:objective objectiveID="ob-skill">
                <imsss:mapInfo targetObjectiveID="gl-skill" readSatisfiedStatus="true"
                  readNormalizedMeasure="true"/>
              </imsss:objective>
            </imsss:objectives>
            <imsss:deliveryControls completionSetByContent="true" objectiveSetByContent="true"/>
          </imsss:sequencing>
        </item>
        <item identifier="it-lights" identifierref="res-lights" isvisible="true">
          <title>Lights</title>
          <imsss:sequencing IDRef="sq-lesson">
            <imsss:sequencingRules>
              <imsss:postConditionRule>
                <imsss:ruleConditions>
                  <imsss:ruleCondition operator="not" condition="satisfied"/>
                </imsss:ruleConditions>
                <imsss:ruleAction action="retry"/>
              </imsss:postConditionRule>
            </imsss:sequencingRules>
          </imsss:sequencing>
        </item>
        <imsss:sequencing>
          <imsss:controlMode choice="true" choiceExit="true" flow="true" forwardOnly="false"/>
          <imsss:rollupRules rollupObjectiveSatisfied="true" rollupProgressCompletion="true">
            <imsss:rollupRule childActivitySet="atLeastCount" minimumCount="1">
              <imsss:rollupConditions>
                <imsss:rollupCondition condition="completed"/>
              </imsss:rollupConditions>
              <imsss:rollupAction action="completed"/>
            </imsss:rollupRule>
            <imsss:rollupRule childActivitySet="none">
              <imsss:rollupConditions>
                <imsss:rollupCondition condition="completed"/>
              </imsss:rollupConditions>
              <imsss:rollupAction action="incomplete"/>
            </imsss:rollupRule>
          </imsss:rollupRules>
          <imsss:randomizationControls randomizationTiming="once" reorderChildren="true"/>
        </imsss:sequencing>
      </item>
      <imsss:sequencing>
        <imsss:controlMode choice="true" flow="true"/>
      </imsss:sequencing>
    </organization>
  </organizations>
"""
_RESOURCES = """  <resources>
    <resource identifier="res-tides" type="webcontent" adlcp:{kind}="sco" href="tides/index.html">
      <file href="tides/index.html"/>
      <dependency identifierref="res-shared"/>
    </resource>
    <resource identifier="res-flags" type="webcontent" adlcp:{kind}="sco" href="flags.html">
      <file href="flags.html"/>
      <dependency identifierref="res-shared"/>
    </resource>
    <resource identifier="res-lights" type="webcontent" adlcp:{kind}="sco" href="lights.html">
      <file href="lights.html"/>
      <dependency identifierref="res-shared"/>
    </resource>
    <resource identifier="res-shared" type="webcontent" adlcp:{kind}="asset">
      <file href="shared/style.css"/>
      <file href="shared/session.js"/>
    </resource>
  </resources>
"""
_COLLECTION = """  <imsss:sequencingCollection>
    <imsss:sequencing ID="sq-lesson">
      <imsss:limitConditions attemptLimit="3"/>
      <imsss:deliveryControls completionSetByContent="true" objectiveSetByContent="true"/>
    </imsss:sequencing>
  </imsss:sequencingCollection>
"""
_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{title}</title>
<link rel="stylesheet" href="{up}shared/style.css">
<script src="{up}shared/session.js"></script>
</head>
<body>
<h1>{title}</h1>
<p>Read this before the ship comes in.</p>
</body>
</html>
"""
SESSION = """function find(from) {{
  for (let hop = 0; hop < 500; hop += 1) {{
    try {{ if (from.{api}) return from.{api}; }} catch (error) {{ return null; }}
    if (from.parent === from) return null;
    from = from.parent;
  }}
  return null;
}}
const lms = find(window) || (window.opener ? find(window.opener) : null);
if (lms) {{
  lms.{begin}("");
  lms.{set}("{status}", "completed");
  lms.{set}("{score}", "{points}");
  lms.{commit}("");
  window.addEventListener("pagehide", () => lms.{end}(""));
}}
"""
FIRST_API = {
    "api": "API", "begin": "LMSInitialize", "set": "LMSSetValue", "commit": "LMSCommit", "end": "LMSFinish",
    "status": "cmi.core.lesson_status", "score": "cmi.core.score.raw", "points": "80",
}  # fmt: skip
LATER_API = {
    "api": "API_1484_11", "begin": "Initialize", "set": "SetValue", "commit": "Commit", "end": "Terminate",
    "status": "cmi.completion_status", "score": "cmi.score.scaled", "points": "0.8",
}  # fmt: skip


def session_script(edition: str) -> bytes:
    """Give a script that opens and closes a session with the API of this edition."""
    return SESSION.format(**(FIRST_API if edition == FIRST else LATER_API)).encode()


def _files(edition: str, manifest: str) -> Files:
    pages = {
        "tides/index.html": _PAGE.format(title="Tides", up="../").encode(),
        "flags.html": _PAGE.format(title="Flags", up="").encode(),
        "lights.html": _PAGE.format(title="Lights", up="").encode(),
        "shared/style.css": b"body { font-family: sans-serif; }\n",
        "shared/session.js": session_script(edition),
    }
    return {MANIFEST: manifest.encode(), **pages, **control_documents(EDITION[edition])}


def plain(edition: str) -> Files:
    """Give three SCOs, two of them in a cluster, and what they share."""
    organizations = _PLAIN
    if edition != FIRST:
        control = '<imsss:sequencing><imsss:controlMode choice="true" flow="true"/></imsss:sequencing>'
        cluster, end = "        </item>\n      </item>", "    </organization>\n"
        organizations = organizations.replace(cluster, f"        </item>\n        {control}\n      </item>")
        organizations = organizations.replace(end, f"      {control}\n{end}")
    return _files(edition, _written(edition, organizations))


def sequenced(edition: str) -> Files:
    """Give the same with every part of sequencing that all editions of SCORM 2004 have."""
    assert edition != FIRST
    return _files(edition, _written(edition, _SEQUENCED, _COLLECTION))


def _written(edition: str, organizations: str, more: str = "") -> str:
    head = _HEAD_FIRST if edition == FIRST else _HEAD_LATER
    kind = "scormtype" if edition == FIRST else "scormType"
    metadata, resources = _METADATA.format(version=VERSIONS[edition]), _RESOURCES.format(kind=kind)
    return f"{head}{metadata}{organizations}{resources}{more}</manifest>\n"


BASES: dict[str, Callable[[str], Files]] = {"plain": plain, "sequenced": sequenced}
