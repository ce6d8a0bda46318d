"""Sections 3 and 4, manifest, organizations and items. Written from the catalogue alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.corpus.edits import after, chain, drop, manifest, note, refuse, swap, warn
from tests.corpus.model import FIRST, FOURTH, LATER, SECOND, THIRD

if TYPE_CHECKING:
    from tests.corpus.edits import Edit

_TIDES = "<title>Tides</title>"
_SIGNALS = "<title>Signals</title>"
_ORGANIZATION = "<title>Pilots of the harbour</title>"
_FIRST_SCO = 'identifierref="res-tides" isvisible="true"'


def _in_item(text: str) -> Edit:
    return after(_TIDES, text)


def _in_cluster(text: str) -> Edit:
    """Behind the last child of the cluster, where its extensions belong."""
    return after("<title>Lights</title>\n        </item>", text)


def _in_organization(text: str) -> Edit:
    return swap("</organization>", f"{text}</organization>")


def _parameters(value: str) -> Edit:
    return swap(_FIRST_SCO, f'{_FIRST_SCO} parameters="{value}"')


def _prerequisites(script: str, kind: str = "aicc_script") -> Edit:
    return after(
        "<title>Lights</title>", f'<adlcp:prerequisites type="{kind}">{script}</adlcp:prerequisites>'
    )


def _deep(levels: int) -> str:
    """Clusters in clusters, each of two, with a SCO at the end."""
    opened = "".join(
        f'<item identifier="d{level}"><title>Level {level}</title>'
        f'<item identifier="e{level}" identifierref="res-flags"><title>Leaf {level}</title></item>'
        for level in range(levels)
    )
    return opened + "</item>" * levels


def _many(number: int) -> str:
    row = '<item identifier="m{0}" identifierref="res-flags" parameters="?n={0}"><title>{0}</title></item>'
    return "".join(row.format(index) for index in range(number))


_SUBMANIFEST = (
    '<manifest identifier="inner"><organizations/><resources>'
    '<resource identifier="inner-resource" type="webcontent" href="flags.html"{kind}>'
    '<file href="flags.html"/></resource></resources></manifest>'
)

DEFECTS = (
    refuse("MAN-013", "unknown-element", _in_item("<subtitle>More</subtitle>")),
    refuse("MAN-013", "element-case", swap("<title>Tides</title>", "<Title>Tides</Title>")),
    refuse("MAN-013", "misspelt-resource", manifest(lambda data: data.replace(b"<dependency",
        b"<dependancy"))),
    refuse("MAN-013", "misspelt-adl-element", _in_item("<adlcp:dataFromLms>x</adlcp:dataFromLms>"), LATER),
    refuse("MAN-013", "misspelt-adl-element", _in_item("<adlcp:dataFromLMS>x</adlcp:dataFromLMS>"), (FIRST,)),
    refuse("MAN-014", "unknown-attribute", swap('isvisible="true"', 'isvisible="true" visible="true"')),
    refuse("MAN-014", "attribute-case", swap('isvisible="true"', 'isVisible="true"')),
    refuse("MAN-014", "misspelt-href", swap('<file href="flags.html"',
        '<file href="flags.html" src="flags.html"')),
    warn("MAN-016", "submanifest", after("</resources>",
        _SUBMANIFEST.format(kind=' adlcp:scormType="asset"')), (THIRD, FOURTH)),
    note("MAN-016", "submanifest", after("</resources>",
        _SUBMANIFEST.format(kind=' adlcp:scormType="asset"')), (SECOND,)),
    note("MAN-016", "submanifest", after("</resources>",
        _SUBMANIFEST.format(kind=' adlcp:scormtype="asset"')), (FIRST,)),
    warn("MAN-017", "long-version", swap('version="1.0"\n', f'version="{"1" * 30}"\n'), LATER),
    warn("MAN-017", "long-title", swap(_TIDES, f"<title>{'Tides ' * 60}</title>"), LATER),
    refuse("MAN-017", "long-title", swap(_TIDES, f"<title>{'Tides ' * 60}</title>"), (FIRST,)),
    note("MAN-018", "default-identifier", swap("harbour-pilots-7f31", "MANIFEST-1")),
    note("MAN-018", "tool-identifier", swap("harbour-pilots-7f31", "SingleCourseManifest")),
    refuse("ORG-001", "no-default", drop(' default="org-main"'), LATER),
    warn("ORG-001", "no-default", drop(' default="org-main"'), (FIRST,)),
    refuse("ORG-002", "default-unknown", swap('default="org-main"', 'default="org-other"')),
    refuse("ORG-002", "default-case", swap('default="org-main"', 'default="Org-main"')),
    refuse("ORG-003", "default-is-item", swap('default="org-main"', 'default="it-tides"')),
    refuse("ORG-003", "default-is-resource", swap('default="org-main"', 'default="res-tides"')),
    refuse("ORG-003", "default-is-manifest", swap('default="org-main"', 'default="harbour-pilots-7f31"')),
    refuse("ORG-004", "no-organization", manifest(lambda data: _inside(data, b"")), LATER),
    warn("ORG-004", "no-organization", manifest(lambda data: _inside(data, b"")), (FIRST,)),
    refuse("ORG-005", "no-title", drop(_ORGANIZATION)),
    refuse("ORG-005", "two-titles", after(_ORGANIZATION, _ORGANIZATION), LATER),
    warn("ORG-005", "blank-title", swap(_ORGANIZATION, "<title>  </title>")),
    refuse("ORG-006", "no-item", manifest(lambda data: _inside(
        data, b'<organization identifier="org-main"><title>Empty</title></organization>'))),
    refuse("ORG-007", "two-items", swap('identifier="it-flags"', 'identifier="it-tides"')),
    refuse("ORG-007", "item-and-resource", swap('identifier="it-flags"', 'identifier="res-shared"')),
    refuse("ORG-007", "organization-and-manifest", manifest(
        lambda data: data.replace(b"org-main", b"harbour-pilots-7f31"))),
    refuse("ORG-007", "two-resources", chain(swap('<resource identifier="res-lights"',
        '<resource identifier="res-flags"'),
        swap('identifierref="res-lights"', 'identifierref="res-flags"'))),
    refuse("ORG-008", "item-digit-first", swap('identifier="it-flags"', 'identifier="1-flags"')),
    refuse("ORG-008", "item-space", swap('identifier="it-flags"', 'identifier="it flags"')),
    refuse("ORG-008", "resource-slash", manifest(lambda data: data.replace(b"res-flags", b"res/flags"))),
    refuse("ORG-008", "organization-colon", manifest(lambda data: data.replace(b"org-main", b"org:main"))),
    refuse("ORG-009", "global-word", swap('identifier="org-main">',
        'identifier="org-main" adlseq:objectivesGlobalToSystem="no">'), LATER),
    refuse("ORG-009", "global-case", swap('identifier="org-main">',
        'identifier="org-main" adlseq:objectivesGlobalToSystem="True">'), LATER),
    refuse("ORG-010", "global-on-item", swap('identifier="it-flags"',
        'identifier="it-flags" adlseq:objectivesGlobalToSystem="true"'), LATER),
    refuse("ORG-011", "shared-on-item", swap('identifier="it-flags"',
        'identifier="it-flags" adlcp:sharedDataGlobalToSystem="true"'), (FOURTH,)),
    note("ORG-012", "two-organizations", after("</organization>",
        '<organization identifier="org-two"><title>Second</title>'
        '<item identifier="it-two" identifierref="res-tides"><title>Again</title></item></organization>')),
    warn("ORG-013", "same-titles", swap("<title>Lights</title>", "<title>Flags</title>")),
    warn("ORG-013", "markup", swap(_TIDES, "<title>&lt;b&gt;Tides&lt;/b&gt;</title>")),
    warn("ORG-013", "entity-text", swap(_TIDES, "<title>Tides &amp;amp; time</title>")),
    warn("ORG-013", "file-name", swap(_TIDES, "<title>tides_final_v2.pptx</title>")),
    refuse("ITM-001", "unknown", swap('identifierref="res-flags"', 'identifierref="res-flag"')),
    refuse("ITM-001", "case", swap('identifierref="res-flags"', 'identifierref="RES-flags"')),
    refuse("ITM-002", "item", swap('identifierref="res-flags"', 'identifierref="it-tides"')),
    refuse("ITM-002", "organization", swap('identifierref="res-flags"', 'identifierref="org-main"')),
    refuse("ITM-003", "leaf", drop('identifierref="res-flags" '), LATER),
    warn("ITM-003", "leaf", drop('identifierref="res-flags" '), (FIRST,)),
    refuse("ITM-004", "cluster", swap('identifier="it-signals"',
        'identifier="it-signals" identifierref="res-tides"'), LATER),
    warn("ITM-004", "cluster", swap('identifier="it-signals"',
        'identifier="it-signals" identifierref="res-tides"'), (FIRST,)),
    refuse("ITM-005", "no-title", drop(_TIDES)),
    refuse("ITM-005", "cluster-without-title", drop(_SIGNALS)),
    refuse("ITM-005", "two-titles", after(_TIDES, _TIDES)),
    refuse("ITM-006", "word", swap('isvisible="true"', 'isvisible="yes"')),
    refuse("ITM-006", "case", swap('isvisible="true"', 'isvisible="TRUE"')),
    refuse("ITM-007", "no-value", _parameters("?a="), LATER),
    refuse("ITM-007", "no-name", _parameters("?=1"), LATER),
    refuse("ITM-007", "space", _parameters("?a=b c"), LATER),
    refuse("ITM-007", "bad-escape", _parameters("?a=%zz"), LATER),
    refuse("ITM-007", "two-question-marks", _parameters("??a=1"), LATER),
    refuse("ITM-007", "no-pair", _parameters("?page"), LATER),
    warn("ITM-007", "space", _parameters("?a=b c"), (FIRST,)),
    warn("ITM-008", "cluster", swap('identifier="it-signals"', 'identifier="it-signals" parameters="?a=1"')),
    refuse("ITM-009", "asset-without-href", swap('identifierref="res-flags"', 'identifierref="res-shared"')),
    refuse("ITM-010", "space-after-comma",
        _in_item("<adlcp:timelimitaction>exit, message</adlcp:timelimitaction>"), (FIRST,)),
    refuse("ITM-010", "word", _in_item("<adlcp:timeLimitAction>stop</adlcp:timeLimitAction>"), LATER),
    refuse("ITM-010", "underscore",
        _in_item("<adlcp:timeLimitAction>exit,no_message</adlcp:timeLimitAction>"), LATER),
    refuse("ITM-011", "long", _in_item(f"<adlcp:datafromlms>{'a' * 300}</adlcp:datafromlms>"), (FIRST,)),
    warn("ITM-011", "long", _in_item(f"<adlcp:dataFromLMS>{'a' * 4100}</adlcp:dataFromLMS>"), LATER),
    refuse("ITM-012", "percent", _in_item("<adlcp:masteryscore>80%</adlcp:masteryscore>"), (FIRST,)),
    refuse("ITM-012", "above", _in_item("<adlcp:masteryscore>101</adlcp:masteryscore>"), (FIRST,)),
    refuse("ITM-012", "below", _in_item("<adlcp:masteryscore>-1</adlcp:masteryscore>"), (FIRST,)),
    refuse("ITM-012", "blank", _in_item("<adlcp:masteryscore></adlcp:masteryscore>"), (FIRST,)),
    refuse("ITM-013", "minutes", _in_item("<adlcp:maxtimeallowed>30</adlcp:maxtimeallowed>"), (FIRST,)),
    refuse("ITM-013", "iso", _in_item("<adlcp:maxtimeallowed>PT30M</adlcp:maxtimeallowed>"), (FIRST,)),
    refuse("ITM-014", "no-type", after("<title>Lights</title>",
        "<adlcp:prerequisites>it-flags</adlcp:prerequisites>"), (FIRST,)),
    refuse("ITM-014", "other-type", _prerequisites("it-flags", "javascript"), (FIRST,)),
    refuse("ITM-014", "long", _prerequisites("&amp;".join(["it-flags"] * 30)), (FIRST,)),
    refuse("ITM-015", "unknown", _prerequisites("it-flag"), (FIRST,)),
    refuse("ITM-015", "resource", _prerequisites("res-flags"), (FIRST,)),
    refuse("ITM-016", "no-operand", _prerequisites("it-flags &amp;"), (FIRST,)),
    refuse("ITM-016", "comma", _prerequisites("it-flags, it-tides"), (FIRST,)),
    refuse("ITM-016", "open-bracket", _prerequisites("(it-flags | it-tides"), (FIRST,)),
    refuse("ITM-016", "status", _prerequisites("it-flags = done"), (FIRST,)),
    refuse("ITM-016", "words", _prerequisites("it-flags AND it-tides"), (FIRST,)),
    warn("ITM-017", "itself", _prerequisites("it-lights"), (FIRST,)),
    warn("ITM-017", "circle", chain(_prerequisites("it-flags"), after(
        "<title>Flags</title>", '<adlcp:prerequisites type="aicc_script">it-lights</adlcp:prerequisites>')),
        (FIRST,)),
    warn("ITM-017", "too-many", _prerequisites("3*{it-flags, it-tides}"), (FIRST,)),
    refuse("ITM-018", "percent", _in_item("<adlcp:completionThreshold>80</adlcp:completionThreshold>"),
        (SECOND, THIRD)),
    refuse("ITM-018", "word", _in_item("<adlcp:completionThreshold>most</adlcp:completionThreshold>"), LATER),
    refuse("ITM-019", "measure",
        _in_item('<adlcp:completionThreshold completedByMeasure="true" minProgressMeasure="1.5"/>'),
        (FOURTH,)),
    refuse("ITM-019", "weight", _in_item('<adlcp:completionThreshold progressWeight="-1"/>'), (FOURTH,)),
    refuse("ITM-019", "boolean", _in_item('<adlcp:completionThreshold completedByMeasure="yes"/>'), (FOURTH,
        )),
    refuse("ITM-020", "text-and-attributes", _in_item(
        '<adlcp:completionThreshold completedByMeasure="true">0.5</adlcp:completionThreshold>'), (FOURTH,)),
    refuse("ITM-021", "cluster", _in_cluster("<adlcp:dataFromLMS>x</adlcp:dataFromLMS>"), LATER),
    refuse("ITM-022", "cluster", _in_cluster("<adlcp:timeLimitAction>exit,message</adlcp:timeLimitAction>"),
        LATER),
    refuse("ITM-022", "threshold-on-cluster",
        _in_cluster("<adlcp:completionThreshold>0.5</adlcp:completionThreshold>"), (SECOND, THIRD)),
    refuse("ITM-023", "mastery", _in_item("<adlcp:masteryscore>80</adlcp:masteryscore>"), LATER),
    refuse("ITM-023", "time", _in_item("<adlcp:maxtimeallowed>00:30:00</adlcp:maxtimeallowed>"), LATER),
    refuse("ITM-023", "prerequisites",
        _in_item('<adlcp:prerequisites type="aicc_script">it-flags</adlcp:prerequisites>'), LATER),
    refuse("ITM-023", "data", _in_item("<adlcp:datafromlms>x</adlcp:datafromlms>"), LATER),
    refuse("ITM-024", "sequencing",
        _in_item('<imsss:sequencing xmlns:imsss="http://www.imsglobal.org/xsd/imsss"/>'), (FIRST,)),
    refuse("ITM-024", "navigation",
        _in_item('<p:presentation xmlns:p="http://www.adlnet.org/xsd/adlnav_v1p3"/>'), (FIRST,)),
    refuse("ITM-025", "no-map", _in_item("<adlcp:data/>"), (FOURTH,)),
    refuse("ITM-025", "blank-target", _in_item('<adlcp:data><adlcp:map targetID=" "/></adlcp:data>'),
        (FOURTH,)),
    refuse("ITM-025", "target-twice",
        _in_item('<adlcp:data><adlcp:map targetID="a"/><adlcp:map targetID="a"/></adlcp:data>'), (FOURTH,)),
    refuse("ITM-025", "boolean",
        _in_item('<adlcp:data><adlcp:map targetID="a" readSharedData="y"/></adlcp:data>'), (FOURTH,)),
    refuse("ITM-025", "on-cluster", _in_cluster('<adlcp:data><adlcp:map targetID="a"/></adlcp:data>'),
        (FOURTH,)),
    refuse("ITM-026", "data", _in_item('<adlcp:data><adlcp:map targetID="a"/></adlcp:data>'), (SECOND,
        THIRD)),
    refuse("ITM-026", "shared", swap('identifier="org-main">',
        'identifier="org-main" adlcp:sharedDataGlobalToSystem="true">'), (SECOND, THIRD)),
    refuse("ITM-026", "threshold", _in_item('<adlcp:completionThreshold completedByMeasure="true"/>'),
        (SECOND, THIRD)),
    refuse("ITM-027", "data-twice", _in_item("<adlcp:dataFromLMS>x</adlcp:dataFromLMS>" * 2), LATER),
    refuse("ITM-027", "action-twice",
        _in_item("<adlcp:timeLimitAction>exit,message</adlcp:timeLimitAction>" * 2), LATER),
    refuse("ITM-028", "data-on-resource", after('<file href="flags.html"/>',
        "<adlcp:dataFromLMS>x</adlcp:dataFromLMS>"), LATER),
    refuse("ITM-028", "action-on-organization",
        _in_organization("<adlcp:timeLimitAction>exit,message</adlcp:timeLimitAction>"), LATER),
    warn("ITM-029", "nothing-visible", manifest(lambda data: data.replace(b'isvisible="true"',
        b'isvisible="false"'))),
    warn("ITM-030", "deep", after("<title>Lights</title>\n        </item>", _deep(5)), (FIRST,)),
    warn("ITM-030", "many", after("<title>Lights</title>\n        </item>", _many(110))),
    warn("ITM-030", "one-child", drop(
        '        <item identifier="it-lights" identifierref="res-lights" isvisible="true">\n'
        "          <title>Lights</title>\n        </item>\n")),
    warn("ITM-031", "no-score", chain(_in_item("<adlcp:masteryscore>80</adlcp:masteryscore>"), swap(
        '  lms.LMSSetValue("cmi.core.score.raw", "80");\n', "", "shared/session.js")), (FIRST,)),
)  # fmt: skip


def _inside(data: bytes, content: bytes) -> bytes:
    """Give `organizations` another content; what refers to its parts goes with it."""
    start, end = data.index(b'<organizations default="org-main">'), data.index(b"</organizations>")
    opening = b'<organizations default="org-main">' if content else b"<organizations>"
    return data[:start] + opening + content + data[end:]
