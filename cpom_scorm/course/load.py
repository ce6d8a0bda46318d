"""Course folder → `Course` and findings. Every fault in the form of every file is given in one run."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from cpom_scorm.course import findings
from cpom_scorm.course.embeds import folder_files
from cpom_scorm.course.markdown_scan import links
from cpom_scorm.course.media import file_below, look_up, named_files, outside_wording
from cpom_scorm.course.model import Course
from cpom_scorm.course.readable import readable_part
from cpom_scorm.course.sources import CourseSources
from cpom_scorm.course.wording import describe
from cpom_scorm.diagnostics import Diagnostic, Label, Report
from cpom_scorm.schema import INLINE, MARKDOWN, PAGE, marked_texts
from cpom_scorm.source import SourceText, SourceTree, Span
from cpom_scorm.yaml_source import read_yaml_file

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cpom_scorm.course.embeds import FolderFile
    from cpom_scorm.course.markdown_scan import Found, Link
    from cpom_scorm.course.media import MediaFile
    from cpom_scorm.rule import Rule
    from cpom_scorm.source import DataPath

COURSE_FILE = "course.yaml"


@dataclass(frozen=True)
class LoadedCourse:
    """A course as it was read, able to tell where everything stands."""

    course: Course | None
    """None when the report holds an error."""
    sources: CourseSources
    root: Path
    """The course folder."""
    report: Report
    media: Mapping[str, MediaFile] = field(default_factory=dict)
    """Each file that the course names, as written there."""
    embeds: Mapping[str, tuple[FolderFile, ...]] = field(default_factory=dict)
    """Each embedded page that is there, with all files of its folder."""
    part: LoadedCourse | None = None
    """What can be judged of a course with errors: pages, quizzes and sections that could be read, whole."""

    @property
    def tree(self) -> SourceTree:
        """`course.yaml` itself, without its sections."""
        return self.sources.main

    @property
    def complete(self) -> Course:
        """The course, for those who have seen that the report holds no error. Raises ValueError otherwise."""
        if self.course is None:
            raise ValueError("the course was not understood; its report says why")
        return self.course

    def span(self, path: DataPath) -> Span:
        """Give the place of a value by its path, such as `("sections", 0, "pages", 1, "title")`."""
        return self.sources.span(path)

    def key_span(self, path: DataPath) -> Span:
        """Give the place of the key of a value."""
        return self.sources.key_span(path)

    def place_of(self, path: DataPath, found: Found) -> Span:
        """Give the place in the file of something found in the Markdown text at a path."""
        return self.sources.text_span(path, found.line, found.column, found.width)

    @cached_property
    def markdown(self) -> tuple[tuple[DataPath, str], ...]:
        """Every Markdown text of the course with its path."""
        return tuple(marked_texts(self.complete, MARKDOWN, INLINE))

    @cached_property
    def links(self) -> tuple[tuple[Link, Span], ...]:
        """Every link in Markdown, and picture written as one, with its place in the file."""
        return tuple(
            (link, self.place_of(path, link)) for path, text in self.markdown for link in links(text)
        )


def load_course(folder: Path) -> LoadedCourse:
    """Read a course folder. Never raises for what an author did: the report says what is wrong."""
    return _Loader(folder).load()


class _Loader:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.found: list[Diagnostic] = []

    def load(self) -> LoadedCourse:
        main = self._read(self.folder / COURSE_FILE, self._name(COURSE_FILE), None)
        if main is None:
            empty = SourceTree(None, {}, {}, {}, SourceText(self._name(COURSE_FILE), ""))
            return LoadedCourse(None, CourseSources(empty, ()), self.folder, Report.of(self.found))
        sources = CourseSources(main, self._sections(main))
        understood = self._understand(sources)
        report = Report.of(self.found)
        loaded = self._with_files(*understood) if understood else None
        if loaded and not report.has_errors:
            return replace(loaded, report=report)
        return LoadedCourse(None, sources, self.folder, report, part=loaded)

    def _with_files(self, course: Course, sources: CourseSources) -> LoadedCourse:
        media = {text: look_up(self.folder, text) for _, text in named_files(course)}
        pages = dict.fromkeys(text for _, text in named_files(course, PAGE))
        embeds = {page: folder_files(self.folder, page) for page in pages if media[page].state == "found"}
        return LoadedCourse(course, sources, self.folder, Report(), media, embeds)

    def _understand(self, sources: CourseSources) -> tuple[Course, CourseSources] | None:
        """Give the course or, where something in it is wrong, the rest of it."""
        try:
            return Course.model_validate(sources.data), sources
        except ValidationError as problem:
            errors = problem.errors(include_url=False)
        # What YAML would have changed is told once, not again as a wrong type.
        told = {found.span for found in self.found}
        self.found += [found for found in describe(errors, sources) if found.span not in told]
        return readable_part(errors, sources)

    def _sections(self, main: SourceTree) -> tuple[tuple[int, SourceTree], ...]:
        listed = main.data.get("sections") if isinstance(main.data, dict) else None
        if not isinstance(listed, list):
            return ()
        seen: dict[Path, Span] = {}
        trees = []
        for index, written in enumerate(listed):
            tree = self._section(written, main.span(("sections", index)), seen)
            if tree is not None:
                trees.append((index, tree))
        return tuple(trees)

    def _section(self, written: Any, span: Span, seen: dict[Path, Span]) -> SourceTree | None:
        if not isinstance(written, str):
            message = 'an entry of "sections" must be the path of a file'
            self._tell(
                findings.WRONG_TYPE, message, span, 'write a path such as "sections/1-1-overview.yaml"'
            )
            return None
        file = file_below(self.folder, written)
        if file is None:
            message, help_text = outside_wording(written)
            self._tell(findings.FILE_OUTSIDE, message, span, help_text)
            return None
        if file in seen:
            label = Label(seen[file], "first listed here")
            message = f'the section file "{written}" is listed twice'
            self._tell(findings.SECTION_FILE_TWICE, message, span, "remove one of the entries", label)
            return None
        seen[file] = span
        return self._read(file, self._name(written), span)

    def _read(self, file: Path, name: str, span: Span | None) -> SourceTree | None:
        try:
            result = read_yaml_file(file, name)
        except (FileNotFoundError, NotADirectoryError):
            self._tell_missing(name, span)
            return None
        except OSError as refusal:
            message = f'"{name}" cannot be opened: {(refusal.strerror or "unknown reason").lower()}'
            help_text = "name a file, and check who may read it"
            self._tell(findings.FILE_UNREADABLE, message, span or Span(name), help_text)
            return None
        self.found += result.diagnostics
        return result.tree

    def _tell_missing(self, name: str, span: Span | None) -> None:
        if span is None:
            message = f"there is no {COURSE_FILE} in the course folder"
            help_text = "name the folder that holds it; cpom-scorm new makes a course"
            self._tell(findings.COURSE_FILE_MISSING, message, Span(name), help_text)
        else:
            message = f'the section file "{name}" does not exist'
            help_text = "correct the path, minding capital letters, or create the file"
            self._tell(findings.SECTION_FILE_MISSING, message, span, help_text)

    def _tell(self, rule: Rule, message: str, span: Span, help_text: str, *labels: Label) -> None:
        self.found.append(Diagnostic(rule, message, span, help_text, labels))

    def _name(self, relative: str) -> str:
        """Give the path to show: what the user named, joined with where the file lies below."""
        return (PurePath(self.folder) / relative).as_posix()
