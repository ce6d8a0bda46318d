"""From a place in a package of ours to the line of the course that it comes from.

Nothing of it is in the package: it is worked out from the course, beside which the package was built.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from cpom_scorm.course.embeds import folder_files
from cpom_scorm.course.load import load_course
from cpom_scorm.course.media import named_files
from cpom_scorm.diagnostics import Label, Report
from cpom_scorm.package.manifest.model import MANIFEST_NAME
from cpom_scorm.render.embeds import packed_name
from cpom_scorm.render.media import archive_names, media_paths
from cpom_scorm.render.places import script_name
from cpom_scorm.schema import PAGE
from cpom_scorm.source import SourceText, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from cpom_scorm.course.load import LoadedCourse
    from cpom_scorm.diagnostics import Diagnostic
    from cpom_scorm.source import DataPath

_ELEMENT = re.compile(r"\s*</?(?:\w+:)?(?P<name>\w+)")
_HREF = re.compile(r'\shref="(?P<file>[^"]*)"')
_VALUES: Mapping[str, DataPath] = {
    "manifest": ("id",),
    "organizations": ("id",),
    "organization": ("id",),
    "item": ("id",),
    "title": ("title",),
    "masteryscore": ("scoring", "pass_mark"),
    "primaryObjective": ("scoring", "pass_mark"),
    "minNormalizedMeasure": ("scoring", "pass_mark"),
}
"""Element of the manifest → what it is written from."""


@dataclass(frozen=True, slots=True)
class _Origin:
    named: Span
    """Where the course names the file."""
    file: str | None = None
    """The file of the course that is packed as it is; None for what is rendered."""


@dataclass(frozen=True)
class Origins:
    """What the files and the manifest of a course's packages come from."""

    loaded: LoadedCourse

    @property
    def identifier(self) -> str:
        """What the manifests of the course's packages are called."""
        return self.loaded.complete.id

    def traced(self, found: Diagnostic, package: str) -> Diagnostic:
        """Point a finding about a package at the course; at the package where it comes from no line of it.

        `package` is what people call it; places in it begin with that.
        """
        labels = tuple(replace(label, span=_inside(label.span, package)) for label in found.labels)
        if found.span is None:
            return replace(found, span=Span(package), labels=labels)
        origin = self._of(found.span)
        if origin is None:
            return replace(found, span=_inside(found.span, package), labels=labels)
        # Without its text: who repairs the course need not read the manifest.
        place = replace(_inside(found.span, package), source=None)
        return replace(found, span=origin, labels=(*labels, Label(place, "in the package")))

    def traced_report(self, report: Report, package: str) -> Report:
        """Point all findings about a package at the course, those that are ignored too."""
        ignored = (replace(each, finding=self.traced(each.finding, package)) for each in report.ignored)
        traced = Report.of(self.traced(found, package) for found in report)
        return replace(traced, ignored=tuple(ignored))

    def _of(self, span: Span) -> Span | None:
        if span.file == MANIFEST_NAME:
            return self._of_manifest(span)
        origin = self._files.get(span.file)
        if origin is None or origin.file is None or span.line is None:
            return origin.named if origin else None
        source = span.source and SourceText(origin.file, span.source.text)
        return replace(span, file=origin.file, source=source)

    def _of_manifest(self, span: Span) -> Span | None:
        line = span.source.line(span.line or 0) if span.source else None
        element = _ELEMENT.match(line or "")
        href = _HREF.search(line or "")
        if href and (origin := self._files.get(href["file"])):
            return origin.named
        path = _VALUES.get(element["name"]) if element else None
        return self.loaded.span(path) if path else None

    @cached_property
    def _files(self) -> dict[str, _Origin]:
        """Name in the package → origin, for what an author has brought or written."""
        return dict(self._found())

    def _found(self) -> Iterator[tuple[str, _Origin]]:
        course, root = self.loaded.complete, self.loaded.root
        yield script_name(0), _Origin(self.loaded.span(("welcome",)))
        for number in range(len(course.sections)):
            yield script_name(number + 1), _Origin(self.loaded.span(("sections", number)))
        places = {written: self.loaded.span(path) for path, written in reversed([*named_files(course)])}
        for written, name in archive_names(media_paths(course)).items():
            yield name, _Origin(places[written], (root / written).as_posix())
        for _, page in named_files(course, PAGE):
            for file in folder_files(root, page):
                yield packed_name(file.name), _Origin(places[page], (root / file.name).as_posix())


def origins_of(folder: Path) -> Origins | None:
    """Give the origins of a course's packages; None for a course with errors."""
    loaded = load_course(folder)
    return Origins(loaded) if loaded.course else None


def _inside(span: Span, package: str) -> Span:
    return replace(span, file=f"{package}/{span.file}")
