"""Manifests made to harm a reader: what they declare, how they are written, how long they are (SEC-04)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.builders import base_files
from tests.corpus.bases import plain, sequenced
from tests.corpus.model import MANIFEST

if TYPE_CHECKING:
    from collections.abc import Callable

MIB = 1024 * 1024
_FILE = '<!DOCTYPE manifest [<!ENTITY x SYSTEM "file:///etc/passwd">]><manifest>&x;</manifest>'


def _declared(declarations: str, text: str = "") -> Callable[[], bytes]:
    doctype = f'<?xml version="1.0"?><!DOCTYPE manifest {declarations}>'
    return lambda: f"{doctype}<manifest>{text}</manifest>".encode()


def _spoilt(old: str, new: str, manifest: bytes | None = None) -> bytes:
    text = (manifest or base_files()[MANIFEST]).decode()
    assert old in text
    return text.replace(old, new, 1).encode()


def _wide(mark: str, row: str, number: int, *, is_sequenced: bool = False) -> Callable[[], bytes]:
    """Repeat a row, in which `{0}` is its number, in front of a mark."""

    def make() -> bytes:
        rows = "".join(row.format(index) for index in range(number))
        return _spoilt(mark, rows + mark, (sequenced if is_sequenced else plain)("4")[MANIFEST])

    return make


def _long(old: str, new: str, text: str) -> Callable[[], bytes]:
    return lambda: _spoilt(old, new.replace("TEXT", text * (7 * MIB // len(text))))


def _attributes(row: str) -> Callable[[], bytes]:
    return lambda: _spoilt("<manifest", "<manifest " + "".join(row.format(one) for one in range(100_000)))


_QUADRATIC = f'[<!ENTITY a "{"a" * 60_000}">]'

MANIFESTS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "entity-of-file-utf-16": ("XML-004",
        lambda: f'<?xml version="1.0" encoding="UTF-16"?>{_FILE}'.encode("utf-16")),
    "entity-of-file-utf-16-unmarked": ("XML-004", lambda: _FILE.encode("utf-16-le")),
    "entity-of-file-utf-7": ("XML-002",
        lambda: b'<?xml version="1.0" encoding="UTF-7"?>' + _FILE.encode("utf-7")),
    "entity-of-file-utf-32": ("XML-002", lambda: _FILE.encode("utf-32")),
    "entity-of-network": ("XML-004", _declared('[<!ENTITY x SYSTEM "http://127.0.0.1:9/x">]', "&x;")),
    "entity-parameter-of-file": ("XML-004", _declared('[<!ENTITY % x SYSTEM "file:///etc/passwd"> %x;]')),
    "entity-public": ("XML-004", _declared('[<!ENTITY x PUBLIC "-//x" "http://127.0.0.1:9/x">]', "&x;")),
    "entity-unparsed": ("XML-004", _declared('[<!NOTATION n SYSTEM "n"><!ENTITY x SYSTEM "a.gif" NDATA n>]')),
    "entity-quadratic": ("XML-003", _declared(_QUADRATIC, "&a;" * 100_000)),
    "entity-parameter-bomb": ("XML-003", _declared("[<!ENTITY % a 'x'><!ENTITY % b '%a;%a;%a;'>]")),
    "entity-recursive": ("XML-003", _declared('[<!ENTITY a "&b;"><!ENTITY b "&a;">]', "&a;")),
    "attributes-by-default": ("XML-005", _declared('[<!ATTLIST manifest identifier CDATA "x">]')),
    "inclusion": ("XML-004", lambda: _spoilt(
        "<title>All of it</title>",
        '<title>All of it</title><i:include xmlns:i="http://www.w3.org/2001/XInclude" '
        'href="file:///etc/passwd"/>')),
    "namespaces-100-000": ("XML-006", _attributes('xmlns:a{0}="urn:{0}" ')),
    "attributes-100-000": ("XML-006", _attributes('a{0}="x" ')),
    "elements-without-end": ("XML-006", _wide("</organization>", "<item/>", 900_000)),
    "href-of-seven-mib": ("XML-006", _long('href="index.html"', 'href="TEXT"', "../")),
    "identifier-of-seven-mib": ("XML-006", _long('identifier="base-item"', 'identifier="TEXT"', "T")),
    "locations-of-seven-mib": ("XML-006", _long('xsi:schemaLocation="', 'xsi:schemaLocation="TEXT',
        "u:a b.xsd ")),
    "title-of-seven-mib": ("MAN-017", _long("<title>All of it</title>", "<title>TEXT</title>", "T")),
}  # fmt: skip
"""Name → the one rule that must tell, and what writes the manifest."""

HEAVY: dict[str, Callable[[], bytes]] = {
    "items-that-lead-nowhere": _wide(
        "</organization>", '<item identifier="z{0}" identifierref="no{0}"><title>T</title></item>', 14_500
    ),
    "files": _wide('<file href="flags.html"/>', '<file href="a{0}"/>', 29_000),
    "dependencies-of-all-on-all": _wide(
        "</resources>",
        '<resource identifier="d{0}" type="webcontent" adlcp:scormType="asset">'
        + "".join(f'<dependency identifierref="d{other}"/>' for other in range(165))
        + "</resource>",
        165,
    ),
    "objectives": _wide(
        '<imsss:objective objectiveID="ob-skill">',
        '<imsss:objective objectiveID="o{0}"><imsss:mapInfo targetObjectiveID="g{0}"/></imsss:objective>',
        14_500,
        is_sequenced=True,
    ),
    "references-to-a-collection": _wide(
        '<imsss:sequencing ID="sq-lesson">',
        '<imsss:sequencing ID="s{0}" IDRef="s{0}"/>',
        29_000,
        is_sequenced=True,
    ),
}
"""As much as the limits let through, of what rules compare with each other."""
