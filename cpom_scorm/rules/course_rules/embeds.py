"""Whether the author's own pages can go into a package with all that lies beside them."""

from __future__ import annotations

import re
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING

from cpom_scorm.blocks import Embed
from cpom_scorm.course.addresses import origin_of
from cpom_scorm.course.embeds import folder_of
from cpom_scorm.course.findings import FILE_OUTSIDE
from cpom_scorm.diagnostics import Diagnostic
from cpom_scorm.file_content import pieces_of
from cpom_scorm.package.content.content import Content
from cpom_scorm.package.model import Entry
from cpom_scorm.render.embeds import is_portable
from cpom_scorm.rule import Severity, rule
from cpom_scorm.rules.course_rules.lookups import blocks_of
from cpom_scorm.rules.course_rules.media import run_by_servers
from cpom_scorm.schema import is_address
from cpom_scorm.source import SourceText, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from cpom_scorm.course.embeds import FolderFile
    from cpom_scorm.course.load import LoadedCourse

_PROGRAMS = re.compile(r"\.(apk|app|bat|cmd|com|command|hta|jar|jse|lnk|msi|ps1|reg|scr|swf|vbe|vbs|wsf)$")
_LINKS = frozenset({"a", "area"})
_INSECURE = re.compile(r"""["'`]http://(?!www\.w3\.org/|localhost\b)[^"'`\s]+""")
_SCRIPTS = (".js", ".json")
_MOST_SCRIPT_BYTES = 4 * 1024 * 1024


@rule("CRS-130", "embed-folder-shared", Severity.ERROR, since="0.1", spec="BLD-08")
def embed_folder_shared(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """An embedded page has no folder of its own.

    What: the page of an `embed` lies in the course folder itself or in the folder of the pictures.
    Why it matters: everything in its folder becomes part of the package, the course's text and keys included.
    Example: `source: media/cabinet.html`.
    Fix: move the page and what it needs to a folder such as `media/cabinet`.
    """
    for path, embed in blocks_of(loaded, Embed):
        folder = folder_of(embed.source)
        if not is_address(embed.source) and folder in ("", loaded.complete.media):
            message = f'the page "{embed.source}" shares its folder, and all of it would be packed'
            help_text = f'move it and what it needs to a folder such as "{embed.source.rpartition(".")[0]}"'
            yield Diagnostic(embed_folder_shared, message, loaded.span((*path, "source")), help_text)


@rule("CRS-131", "embed-file-name", Severity.ERROR, since="0.1", spec="BLD-06")
def embed_file_name(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """A file beside an embedded page has a name that some LMS or system cannot keep.

    What: a name in the folder of an `embed` holds other characters than a-z, 0-9, dot, hyphen and underscore,
    begins or ends with a dot, is kept for devices by Windows, or is too long.
    Why it matters: the links inside such a page are not rewritten, so its files must keep their names; some
    LMSs change or lose these.
    Example: `media/cabinet/My Script.js`.
    Fix: rename the file, and the links to it; remove what the page does not need.
    """
    for span, folder, files in _folders(loaded):
        for file in files:
            if file.path is None:
                message = f'"{file.name}" is a link that leads out of the course folder, or to no file'
                yield Diagnostic(FILE_OUTSIDE, message, span, "put a copy of the file in its place")
        wrong = [file.name for file in files if not is_portable(file.name)]
        if wrong:
            message = f'the name of "{wrong[0]}" cannot be kept in a package'
            if len(wrong) > 1:
                message = f'{len(wrong)} names in "{folder}" cannot be kept, such as that of "{wrong[0]}"'
            help_text = "use a-z, 0-9, dot, hyphen and underscore, in links to it too, or remove the file"
            yield Diagnostic(embed_file_name, message, span, help_text)


@rule("CRS-132", "embed-file-run", Severity.ERROR, since="0.1", spec="BLD-09; Docebo")
def embed_file_run(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """A file beside an embedded page is one that servers or machines run.

    What: a name in the folder of an `embed` has an extension that web servers execute, or is a program.
    Why it matters: LMSs refuse packages with such files, and a careless server would run them.
    Example: `media/cabinet/save.php`.
    Fix: remove the file; a page in a package can use no server.
    """
    for span, _, files in _folders(loaded):
        for file in files:
            found = _PROGRAMS.search(file.name.lower())
            extension = found[1] if found else run_by_servers(file.name)
            if extension:
                message = f'"{file.name}" has the extension ".{extension}", which servers or machines run'
                yield Diagnostic(embed_file_run, message, span, "remove the file")


@rule("CRS-133", "embed-reference-insecure", Severity.ERROR, since="0.1", spec="BLD-15; Docebo")
def embed_reference_insecure(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """An embedded page refers to an address that begins with `http:`.

    What: a page, style sheet or script in the folder of an `embed` holds an address of that kind.
    Why it matters: an LMS that is served by `https:` blocks it, and on the way anybody can change it.
    Example: `<script src="http://code.example/library.js">`.
    Fix: put the file into the folder, or use an `https:` address of an allowed origin.
    """
    for _, _, files in _folders(loaded):
        for reference in Content(_entries(loaded, files)).references:
            if reference.target.scheme == "http":
                message = f'the page refers to "{reference.address}", which is not secure'
                help_text = "put the file into the folder, or use https"
                yield Diagnostic(embed_reference_insecure, message, reference.span, help_text)
        for name, entry in _entries(loaded, files).items():
            if name.endswith(_SCRIPTS) and entry.size <= _MOST_SCRIPT_BYTES:
                yield from _in_script(SourceText(name, entry.read().decode("utf-8", "replace")))


@rule("CRS-134", "embed-reference-outside", Severity.ERROR, since="0.1", spec="BLD-15; CSP-04")
def embed_reference_outside(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """An embedded page loads something from an origin that is not allowed.

    What: a page or style sheet in the folder of an `embed` loads a file from an `https:` address whose origin
    `external` in `course.yaml` does not list.
    Why it matters: courses ask nobody but the LMS, unless their author says so: what another host gives can
    change or go away, and the host learns who learns.
    Example: `<script src="https://code.example/library.js">`.
    Fix: put the file into the folder, or add the origin to `external`.
    """
    for address, span in _loads(loaded):
        origin = origin_of(address)
        if origin not in loaded.complete.external:
            message = f'the page loads "{address}" from an origin that is not allowed'
            help_text = f'put the file into the folder, or add "- {origin}" to "external" in course.yaml'
            yield Diagnostic(embed_reference_outside, message, span, help_text)


def loaded_by_pages(loaded: LoadedCourse) -> Iterator[str]:
    """Give the addresses on the web that embedded pages load when they are shown."""
    return (address for address, _ in _loads(loaded))


def _loads(loaded: LoadedCourse) -> Iterator[tuple[str, Span]]:
    for _, _, files in _folders(loaded):
        for reference in Content(_entries(loaded, files)).references:
            if reference.target.scheme == "https" and reference.element not in _LINKS:
                yield reference.address, reference.span


def _folders(loaded: LoadedCourse) -> Iterator[tuple[Span, str, tuple[FolderFile, ...]]]:
    """Give each folder of embedded pages once, with the place that names it first."""
    seen: set[str] = set()
    for path, embed in blocks_of(loaded, Embed):
        folder = folder_of(embed.source)
        is_own = folder not in ("", loaded.complete.media)
        if is_own and folder not in seen and embed.source in loaded.embeds:
            seen.add(folder)
            yield loaded.span((*path, "source")), folder, loaded.embeds[embed.source]


def _entries(loaded: LoadedCourse, files: Iterable[FolderFile]) -> Mapping[str, Entry]:
    """Give the files under the names that people see in findings."""
    return {
        (PurePath(loaded.root) / file.name).as_posix(): Entry(
            file.name, size := file.path.stat().st_size, size, partial(pieces_of, file.path)
        )
        for file in files
        if file.path is not None
    }


def _in_script(source: SourceText) -> Iterator[Diagnostic]:
    for number, line in enumerate(source.text.splitlines(), 1):
        found = _INSECURE.search(line)
        if found:
            message = f'the script names "{found[0][1:]}", which is not secure'
            span = Span(source.name, number, found.start() + 2, source=source)
            help_text = "put the file into the folder, or use https"
            yield Diagnostic(embed_reference_insecure, message, span, help_text)


RULES = (
    embed_folder_shared,
    embed_file_name,
    embed_file_run,
    embed_reference_insecure,
    embed_reference_outside,
)
