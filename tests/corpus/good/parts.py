"""What the packages of all tools have: headers, encodings and session scripts of an edition."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from cpom_scorm.package.grammar import control_documents
from tests.corpus.bases import EDITION, VERSIONS, session_script
from tests.corpus.model import FIRST, MANIFEST, Files

_ENCODINGS = {"utf-8": "UTF-8", "utf-8-sig": "utf-8", "utf-16": "UTF-16", "latin-1": "ISO-8859-1"}
_FIRST_SPACES = {
    "": ("http://www.imsproject.org/xsd/imscp_rootv1p1p2", "imscp_rootv1p1p2.xsd"),
    "adlcp": ("http://www.adlnet.org/xsd/adlcp_rootv1p2", "adlcp_rootv1p2.xsd"),
}
_LATER_SPACES = {
    "": ("http://www.imsglobal.org/xsd/imscp_v1p1", "imscp_v1p1.xsd"),
    "adlcp": ("http://www.adlnet.org/xsd/adlcp_v1p3", "adlcp_v1p3.xsd"),
    "adlseq": ("http://www.adlnet.org/xsd/adlseq_v1p3", "adlseq_v1p3.xsd"),
    "adlnav": ("http://www.adlnet.org/xsd/adlnav_v1p3", "adlnav_v1p3.xsd"),
    "imsss": ("http://www.imsglobal.org/xsd/imsss", "imsss_v1p0.xsd"),
}
TITLES = (
    "Safety at the quay",
    "Première visite",
    "Umgang mit Gefahrgut für Anfänger",
    "First aid & fire",
    "Año nuevo",
)
"""Texts that every encoding of the corpus can write."""


@dataclass(frozen=True)
class Draw:
    """The choices of one package. All follow from its tool, edition and number."""

    tool: str
    edition: str
    number: int
    random: random.Random = field(repr=False)

    @classmethod
    def of(cls, tool: str, edition: str, number: int) -> Draw:
        """Seed the choices by name, so that a package stays the same whatever else is added."""
        return cls(tool, edition, number, random.Random(f"{tool} {edition} {number}"))

    @property
    def is_first(self) -> bool:
        """Whether the edition is SCORM 1.2."""
        return self.edition == FIRST

    @property
    def kind(self) -> str:
        """The attribute that tells SCOs from assets."""
        return "adlcp:scormtype" if self.is_first else "adlcp:scormType"

    def title(self) -> str:
        """Give a title as XML text."""
        return self.random.choice(TITLES).replace("&", "&amp;")

    def root(self, identifier: str, *, located: bool = True, version: str = "") -> str:
        """Give the start tag of the manifest."""
        spaces = _FIRST_SPACES if self.is_first else _LATER_SPACES
        names = "".join(f' xmlns{":" if p else ""}{p}="{uri}"' for p, (uri, _) in spaces.items())
        pairs = " ".join(f"{uri} {file}" for uri, file in spaces.values())
        instance = f' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="{pairs}"'
        number = f' version="{version}"' if version else ""
        return f'<manifest identifier="{identifier}"{number}{names}{instance if located else ""}>'

    def metadata(self, more: str = "") -> str:
        """Give the metadata that the edition is told by."""
        version = VERSIONS[self.edition]
        return (
            f"<metadata><schema>ADL SCORM</schema><schemaversion>{version}</schemaversion>{more}</metadata>"
        )

    def session(self) -> bytes:
        """Give a script that opens and closes a session."""
        return session_script(self.edition)

    def package(self, manifest: str, files: Files, encoding: str = "utf-8", *, schemas: bool = True) -> Files:
        """Put a package together; the XML declaration is added here."""
        text = f'<?xml version="1.0" encoding="{_ENCODINGS[encoding]}"?>\n{manifest}\n'
        documents = control_documents(EDITION[self.edition]) if schemas else {}
        return {MANIFEST: text.encode(encoding), **files, **documents}


def page(title: str, *, script: str = "", style: str = "", body: str = "<p>Text.</p>") -> bytes:
    """Give a page of HTML."""
    sheet = f'<link rel="stylesheet" href="{style}">' if style else ""
    code = f'<script src="{script}"></script>' if script else ""
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>{title}</title>{sheet}{code}'
        f"</head><body><h1>{title}</h1>{body}</body></html>\n"
    ).encode()


def listed(files: Files, *, base: str = "") -> str:
    """Give a `file` element for each name, addresses relative to `base`."""
    names = (name.removeprefix(base).replace(" ", "%20") for name in files)
    return "".join(f'<file href="{name}"/>' for name in names)
