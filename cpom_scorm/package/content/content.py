"""The content of a package, read once: its pages, style sheets and scripts, and what they refer to."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from cpom_scorm.package.content.files import (
    MARKUP_ENDINGS,
    MOST_BYTES,
    MOST_MARKUP_BYTES,
    PAGE_ENDINGS,
    SCRIPT_ENDINGS,
    STYLE_ENDINGS,
    Text,
    readable,
)
from cpom_scorm.package.content.references import (
    Page,
    Reference,
    import_references,
    read_page,
    style_references,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cpom_scorm.package.model import Entry


class Content:
    """What can be known of the content without running it."""

    def __init__(self, files: Mapping[str, Entry]) -> None:
        self.files = files
        marked_up = readable(files, (*MARKUP_ENDINGS, *STYLE_ENDINGS), MOST_MARKUP_BYTES)
        scripts = readable(files, SCRIPT_ENDINGS, MOST_BYTES)
        self.texts: dict[str, Text] = {text.name: text for text in (*marked_up, *scripts)}
        """Name → text of each file that is looked into; very large ones are missing."""

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Name → what was found in each page and drawing."""
        names = (name for name in self.texts if name.lower().endswith(MARKUP_ENDINGS))
        return {name: read_page(self.texts[name]) for name in names}

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """What pages, style sheets and scripts refer to, file by file."""
        found = [reference for page in self.pages.values() for reference in page.references]
        for name, text in self.texts.items():
            if name.lower().endswith(STYLE_ENDINGS):
                found += style_references(text)
        # Scripts that no page loads as such are not read: what looks like an import there may be none.
        waiting = [reference for reference in found if reference.element in ("script", "import")]
        read: set[tuple[str, bool]] = set()
        while waiting:
            script = waiting.pop()
            loaded = self.texts.get(script.target.path or "")
            if loaded is None or (loaded.name, script.is_module) in read:
                continue
            read.add((loaded.name, script.is_module))
            imported = list(import_references(loaded, is_module=script.is_module))
            found += imported
            waiting += imported
        return tuple(sorted(found, key=lambda one: (one.file, one.span.line or 0)))

    @cached_property
    def references_of(self) -> dict[str, tuple[Reference, ...]]:
        """File → what stands in it."""
        found: dict[str, list[Reference]] = {}
        for reference in self.references:
            found.setdefault(reference.file, []).append(reference)
        return {name: tuple(references) for name, references in found.items()}

    @cached_property
    def code_files(self) -> frozenset[str]:
        """All pages and scripts."""
        return frozenset(
            name for name in self.texts if name.lower().endswith((*PAGE_ENDINGS, *SCRIPT_ENDINGS))
        )
