"""Whether blocks that arrange texts and pictures hold what their arrangement needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cpom_scorm.blocks import Process
from cpom_scorm.course.contents import placed_blocks
from cpom_scorm.diagnostics import Diagnostic
from cpom_scorm.rule import Severity, rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cpom_scorm.course.load import LoadedCourse
    from cpom_scorm.source import DataPath


@rule("CRS-070", "several-marked", Severity.ERROR, since="0.1", spec="author's format")
def several_marked(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """More than one entry of a block is marked, where only one can be.

    What: two stages of a process have `current: true`.
    Why it matters: the mark says "you are here", and nobody is in two places.
    Example: `current: true` at the first and at the third stage.
    Fix: leave the mark at one entry.
    """
    for path, name, entries in _markable(loaded):
        marked = [at for at, entry in enumerate(entries) if getattr(entry, name)]
        for at in marked[1:]:
            message = f'"{entries[marked[0]].title}" has "{name}" already'
            span = loaded.key_span((*path, at, name))
            yield Diagnostic(several_marked, message, span, f'leave "{name}" at one entry')


def _markable(loaded: LoadedCourse) -> Iterator[tuple[DataPath, str, Sequence[Any]]]:
    """Give each list of which one entry can be marked: its path, the mark's name and its entries."""
    for path, block, _ in placed_blocks(loaded.complete):
        if isinstance(block, Process):
            yield (*path, "stages"), "current", block.stages


RULES = (several_marked,)
