"""Where fuzzing begins: small right and wrong inputs of every kind, and words worth putting into them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.editions import EDITIONS
from cpom_scorm.package.grammar.lookup import grammar_of, qualified
from cpom_scorm.package.metadata.forms import METADATA_FORMS
from tests.builders import base_files
from tests.corpus.bases import BASES
from tests.corpus.good import good_packages
from tests.corpus.model import LATER, MANIFEST, zipped
from tests.hostile_zips import HOSTILE
from tests.package.rich_manifests import rich_manifest

if TYPE_CHECKING:
    from collections.abc import Iterator

_LARGEST = 60_000
_METADATA = (
    b'<lom xmlns="http://ltsc.ieee.org/xsd/LOM"><general><title><string language="en">A</string></title>'
    b"<structure><source>LOMv1.0</source><value>atomic</value></structure></general><technical><duration>"
    b"<duration>PT1H</duration></duration></technical></lom>",
    b'<lom xmlns="http://www.imsglobal.org/xsd/imsmd_rootv1p2p1"><general><title><langstring>A</langstring></title>'
    b"</general><lifecycle><contribute><centity><vcard>BEGIN:VCARD</vcard></centity></contribute></lifecycle></lom>",
)
_HTML = (
    b'<link rel="stylesheet" href="a.css"><img srcset="a.png 1x, b.png 2x"><script src="//x/y.js"></script>',
    b"@import url('a.css'); body { background: url(b.png) }",
    b'import "./a.js"; API_1484_11.Initialize(""); window.onunload = () => API.LMSFinish("");',
)


def seeds(target: str) -> Iterator[bytes]:
    """Give the first inputs of a target."""
    if target == "archive":
        small = (hostile.make() for hostile in HOSTILE.values())
        yield from (data for data in small if len(data) < _LARGEST)
        yield zipped(base_files())
    elif target == "entries":
        yield from (bytes([number] * 40) for number in range(0, 256, 8))
    elif target == "pages":
        yield from _HTML
        yield base_files()["index.html"]
    else:
        yield from _METADATA
        yield from (rich_manifest(edition) for edition in EDITIONS)
        yield from (BASES["sequenced"](edition)[MANIFEST] for edition in LATER)
        yield from (one.files[MANIFEST] for one in good_packages(2) if isinstance(one.files, dict))


def words() -> list[bytes]:
    """Give names and values of the grammar, which random changes would seldom hit upon."""
    found = dict.fromkeys(("xmlns:", "<!DOCTYPE", "<!ENTITY", "<![CDATA[", "../"))
    for edition in EDITIONS:
        grammar = grammar_of(edition)
        for (prefix, _), form in grammar.elements.items():
            found[qualified(prefix, form.name)] = None
            for attribute in form.attributes:
                found[attribute.name] = None
                found |= dict.fromkeys(attribute.value.words)
        found |= dict.fromkeys(grammar.addresses().values())
        found[edition.manifest.schemaversion] = None
    for form in METADATA_FORMS:
        found |= dict.fromkeys(
            " ".join(form.groups.values()).translate({ord("*"): None, ord("!"): None}).split()
        )
    return [word.encode() for word in found if word]
