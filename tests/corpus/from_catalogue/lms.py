"""Section 8, what LMSs demand. Written from the catalogue alone; judged with the profile that a name begins
with.
"""

from __future__ import annotations

from tests.corpus.edits import chain, manifest, rename, swap, warn
from tests.corpus.model import ALL, FIRST, LATER


def _prefixed(data: bytes) -> bytes:
    """Write `cp:` before each content packaging name, as some XML writers do."""
    for name in (b"manifest", b"metadata", b"schema", b"schemaversion", b"organizations", b"organization",
        b"title",
                 b"item", b"resources", b"resource", b"file", b"dependency"):  # fmt: skip
        for end in (b" ", b">"):
            data = data.replace(b"<" + name + end, b"<cp:" + name + end)
            data = data.replace(b"</" + name + end, b"</cp:" + name + end)
    return data.replace(b" xmlns=", b" xmlns:cp=")


DEFECTS = (
    warn("LMS-001", "moodle-prefix-of-cp", manifest(_prefixed)),
    warn("LMS-001", "moodle-prefix-of-adlcp", manifest(lambda data: data.replace(b"adlcp:",
        b"scorm:").replace(
        b"xmlns:adlcp", b"xmlns:scorm"))),
    warn("LMS-001", "moodle-prefix-of-imsss", manifest(lambda data: data.replace(b"imsss:", b"ss:").replace(
        b"xmlns:imsss", b"xmlns:ss")), LATER),
    warn("LMS-002", "moodle-base-of-resources", chain(swap("<resources>", '<resources xml:base="web/">'),
        rename(
        lambda name: f"web/{name}" if name.endswith((".html", ".css", ".js")) else name))),
    warn("LMS-005", "openedx-launch-not-first", swap('identifierref="res-tides"', 'identifierref="res-x"'),
        ()),
    warn("LMS-006", "openedx-version-with-space", swap(
        "<schemaversion>1.2<", "<schemaversion>\n1.2\n<"), (FIRST,)),
    warn("LMS-007", "moodle-several-scos", manifest(lambda data: data), ()),
    warn("LMS-009", "generic-space-in-name", chain(manifest(lambda data: data.replace(b"flags.html",
        b"all%20flags.html")),
        rename(lambda name: name.replace("flags.html", "all flags.html"))), ALL),
)  # fmt: skip
