"""Whether blocks that arrange texts and pictures hold what their arrangement needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cpom_scorm.blocks import Comparison, Process, Quadrant
from cpom_scorm.course.contents import placed_blocks
from cpom_scorm.diagnostics import Diagnostic
from cpom_scorm.rule import Severity, rule
from cpom_scorm.rules.course_rules.lookups import blocks_of, box_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cpom_scorm.course.load import LoadedCourse
    from cpom_scorm.source import DataPath

_PAIR = 2
_SAME_SHAPE = 0.02
"""By how much the ratio of width and height may differ, as a fraction: pixels are whole."""


@rule("CRS-070", "several-marked", Severity.ERROR, since="0.1", spec="author's format")
def several_marked(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """More than one entry of a block is marked, where only one can be.

    What: two stages of a process have `current: true`, or two cells of a quadrant `highlight: true`.
    Why it matters: the mark says where the page is, and it is not in two places.
    Example: `current: true` at the first and at the third stage.
    Fix: leave the mark at one entry.
    """
    for path, name, entries in _markable(loaded):
        marked = [at for at, entry in enumerate(entries) if getattr(entry, name)]
        for at in marked[1:]:
            message = f'"{entries[marked[0]].title}" has "{name}" already'
            span = loaded.key_span((*path, at, name))
            yield Diagnostic(several_marked, message, span, f'leave "{name}" at one entry')


@rule("CRS-071", "side-without-content", Severity.ERROR, since="0.1", spec="author's format")
def side_without_content(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """A side of a comparison holds nothing.

    What: the side has neither `image` nor `text`.
    Why it matters: learners would see a title over nothing, and have nothing to compare.
    Example: `- title: Before`.
    Fix: add a picture or a text, or remove the side.
    """
    for path, comparison in blocks_of(loaded, Comparison):
        for at, side in enumerate(comparison.sides):
            if side.image is None and side.text is None:
                message = f'the side "{side.title}" has neither a picture nor a text'
                span = loaded.span((*path, "sides", at))
                yield Diagnostic(side_without_content, message, span, 'add "image" or "text", or remove it')


@rule("CRS-072", "slider-without-pair", Severity.ERROR, since="0.1", spec="author's format")
def slider_without_pair(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """A comparison has a slider, but not two pictures to slide between.

    What: `slider: true` stands at a comparison of three sides, or at one of which a side has no picture.
    Why it matters: the slider moves between one picture and another that lies on it.
    Example: `slider: true` where the second side is a text.
    Fix: give both sides a picture, or remove `slider`.
    """
    for path, comparison in blocks_of(loaded, Comparison):
        pictures = sum(side.image is not None for side in comparison.sides)
        if comparison.slider and (pictures, len(comparison.sides)) != (_PAIR, _PAIR):
            message = "the slider needs two sides with a picture each, but there are "
            message += f"{len(comparison.sides)} sides, {pictures} of them with a picture"
            span = loaded.key_span((*path, "slider"))
            help_text = 'compare two pictures, or remove "slider"'
            yield Diagnostic(slider_without_pair, message, span, help_text)


@rule("CRS-073", "pair-of-different-shapes", Severity.WARNING, since="0.1", spec="author's format")
def pair_of_different_shapes(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """The two pictures below a slider differ in shape.

    What: the ratio of width and height of one picture is not that of the other.
    Why it matters: what is at the same place in both would not lie on each other.
    Example: a picture of 800 x 600 pixels before and one of 800 x 500 pixels after.
    Fix: cut both pictures to the same shape.
    """
    for path, comparison in blocks_of(loaded, Comparison):
        boxes = [box_of(loaded, side.image) for side in comparison.sides if side.image]
        match boxes:
            case [before, after] if comparison.slider and before and after:
                ratio = before.width * after.height / (before.height * after.width)
                if abs(ratio - 1) > _SAME_SHAPE:
                    sizes = [f"{box.width:g} x {box.height:g}" for box in (before, after)]
                    message = f"the pictures are {sizes[0]} and {sizes[1]}, which are different shapes"
                    span = loaded.span((*path, "sides", 1, "image"))
                    yield Diagnostic(
                        pair_of_different_shapes, message, span, "cut both pictures to the same shape"
                    )


def _markable(loaded: LoadedCourse) -> Iterator[tuple[DataPath, str, Sequence[Any]]]:
    """Give each list of which one entry can be marked: its path, the mark's name and its entries."""
    for path, block, _ in placed_blocks(loaded.complete):
        if isinstance(block, Process):
            yield (*path, "stages"), "current", block.stages
        elif isinstance(block, Quadrant):
            yield (*path, "cells"), "highlight", block.cells


RULES = (several_marked, side_without_content, slider_without_pair, pair_of_different_shapes)
