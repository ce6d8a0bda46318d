"""Whether everybody can follow films and sounds, and whether what must be played can be kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.blocks import Recording, Video
from cpom_scorm.diagnostics import Diagnostic
from cpom_scorm.rule import Severity, rule
from cpom_scorm.rules.course_rules.lookups import blocks_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.course.load import LoadedCourse


@rule("A11-020", "film-without-captions", Severity.ERROR, since="0.1", spec="WCAG 2.2, 1.2.2; A11Y-09")
def film_without_captions(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """A film has no captions.

    What: a video has no `captions` and does not say `silent: true`.
    Why it matters: people who do not hear the film, or play it where it must be quiet, miss what is said.
    Example: a video with `source` and `transcript` only.
    Fix: add a WebVTT file as `captions`, or write `silent: true` where there is nothing to hear.
    """
    for path, block in blocks_of(loaded, Recording):
        if isinstance(block, Video) and block.captions is None and not block.silent:
            message = f'the film "{block.source}" has no "captions"'
            help_text = 'add a WebVTT file as "captions", or write silent: true if there is nothing to hear'
            yield Diagnostic(film_without_captions, message, loaded.span((*path, "source")), help_text)


@rule("A11-021", "recording-without-transcript", Severity.ERROR, since="0.1", spec="WCAG 2.2, 1.2.1; A11Y-09")
def recording_without_transcript(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """A film or a sound has no transcript.

    What: a video or audio has neither `transcript` nor `transcript_file`.
    Why it matters: people who neither see nor hear it, and browsers that cannot play it, have nothing else.
    Example: an audio with `source` only.
    Fix: write `transcript`, or name a file of type txt or vtt as `transcript_file`.
    """
    for path, block in blocks_of(loaded, Recording):
        if block.transcript is None and block.transcript_file is None:
            message = f'"{block.title}" has no transcript'
            help_text = 'write "transcript", or name a file of type txt or vtt as "transcript_file"'
            yield Diagnostic(recording_without_transcript, message, loaded.span((*path, "title")), help_text)


@rule("CRS-106", "playing-not-kept", Severity.ERROR, since="0.1", spec="RUN-41")
def playing_not_kept(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """A film or a sound must be played, but has no id.

    What: a video or audio has `required_percent` and no `id`.
    Why it matters: what learners played is stored by the id; without it they would have to play it again.
    Example: `required_percent: 90` in a video without `id`.
    Fix: give it an `id` of its own.
    """
    for path, block in blocks_of(loaded, Recording):
        if block.required_percent is not None and not block.id:
            message = f'"{block.title}" has "required_percent", but no "id"'
            span = loaded.key_span((*path, "required_percent"))
            yield Diagnostic(playing_not_kept, message, span, 'add an "id" of its own')


RULES = (film_without_captions, recording_without_transcript, playing_not_kept)
