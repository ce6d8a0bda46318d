"""The code that a launch page reaches, and what can be found in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from cpom_scorm.package.content.files import PAGE_ENDINGS, SCRIPT_ENDINGS
from cpom_scorm.package.content.scripts import find_in_code, may_load_more, named_files
from cpom_scorm.package.hrefs import folder_of, target_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.package.content.content import Content
    from cpom_scorm.package.content.references import Snippet
    from cpom_scorm.source import Span

_LEADS_ON = frozenset({"script", "import", "iframe", "frame", "object", "embed", "a", "area", "meta"})
_LOADED = frozenset({"script", "import"})
_CODE_ENDINGS = (*PAGE_ENDINGS, *SCRIPT_ENDINGS)


@dataclass(frozen=True, slots=True)
class Word:
    """Something to look for in code."""

    part: str
    """A text that every occurrence holds: files without it are passed over at once."""
    pattern: re.Pattern[str]

    @classmethod
    def alone(cls, text: str) -> Word:
        """Make a word that counts only where it is no part of a longer name."""
        return cls(text, re.compile(rf"(?<![A-Za-z0-9_]){re.escape(text)}(?![A-Za-z0-9_])"))

    @classmethod
    def anywhere(cls, text: str) -> Word:
        """Make a word that counts as a part of a name too."""
        return cls(text, re.compile(re.escape(text)))


@dataclass(frozen=True, slots=True)
class Reach:
    """What may run once a page is launched."""

    files: frozenset[str]
    """Pages and scripts; all of the package where scripts load files by names that they put together."""
    is_known: bool
    """Whether all of it can be read: nothing comes from the web or is too large."""


class Code:
    """Looks for words in the code of a package. Comments do not count."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self.reach = cache(self._reach)
        self.find = cache(self._find)

    def _reach(self, launch: str) -> Reach:
        """Follow a launch page to the scripts, frames and pages that it leads to."""
        content = self._content
        seen: set[str] = set()
        waiting = [launch]
        while waiting:
            name = waiting.pop()
            if name in seen:
                continue
            seen.add(name)
            if name not in content.texts:
                is_code = name in content.files and name.lower().endswith(_CODE_ENDINGS)
                if is_code or name.lower().endswith(".swf"):
                    return Reach(content.code_files, is_known=False)
                continue
            if any(may_load_more(text) for text in self._scripts(name)):
                return Reach(content.code_files, self._is_known(content.code_files))
            waiting += self._next(name)
        files = frozenset(name for name in seen if name in content.code_files)
        return Reach(files, self._is_known(files))

    def _is_known(self, files: frozenset[str]) -> bool:
        references = (one for name in files for one in self._content.references_of.get(name, ()))
        loaded = [one.target for one in references if one.element in _LOADED]
        code = (name for name in self._content.files if name.lower().endswith(_CODE_ENDINGS))
        pages = (page for page in map(self._content.pages.get, files) if page is not None)
        return (
            all(name in self._content.texts for name in code)
            and all(page.is_whole for page in pages)
            and all(target.scheme is None for target in loaded)
        )

    def _next(self, name: str) -> Iterator[str]:
        for reference in self._content.references_of.get(name, ()):
            if reference.element in _LEADS_ON and reference.target.path:
                yield reference.target.path
        for text in self._scripts(name):
            for written in named_files(text):
                for base in (folder_of(name), ""):
                    path = target_of(written, base).path
                    if path in self._content.texts:
                        yield path

    def _scripts(self, name: str) -> Iterator[str]:
        for snippet in self._snippets(name):
            yield snippet.code
        if name.lower().endswith(SCRIPT_ENDINGS):
            yield self._content.texts[name].text

    def _snippets(self, name: str) -> tuple[Snippet, ...]:
        page = self._content.pages.get(name)
        return page.snippets if page else ()

    def direct(self, page: str) -> frozenset[str]:
        """Give a page and the scripts that it loads itself."""
        references = self._content.references_of.get(page, ())
        paths = {one.target.path for one in references if one.element in _LOADED}
        return frozenset(name for name in {page, *paths} if name in self._content.code_files)

    def holds(self, files: frozenset[str], word: Word) -> bool:
        """Whether the code of any of these files holds a word."""
        return self.find(files, word) is not None

    def _find(self, files: frozenset[str], word: Word) -> Span | None:
        """Give the place of the first occurrence in the code of these files; None where there is none."""
        return next(self.finds(files, word), None)

    def finds(self, files: frozenset[str], word: Word) -> Iterator[Span]:
        """Give the first occurrence in each of these files."""
        for name in sorted(files):
            text = self._content.texts[name]
            if word.part not in text.text:
                continue
            if name.lower().endswith(SCRIPT_ENDINGS):
                at = find_in_code(text.text, word.pattern)
                if at is not None:
                    yield text.span(at)
                continue
            for snippet in self._snippets(name):
                at = find_in_code(snippet.code, word.pattern)
                if at is not None:
                    yield text.span(snippet.at + (0 if snippet.event else at))
                    break
