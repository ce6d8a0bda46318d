"""Whether a course asks only those hosts that its author allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.course.addresses import origin_of, shown_origins
from cpom_scorm.diagnostics import Diagnostic, Label
from cpom_scorm.rule import Severity, rule
from cpom_scorm.rules.course_rules.embeds import loaded_by_pages
from cpom_scorm.schema import FILM, NAMED_FILES, PAGE, SOUND, is_address, marked_texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.course.load import LoadedCourse
    from cpom_scorm.source import Span


@rule("CRS-140", "origin-twice", Severity.ERROR, since="0.1", spec="BLD-15")
def origin_twice(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """An allowed origin is listed twice.

    What: two entries of `external` are the same.
    Why it matters: whoever removes one believes that nothing is asked there any more.
    Example: `external: [https://video.example, https://video.example]`.
    Fix: remove one of them.
    """
    seen: dict[str, Span] = {}
    for at, origin in enumerate(loaded.complete.external):
        span = loaded.span(("external", at))
        if origin in seen:
            label = Label(seen[origin], "first listed here")
            yield Diagnostic(origin_twice, f'"{origin}" is listed twice', span, "remove one", (label,))
        seen.setdefault(origin, span)


@rule("CRS-141", "origin-unused", Severity.WARNING, since="0.1", spec="BLD-15")
def origin_unused(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """An allowed origin is used nowhere.

    What: nothing in the course comes from an origin that `external` lists.
    Why it matters: the list is what people read to know whom their learners' browsers ask.
    Example: `external: [https://video.example]` after the last film from there was removed.
    Fix: remove the entry.
    """
    used = {*shown_origins(loaded.complete), *map(origin_of, loaded_by_pages(loaded))}
    for at, origin in enumerate(loaded.complete.external):
        if origin not in used:
            span = loaded.span(("external", at))
            yield Diagnostic(origin_unused, f'nothing comes from "{origin}"', span, "remove it")


@rule("CRS-142", "address-not-allowed", Severity.ERROR, since="0.1", spec="BLD-15; CSP-04")
def address_not_allowed(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """A film, sound or page comes from an origin that is not allowed.

    What: a `source` is an address that does not begin with an origin that `external` in `course.yaml` lists,
    or a file is named by an address where only a file of the course can stand.
    Why it matters: whatever comes from the web can change or go away, needs a line to it, and tells its host
    who learns; the author decides that, and the package lets no other through.
    Example: `source: https://video.example/tour.mp4` without `external: [https://video.example]`.
    Fix: add the origin to `external`, or put the file into the course folder.
    """
    from_the_web = {path for path, _ in marked_texts(loaded.complete, FILM, SOUND, PAGE)}
    for path, written in marked_texts(loaded.complete, *NAMED_FILES):
        if not is_address(written):
            continue
        origin = origin_of(written)
        if path not in from_the_web:
            message = f'"{written}" is an address, but only a file of the course can stand here'
            help_text = "put the file into the course folder"
        elif not origin:
            message = f'"{written}" is no https address'
            help_text = "write an address such as https://video.example/tour.mp4"
        elif origin not in loaded.complete.external:
            message = f'"{written}" comes from an origin that is not allowed'
            help_text = f'add "- {origin}" to "external" in course.yaml, or use a file of the course'
        else:
            continue
        yield Diagnostic(address_not_allowed, message, loaded.span(path), help_text)


RULES = (origin_twice, origin_unused, address_not_allowed)
