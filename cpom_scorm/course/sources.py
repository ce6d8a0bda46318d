"""The files of a course as one piece of data: each section's content stands where its path was listed."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from cpom_scorm.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cpom_scorm.source import DataPath, SourceTree

_SECTIONS = "sections"


@dataclass(frozen=True)
class CourseSources:
    """`course.yaml` and its section files, read but not yet understood."""

    main: SourceTree
    sections: tuple[tuple[int, SourceTree], ...]
    """Each section file that could be read, with its place in the list in `course.yaml`."""
    kept: Mapping[DataPath, tuple[int, ...]] = field(default_factory=dict)
    """Where paths are those of a part of the data: each list in it, and the places of what is left."""

    @cached_property
    def data(self) -> Any:
        """Everything, with the content of section files in place of their paths."""
        if not isinstance(self.main.data, dict) or not isinstance(self.main.data.get(_SECTIONS), list):
            return self.main.data
        return {**self.main.data, _SECTIONS: [tree.data for _, tree in self.sections]}

    def span(self, path: DataPath) -> Span:
        """Give the place of a value, or of the nearest thing around it."""
        tree, inner = self._locate(path)
        return tree.span(inner)

    def key_span(self, path: DataPath) -> Span:
        """Give the place of the key of a value; for members of lists, of the value."""
        tree, inner = self._locate(path)
        return tree.key_span(inner)

    def text_span(self, path: DataPath, line: int, column: int | None = None, width: int = 0) -> Span:
        """Give the place of a line, and column, of a text; both count from 1 inside the text.

        Exact where lines of the text are lines of the file; otherwise the place where the text starts.
        """
        tree, inner = self._locate(path)
        start = tree.text_starts.get(inner)
        if start is None or start.line is None or start.column is None:
            return tree.span(inner)
        first = start.column + (column or 1) - 1
        end = first + width if width else None
        return Span(start.file, start.line + line - 1, first if column else start.column, end, start.source)

    def foldable_lines(self, path: DataPath) -> Iterator[tuple[Span, str]]:
        """Give each line after the first of a text, with its place, where YAML may join lines.

        There are none in a text that stands on one line, or below `|`.
        """
        tree, inner = self._locate(path)
        start, key = tree.span(inner), tree.key_span(inner)
        if inner in tree.text_starts or start.line is None or key.column is None:
            return
        for number, line in enumerate(tree.source.lines[start.line :], start.line + 1):
            column = len(line) - len(line.lstrip()) + 1
            if line.strip() and column <= key.column:
                return
            yield Span(start.file, number, column, len(line.rstrip()) + 1, tree.source), line

    def _whole_path(self, path: DataPath) -> DataPath:
        """Give the path in the files of what stands at a path of the part."""
        whole: DataPath = ()
        for step in path:
            places = self.kept.get(whole)
            whole = (*whole, places[step] if places is not None and isinstance(step, int) else step)
        return whole

    def _locate(self, path: DataPath) -> tuple[SourceTree, DataPath]:
        path = self._whole_path(path)
        if (
            len(path) > 1
            and path[0] == _SECTIONS
            and isinstance(path[1], int)
            and path[1] < len(self.sections)
        ):
            return self.sections[path[1]][1], path[2:]
        return self.main, path
