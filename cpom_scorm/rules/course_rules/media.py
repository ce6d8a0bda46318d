"""Whether the files that a course names can go into a package."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from cpom_scorm.course.findings import FILE_OUTSIDE, FILE_UNREADABLE
from cpom_scorm.course.media import named_files, outside_wording
from cpom_scorm.diagnostics import Diagnostic
from cpom_scorm.rule import Severity, rule
from cpom_scorm.schema import CAPTIONS, DOWNLOAD, FILM, MEDIA, PAGE, SOUND, TRANSCRIPT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.course.load import LoadedCourse

PICTURE_TYPES = ("svg", "png", "jpg", "jpeg", "webp", "gif", "avif")
DOCUMENT_TYPES = ("pdf", "docx", "xlsx", "pptx", "odt", "ods", "odp", "rtf", "txt", "csv", "epub", "zip")
_TYPES = {
    MEDIA: ("picture that browsers show", PICTURE_TYPES),
    FILM: ("film that browsers play", ("mp4", "webm")),
    SOUND: ("sound that browsers play", ("m4a", "mp3", "ogg")),
    CAPTIONS: ("file of captions", ("vtt",)),
    TRANSCRIPT: ("transcript that can be read", ("txt", "vtt")),
    PAGE: ("page that browsers show", ("html", "htm")),
    DOWNLOAD: (
        "kind of file that is safe to download",
        (*DOCUMENT_TYPES, "png", "jpg", "jpeg", "webp", "mp3", "m4a", "mp4"),
    ),
}
"""What a file is to be, in words and by its extension."""
_RUN_BY_SERVERS = re.compile(
    r"\.(php[0-9s]?|pht|phtml|phar|aspx?|ashx|asmx|asa|cer|cfm|cfc|cgi|fcgi|jspx?|pl|py|rb|sh|shtml?|htaccess|exe|dll)"
    r"(?=\.|$)"
)
"""Apache looks at every extension of a name, not only the last."""


@rule("CRS-040", "media-missing", Severity.ERROR, since="0.1", spec="BLD-08")
def media_missing(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """A picture, film, sound or text file does not exist, or cannot be used from where it is.

    What: no file has the path that is written, counted from the course folder.
    Why it matters: learners would see a broken picture.
    Example: `image: media/flow.svg` while the file is called `Flow.svg`.
    Fix: correct the path, minding capital letters, or add the file.
    """
    pictures = {path for path, _ in named_files(loaded.complete, MEDIA)}
    for path, written in named_files(loaded.complete):
        span = loaded.span(path)
        match loaded.media[written].state:
            case "missing":
                message = f'the {"picture" if path in pictures else "file"} "{written}" does not exist'
                help_text = "correct the path, minding capital letters, or add the file"
                yield Diagnostic(media_missing, message, span, help_text)
            case "outside":
                message, help_text = outside_wording(written)
                yield Diagnostic(FILE_OUTSIDE, message, span, help_text)
            case "not a file":
                yield Diagnostic(FILE_UNREADABLE, f'"{written}" is not a file', span, "name a file")


@rule("CRS-041", "media-type-unsupported", Severity.ERROR, since="0.1", spec="author's format")
def media_type_unsupported(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """A file is of a type that browsers do not show or play, or that is not safe to download.

    What: the extension is none of svg, png, jpg, jpeg, webp, gif and avif for a picture, mp4 and webm for a
    film, m4a, mp3 and ogg for a sound, vtt for captions, txt and vtt for a transcript, html for an embed; for
    a download none of the usual documents without macros, pictures, sounds and films, or zip.
    Why it matters: learners would see a broken picture, or could not play the film. Programs, macros and
    pages among downloads could harm their machines, and LMSs refuse packages with some of them.
    Example: `image: media/chart.tiff`, `source: media/tour.mov`, `file: media/plan.xlsm`.
    Fix: save the picture as PNG, JPEG, WebP or SVG, the film as MP4, the sound as MP3, the document as PDF.
    """
    for marker, (wanted, types) in _TYPES.items():
        for path, written in named_files(loaded.complete, marker):
            extension = PurePosixPath(written).suffix.lower().lstrip(".")
            is_there = loaded.media[written].state == "found"
            if is_there and extension not in types and not run_by_servers(written):
                message = f'"{written}" is no {wanted}'
                help_text = f"save it as {'one of ' if len(types) > 1 else ''}{', '.join(types)}"
                yield Diagnostic(media_type_unsupported, message, loaded.span(path), help_text)


@rule("CRS-042", "media-run-by-servers", Severity.ERROR, since="0.1", spec="BLD-09; Docebo")
def media_run_by_servers(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """A file has an extension that web servers run.

    What: a part of the file's name after a dot is one that servers execute, at the end or before another dot.
    Why it matters: LMSs refuse packages with such files, and a careless server would run the file.
    Example: `image: media/logo.php.png`.
    Fix: rename the file.
    """
    for path, written in named_files(loaded.complete):
        extension = run_by_servers(written)
        if extension:
            message = f'the name "{written}" holds the extension ".{extension}", which web servers run'
            yield Diagnostic(media_run_by_servers, message, loaded.span(path), "rename the file")


def run_by_servers(written: str) -> str | None:
    """Give the extension that a server would act on."""
    found = _RUN_BY_SERVERS.search(PurePosixPath(written).name.lower())
    return found[1] if found else None


RULES = (media_missing, media_type_unsupported, media_run_by_servers)
