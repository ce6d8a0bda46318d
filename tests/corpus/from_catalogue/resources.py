"""Section 5, resources and metadata. Written from the catalogue alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.corpus.edits import add, after, chain, drop, manifest, note, refuse, remove, rename, swap, warn
from tests.corpus.model import ALL, FIRST, FOURTH, LATER, SECOND, THIRD

if TYPE_CHECKING:
    from tests.corpus.edits import Edit

_FLAGS = 'href="flags.html">'
_ASSET = '<file href="shared/style.css"/>'
_LOM = '<lom xmlns="http://ltsc.ieee.org/xsd/LOM">{}</lom>'


def _file(href: str) -> Edit:
    return after(_ASSET, f'<file href="{href}"/>')


def _launch(href: str) -> Edit:
    """Let the resource and its own file name another launch file."""
    return chain(swap(_FLAGS, f'href="{href}">'), swap('<file href="flags.html"/>', f'<file href="{href}"/>'))


def _base(value: str) -> Edit:
    return swap("<resources>", f'<resources xml:base="{value}">')


def _metadata(text: str) -> Edit:
    return swap("  </metadata>", f"{text}</metadata>")


def _lom(text: str) -> Edit:
    return _metadata(_LOM.format(text))


def _imsmd(text: str) -> Edit:
    return _metadata(f'<lom xmlns="http://www.imsglobal.org/xsd/imsmd_rootv1p2p1">{text}</lom>')


_GENERAL = (
    "<general><identifier><catalog>URI</catalog><entry>urn:x</entry></identifier>"
    '<title><string language="en">A</string></title>{}</general>'
)

DEFECTS = (
    refuse("RES-001", "no-identifier", drop(' identifier="res-lights"')),
    refuse("RES-002", "no-type", swap('identifier="res-flags" type="webcontent"', 'identifier="res-flags"')),
    warn("RES-003", "other-type", swap('identifier="res-flags" type="webcontent"',
        'identifier="res-flags" type="text/html"')),
    refuse("RES-004", "missing", remove("flags.html")),
    refuse("RES-004", "renamed", _launch("flag.html")),
    refuse("RES-004", "in-another-folder", rename(lambda name: name.replace("tides/", "tide/"))),
    refuse("RES-004", "with-query", swap(_FLAGS, 'href="gone.html?page=1">')),
    refuse("RES-004", "base", _base("content/")),
    refuse("RES-005", "missing", _file("shared/gone.css")),
    refuse("RES-005", "missing-asset", remove("shared/session.js")),
    warn("RES-006", "case", chain(_file("shared/Ship.svg"), add({"shared/ship.svg": b"<svg/>"}))),
    warn("RES-006", "launch-case", _launch("Flags.html")),
    warn("RES-006", "folder-case", swap(_ASSET, '<file href="Shared/style.css"/>')),
    warn("RES-006", "unicode-form", chain(_file("caf%C3%A9.css"), add({"cafe\u0301.css": b"p { }"}))),
    refuse("RES-007", "back-slash-launch", swap('href="tides/index.html">', 'href="tides\\index.html">')),
    refuse("RES-007", "back-slash-file", swap(_ASSET, '<file href="shared\\style.css"/>')),
    refuse("RES-008", "leading-slash", swap(_ASSET, '<file href="/shared/style.css"/>')),
    refuse("RES-008", "leading-slash-launch", swap(_FLAGS, 'href="/flags.html">')),
    refuse("RES-009", "climbing", _file("../other/style.css")),
    refuse("RES-009", "climbing-by-percent", _file("%2e%2e/other/style.css")),
    refuse("RES-010", "launch-not-listed", drop('<file href="flags.html"/>'), LATER),
    warn("RES-010", "launch-not-listed", drop('<file href="flags.html"/>'), (FIRST,)),
    refuse("RES-011", "base-without-slash", chain(_base("content"), rename(
        lambda name: f"content/{name}" if name.endswith((".html", ".css", ".js")) else name)), LATER),
    refuse("RES-012", "base-with-slash-first", chain(_base("/content/"), rename(
        lambda name: f"content/{name}" if name.endswith((".html", ".css", ".js")) else name)), LATER),
    refuse("RES-012", "base-with-back-slash", chain(_base("content\\a/"), rename(
        lambda name: f"content/a/{name}" if name.endswith((".html", ".css", ".js")) else name)), LATER),
    # A base without its slash names the folder above, where the files of the plain package are.
    warn("RES-011", "base-above-the-files", _base("content"), (FIRST,)),
    refuse("RES-013", "bad-escape", _file("shared/50%.css")),
    warn("RES-013", "raw-space", chain(_file("shared/my style.css"), add({"shared/my style.css": b"p { }"}))),
    warn("RES-014", "elsewhere", chain(swap(_FLAGS, 'href="https://example.org/flags.html">'),
        drop('<file href="flags.html"/>'), remove("flags.html"))),
    refuse("RES-015", "file-scheme", _file("file:///C:/course/style.css")),
    refuse("RES-015", "drive", _file("C:/course/style.css")),
    refuse("RES-015", "script-scheme", swap(_FLAGS, 'href="javascript:start()">')),
    refuse("RES-015", "data-scheme", swap(_FLAGS, 'href="data:text/html,hello">')),
    refuse("RES-016", "unknown", swap('<dependency identifierref="res-shared"/>',
        '<dependency identifierref="res-share"/>')),
    refuse("RES-016", "item", swap('<dependency identifierref="res-shared"/>',
        '<dependency identifierref="it-tides"/>')),
    warn("RES-017", "itself", after('<file href="shared/session.js"/>',
        '<dependency identifierref="res-shared"/>')),
    warn("RES-026", "on-a-sco", after('<file href="flags.html"/>',
        '<dependency identifierref="res-lights"/>')),
    warn("RES-018", "persist-state", swap(_FLAGS, 'adlcp:persistState="true" href="flags.html">'), (FOURTH,)),
    refuse("RES-019", "no-kind", swap('identifier="res-flags" type="webcontent" adlcp:scormType="sco"',
        'identifier="res-flags" type="webcontent"'), LATER),
    refuse("RES-019", "no-kind", swap('identifier="res-flags" type="webcontent" adlcp:scormtype="sco"',
        'identifier="res-flags" type="webcontent"'), (FIRST,)),
    warn("RES-019", "no-kind-on-asset", swap(' adlcp:scormtype="asset"', ""), (FIRST,)),
    refuse("RES-020", "newer-spelling", swap('adlcp:scormtype="sco"', 'adlcp:scormType="sco"'), (FIRST,)),
    refuse("RES-020", "older-spelling", swap('adlcp:scormType="sco"', 'adlcp:scormtype="sco"'), LATER),
    refuse("RES-021", "upper-case", swap('"sco"', '"SCO"')),
    refuse("RES-021", "word", swap('"asset"', '"assets"')),
    refuse("RES-022", "on-item", swap('identifier="it-flags"',
        'identifier="it-flags" adlcp:scormType="sco"'), LATER),
    refuse("RES-022", "on-file", swap('<file href="flags.html"',
        '<file adlcp:scormType="sco" href="flags.html"'), LATER),
    warn("RES-023", "unused-sco", after("<resources>", '<resource identifier="res-x" type="webcontent" '
        'adlcp:scormType="sco" href="flags.html"><file href="flags.html"/></resource>'), LATER),
    note("RES-023", "unused-asset", after("<resources>", '<resource identifier="res-x" type="webcontent" '
        'adlcp:scormType="asset" href="flags.html"><file href="flags.html"/></resource>'), LATER),
    refuse("RES-024", "no-href", swap('<file href="flags.html"/>', '<file href="flags.html"/><file/>')),
    warn("RES-025", "folder", chain(_file("shared/pictures/"), add({"shared/pictures/": b""}))),
    warn("RES-027", "shared-sco", swap('identifierref="res-lights"', 'identifierref="res-flags"')),
    warn("RES-028", "asset-with-session",
        swap('identifier="res-flags" type="webcontent" adlcp:scormType="sco"',
        'identifier="res-flags" type="webcontent" adlcp:scormType="asset"'), LATER),
    warn("RES-028", "sco-without-session", add({"shared/session.js": b"console.log('ready');\n"})),
    warn("RES-029", "newer-api", add({"shared/session.js": b'const a = window.parent.API_1484_11;\n'
        b'a.Initialize("");\na.SetValue("cmi.completion_status", "completed");\na.Terminate("");\n'}),
        (FIRST,)),
    warn("RES-029", "older-api", add({"shared/session.js": b'const a = window.parent.API;\n'
        b'a.LMSInitialize("");\n'
        b'a.LMSSetValue("cmi.core.lesson_status", "completed");\na.LMSFinish("");\n'}), LATER),
    note("RES-030", "file-twice", after('<file href="flags.html"/>', '<file href="flags.html"/>')),
    refuse("MD-001", "missing", _metadata("<adlcp:location>about.xml</adlcp:location>")),
    refuse("MD-002", "broken", chain(_metadata("<adlcp:location>about.xml</adlcp:location>"),
        add({"about.xml": b"<lom>"}))),
    refuse("MD-003", "unknown-element", _lom(_GENERAL.format("<colour>red</colour>")), LATER),
    refuse("MD-003", "two-titles", _lom(_GENERAL.format('<title><string language="en">B</string></title>')),
        LATER),
    refuse("MD-004", "vocabulary", _lom(_GENERAL.format(
        "<structure><source>LOMv1.0</source><value>messy</value></structure>")), LATER),
    refuse("MD-004", "status",
        _lom("<lifeCycle><status><source>LOMv1.0</source><value>done</value></status></lifeCycle>"), LATER),
    refuse("MD-005", "on-item", after("<title>Tides</title>", "<adlcp:location>about.xml</adlcp:location>"),
        LATER),
    warn("MD-006", "unknown-element", _imsmd("<general><colour>red</colour></general>"), (FIRST,)),
    warn("MD-006", "vocabulary",
        _imsmd("<general><structure><source><langstring xml:lang='x-none'>LOMv1.0</langstring></source>"
        "<value><langstring xml:lang='x-none'>Messy</langstring></value></structure></general>"), (FIRST,)),
    warn("MD-007", "language", _lom(_GENERAL.format("<language>English language</language>")), LATER),
    warn("MD-007", "duration",
        _lom("<technical><duration><duration>two hours</duration></duration></technical>"), LATER),
    warn("MD-007", "date",
        _lom("<lifeCycle><contribute><date><dateTime>next week</dateTime></date></contribute></lifeCycle>"),
        LATER),
    refuse("RES-005", "missing-after-base", chain(swap('identifier="res-shared"',
        'identifier="res-shared" xml:base="css/"')), ALL),
    refuse("RES-018", "persist-state-value", swap(_FLAGS, 'adlcp:persistState="maybe" href="flags.html">'),
        (SECOND,)),
    warn("RES-018", "persist-state", swap(_FLAGS, 'adlcp:persistState="false" href="flags.html">'), (THIRD,)),
    refuse("ORG-008", "resource-digit-first", manifest(lambda data: data.replace(b"res-lights",
        b"7-lights"))),
)  # fmt: skip
