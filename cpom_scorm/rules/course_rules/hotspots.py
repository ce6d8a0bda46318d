"""Whether the areas of a hotspot can be seen and told apart."""

from __future__ import annotations

from functools import partial
from itertools import combinations
from typing import TYPE_CHECKING

from cpom_scorm.diagnostics import Diagnostic, Label
from cpom_scorm.interactions import Hotspot
from cpom_scorm.rule import Severity, rule
from cpom_scorm.rules.course_rules.lookups import box_of, questions_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.course.load import LoadedCourse
    from cpom_scorm.interactions.hotspot import Area
    from cpom_scorm.render.image_size import Box

_NEARLY = 0.01
"""Numbers with fractions do not add up exactly."""
_SHARED_PERCENT = 10
_STEPS = 40
"""Of the grid by which shared parts are measured: ellipses and boxes alike, to a few per cent."""


@rule("QUE-035", "area-without-size", Severity.ERROR, since="0.1", spec="author's format")
def area_without_size(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """An area of a hotspot has no width or no height.

    What: `width` or `height` is 0.
    Why it matters: nobody could point at the area.
    Example: `{id: verify, text: Verifying, x: 10, y: 18, width: 98, height: 0}`.
    Fix: write the size of the area in the picture's own units.
    """
    for path, hotspot in questions_of(loaded, Hotspot):
        for at, area in enumerate(hotspot.areas):
            for name in ("width", "height"):
                if getattr(area, name) == 0:
                    message = f'the area "{area.id}" has the {name} 0'
                    span = loaded.span((*path, "areas", at, name))
                    help_text = "write its size in the picture's own units"
                    yield Diagnostic(area_without_size, message, span, help_text)


@rule("QUE-036", "area-outside-picture", Severity.ERROR, since="0.1", spec="author's format")
def area_outside_picture(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """An area of a hotspot reaches beyond the picture.

    What: `x` or `y` lies before the picture's edge, or `x` and `width` together, or `y` and `height`, lie
    beyond the other one.
    Why it matters: a part of the area, or all of it, could not be seen, and most likely the place is wrong.
    Example: `x: 300, width: 100` on a picture that is 360 wide.
    Fix: write the place in the picture's own units: pixels, or those of a drawing's `viewBox`, which need
    not start at 0.
    """
    for path, hotspot in questions_of(loaded, Hotspot):
        box = box_of(loaded, hotspot.image)
        for at, area in enumerate(hotspot.areas):
            for name, told in _beyond(area, box) if box else ():
                message = f'the area "{area.id}" {told}'
                span = loaded.span((*path, "areas", at, name))
                help_text = "write place and size in the picture's own units"
                yield Diagnostic(area_outside_picture, message, span, help_text)


@rule("QUE-037", "areas-overlap", Severity.WARNING, since="0.1", spec="author's format")
def areas_overlap(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """Two areas of a hotspot cover each other.

    What: more than a tenth of an area is shared with another one.
    Why it matters: who points at the shared place gets one of the two without being asked which.
    Example: `x: 10, width: 98` and `x: 60, width: 98` in the same row.
    Fix: move the areas apart, or make them smaller.
    """
    for path, hotspot in questions_of(loaded, Hotspot):
        sized = [(at, area) for at, area in enumerate(hotspot.areas) if area.width and area.height]
        for (first, one), (second, other) in combinations(sized, 2):
            percent = _shared_percent(one, other)
            if percent > _SHARED_PERCENT:
                message = f'the areas "{one.id}" and "{other.id}" share {percent} per cent of the smaller one'
                label = Label(loaded.span((*path, "areas", first)), f'the area "{one.id}"')
                span = loaded.span((*path, "areas", second))
                help_text = "move them apart, or make them smaller"
                yield Diagnostic(areas_overlap, message, span, help_text, (label,))


@rule("QUE-038", "picture-size-unknown", Severity.ERROR, since="0.1", spec="author's format")
def picture_size_unknown(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """The size of a hotspot's picture cannot be read.

    What: the picture is of a type whose size is not read, such as GIF or AVIF, is damaged, or is a drawing
    without `width`, `height` and `viewBox`.
    Why it matters: areas are placed by the picture's own units, which nobody knows here.
    Example: `image: media/stages.gif`.
    Fix: save the picture as PNG, JPEG or WebP, or give the drawing a `viewBox`.
    """
    for path, hotspot in questions_of(loaded, Hotspot):
        if loaded.media[hotspot.image].state == "found" and box_of(loaded, hotspot.image) is None:
            message = f'the size of "{hotspot.image}" cannot be read, so its areas have no place'
            span = loaded.span((*path, "image"))
            help_text = "save it as PNG, JPEG or WebP, or give the drawing a viewBox"
            yield Diagnostic(picture_size_unknown, message, span, help_text)


def _beyond(area: Area, box: Box) -> Iterator[tuple[str, str]]:
    """Tell on which axes an area leaves the picture, and how."""
    sides = (
        ("x", area.x, area.width, box.x, box.width, "wide"),
        ("y", area.y, area.height, box.y, box.height, "high"),
    )
    for name, start, length, first, most, word in sides:
        last = first + most
        if start < first - _NEARLY:
            yield name, f"begins at {start:g}, but the picture at {first:g}"
        elif start + length > last + _NEARLY:
            whole = f"is {most:g} {word}" if first == 0 else f"ends at {last:g}"
            yield name, f"reaches to {start + length:g}, but the picture {whole}"


def _shared_percent(one: Area, other: Area) -> int:
    """Give how much of the smaller area the other one covers."""
    smaller, larger = sorted((one, other), key=lambda area: area.width * area.height)
    fractions = [(step + 0.5) / _STEPS for step in range(_STEPS)]
    points = [
        (smaller.x + smaller.width * a, smaller.y + smaller.height * b) for a in fractions for b in fractions
    ]
    own = list(filter(partial(_holds, smaller), points))
    return round(100 * sum(_holds(larger, point) for point in own) / len(own))


def _holds(area: Area, point: tuple[float, float]) -> bool:
    # From -1 to 1 across the area, from edge to edge.
    across = 2 * (point[0] - area.x) / area.width - 1
    down = 2 * (point[1] - area.y) / area.height - 1
    if area.shape == "ellipse":
        return across**2 + down**2 <= 1
    return max(abs(across), abs(down)) <= 1


RULES = (area_without_size, area_outside_picture, areas_overlap, picture_size_unknown)
