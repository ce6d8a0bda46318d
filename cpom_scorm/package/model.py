"""A content package: its files, and what its manifest says. Built by us or opened from disk alike."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from cpom_scorm.file_content import pieces
from cpom_scorm.package.manifest.model import MANIFEST_NAME
from cpom_scorm.package.manifest.reader import read_manifest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from cpom_scorm.diagnostics import Diagnostic
    from cpom_scorm.editions import Edition
    from cpom_scorm.file_content import FileContent
    from cpom_scorm.package.activities.model import ActivityTree
    from cpom_scorm.package.content.code import Code
    from cpom_scorm.package.content.content import Content
    from cpom_scorm.package.manifest.model import Manifest
    from cpom_scorm.package.xml.source import XmlDocument, XmlResult

MOST_TEXT_BYTES = 16 * 1024 * 1024
"""Larger than any manifest, schema or metadata file can be."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of a package. Its bytes are fetched when asked for, not before."""

    name: str
    """Path inside the package, with forward slashes."""
    size: int
    """Bytes, inflated."""
    compressed_size: int
    """Bytes it takes in the archive; equal to `size` for a folder or a package in memory."""
    pieces: Callable[[], Iterator[bytes]]
    """Give the bytes piece by piece. Never raises: an entry that cannot be read gives none, or fewer."""

    def read(self) -> bytes:
        """Give the bytes at once."""
        return b"".join(self.pieces())

    def digest(self) -> bytes:
        """Give the SHA-256 of the bytes, which are never all in memory."""
        digest = hashlib.sha256()
        for piece in self.pieces():
            digest.update(piece)
        return digest.digest()


@dataclass(frozen=True)
class Package:
    """Files and manifest of a content package."""

    origin: str
    """What people call it: the path they named, or the name of the archive we are about to write."""
    files: Mapping[str, Entry]
    """Archive name → file, the manifest included."""
    manifest: Manifest | None
    """None when there is no manifest or it is not XML."""
    document: XmlDocument | None
    """The manifest as a document with places; None exactly when it is not XML."""
    edition: Edition | None
    """None when the manifest names no edition that we know."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """What reading the manifest found: XML, detection of the edition. Grammar is checked apart."""

    @classmethod
    def of(cls, origin: str, files: Mapping[str, Entry]) -> Package:
        """Make a package of these files and read its manifest, if there is one at the root and not empty."""
        data = files[MANIFEST_NAME].read() if MANIFEST_NAME in files else b""
        if not data.strip():
            return cls(origin, files, None, None, None)
        result = read_manifest(data, MANIFEST_NAME)
        return cls(origin, files, result.manifest, result.document, result.edition, result.diagnostics)

    @classmethod
    def from_files(cls, files: Mapping[str, FileContent], origin: str = "package") -> Package:
        """Make a package of files that are in no archive: archive name → content."""
        return cls.of(
            origin,
            {name: Entry(name, len(data), len(data), _giver(data)) for name, data in files.items()},
        )

    @cached_property
    def content(self) -> Content:
        """Pages, style sheets and scripts, and what they refer to."""
        from cpom_scorm.package.content.content import Content

        return Content(self.files)

    @cached_property
    def code(self) -> Code:
        """What runs once a page is launched."""
        from cpom_scorm.package.content.code import Code

        return Code(self.content)

    @cached_property
    def metadata(self) -> Mapping[str, XmlResult]:
        """What reading each file of metadata gave that the manifest names and the package has, by name."""
        if self.document is None:
            return {}
        from cpom_scorm.package.metadata.files import read_metadata_files

        return read_metadata_files(self.document, self.files)

    @cached_property
    def activity_trees(self) -> tuple[ActivityTree, ...]:
        """What a sequencer makes of each organization; none in editions without sequencing."""
        if self.manifest is None or self.document is None or self.edition is None:
            return ()
        if not self.edition.manifest.has_sequencing:
            return ()
        from cpom_scorm.package.activities.reader import read_activity_trees

        return tuple(read_activity_trees(self.manifest, self.document))

    def read(self, name: str) -> bytes | None:
        """Give the bytes of a text file, or None when the package has none of this name.

        None too for one above `MOST_TEXT_BYTES`: whoever wrote it did not mean it to be read as text.
        """
        entry = self.files.get(name)
        return entry.read() if entry and entry.size <= MOST_TEXT_BYTES else None


def _giver(data: FileContent) -> Callable[[], Iterator[bytes]]:
    return lambda: pieces(data)
