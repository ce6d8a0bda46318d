"""Whether titles and texts arrive as the author means them, and whether links lead somewhere."""

from __future__ import annotations

import difflib
import re
from itertools import islice
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from cpom_scorm.course.markdown_scan import html_tags
from cpom_scorm.diagnostics import Diagnostic
from cpom_scorm.rule import Severity, rule
from cpom_scorm.schema import MARKDOWN, marked_texts

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from cpom_scorm.course.load import LoadedCourse
    from cpom_scorm.source import DataPath

_LONGEST_TITLE = 255
_MARKUP = re.compile(r"</?[A-Za-z][^<>]*>?|<!--|&#?\w+;|\*\*(?=\S)|`|\]\(")
_CURLY = re.compile("[“„‟][^“”„‟]*[“”]|[‘‚‛][^‘’‚‛]*[‘’]|«[^«»]*»")
_OF_ITS_OWN = re.compile(r"\s*(?:[-*+]|#{1,6}|\d{1,3}[.)])\s+\S")
"""A line of Markdown that goes on from no other."""
_NAMES = ("title", "short_title", "subtitle", "number", "label", "caption", "term", "front")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_SCHEMES = ("https:", "http:", "mailto:")


@rule(
    "CRS-050",
    "title-too-long",
    Severity.ERROR,
    since="0.1",
    spec="CAM 3.4 smallest permitted maximums; Moodle",
)
def title_too_long(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """A title is longer than LMSs store.

    What: a title has more than 255 characters.
    Why it matters: some LMSs cut it, Moodle ends the import with a database error.
    Example: a whole paragraph as `title`.
    Fix: shorten the title, and move the rest to `summary` or `lead`.
    """
    for path, title in _titles(loaded):
        if len(title) > _LONGEST_TITLE:
            message = f"the title has {len(title)} characters, but {_LONGEST_TITLE} is the most"
            help_text = 'shorten it, and move the rest to "summary" or "lead"'
            yield Diagnostic(title_too_long, message, loaded.span(path), help_text)


@rule("CRS-051", "title-with-markup", Severity.ERROR, since="0.1", spec="SEC-12")
def title_with_markup(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """A title holds markup.

    What: a title contains an HTML tag, an entity such as `&amp;`, or Markdown signs.
    Why it matters: titles are plain text; learners and LMS menus would show the signs, and some LMSs would
    run the tag.
    Example: `title: The <b>new</b> role`.
    Fix: write the title without markup.
    """
    for path, title in _titles(loaded):
        found = _MARKUP.search(title)
        if found:
            message = f'the title holds the markup "{found[0]}"'
            yield Diagnostic(title_with_markup, message, loaded.span(path), "write the title without markup")


@rule("CRS-052", "insecure-link", Severity.ERROR, since="0.1", spec="BLD-15")
def insecure_link(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """A link uses `http:`.

    What: a link leads to an address that begins with `http:`.
    Why it matters: LMSs run on https, and browsers block or warn about what is not.
    Example: `[the board](http://example.org)`.
    Fix: write `https:`.
    """
    for link, span in loaded.links:
        if link.target.lower().startswith("http:"):
            message = f'the link leads to "{link.target}" without encryption'
            yield Diagnostic(insecure_link, message, span, "write https:")


@rule("CRS-053", "link-scheme", Severity.ERROR, since="0.1", spec="SEC-06")
def link_scheme(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """A link uses an address that is not for people to follow.

    What: a link begins with another scheme than `https:` or `mailto:`, or with `//`.
    Why it matters: such links can run code or reach into the LMS, so they are not built.
    Example: `[open](javascript:alert(1))`, `[form](//example.org/form)`.
    Fix: link to an `https:` address.
    """
    for link, span in loaded.links:
        scheme = _SCHEME.match(link.target)
        if link.target.startswith("//") or (scheme and scheme[0].lower() not in _SCHEMES):
            message = f'the link leads to "{link.target}", but only https: and mailto: are followed'
            yield Diagnostic(link_scheme, message, span, "link to an https: address")


@rule("CRS-054", "link-leads-nowhere", Severity.ERROR, since="0.1", spec="author's format")
def link_leads_nowhere(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """A link leads to nothing in the package.

    What: a link is neither an `https:` address nor `#/page/` with the id of a page, nor `#/quiz/` with the id
    of a section that has a quiz, nor `#/glossary/` with the id of a term.
    Why it matters: learners would see an error page of the LMS, and could lose their place.
    Example: `[next](page2.html)`, `[doses](#/page/one_doze)`.
    Fix: link to a page as `#/page/<id>`.
    """
    course = loaded.complete
    places = {f"#/page/{page.id}" for _, page, _ in course.placed_pages()}
    places |= {f"#/quiz/{section.id}" for section in course.sections if section.quiz}
    places |= {f"#/glossary/{term.id}" for term in course.glossary}
    for link, span in loaded.links:
        if link.is_image or not link.target or _SCHEME.match(link.target) or link.target.startswith("//"):
            continue
        if link.target not in places:
            message = f'the link leads to "{link.target}", which the course does not have'
            meant = _place_meant(link.target, places)
            help_text = f'write "{meant}"' if meant else "link to a page as #/page/ and its id"
            yield Diagnostic(link_leads_nowhere, message, span, help_text)


@rule("CRS-055", "picture-in-text", Severity.ERROR, since="0.1", spec="author's format")
def picture_in_text(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """A picture stands inside Markdown text.

    What: a text holds `![…](…)`.
    Why it matters: pictures in running text have no size, caption or long description, so they are not built.
    Example: `![Flow](media/flow.svg)`.
    Fix: add a block of kind `figure`.
    """
    for link, span in loaded.links:
        if link.is_image:
            message = f'the picture "{link.target}" stands inside a text'
            yield Diagnostic(picture_in_text, message, span, "add a block of kind figure")


@rule("CRS-056", "html-in-text", Severity.WARNING, since="0.1", spec="SEC-06")
def html_in_text(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """A text holds HTML.

    What: a Markdown text contains an HTML tag or comment.
    Why it matters: HTML is off, because it could run code; learners see the tag as text.
    Example: `5 mg<br>twice daily`.
    Fix: use Markdown, or put the text in backquotes if the tag is meant to be seen.
    """
    for path, text in loaded.markdown:
        for found, tag in html_tags(text):
            message = f'learners will see the tag "{tag}" as text'
            help_text = "use Markdown, or put the tag in backquotes if learners are to see it"
            yield Diagnostic(html_in_text, message, loaded.place_of(path, found), help_text)


@rule("CRS-060", "curly-quotes-around", Severity.WARNING, since="0.1", spec="author's format")
def curly_quotes_around(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """A title stands in curly quotes.

    What: a title, label, caption or term begins with a curly quote and ends with one, and no straight quotes
    stand around it.
    Why it matters: word processors turn quotes into curly ones. To YAML these are letters, so learners read
    them, in menus and in the LMS as well.
    Example: `title: “The basics”`.
    Fix: take the quotes away, or write straight ones. Where learners are to read them, put straight quotes
    around the whole: `title: "“Just culture”"`.
    """
    for path, text in _named_texts(loaded.complete.model_dump(), ()):
        span = loaded.span(path)
        line = span.source.line(span.line or 0) if span.source else None
        # Inside straight quotes they are meant.
        if _CURLY.fullmatch(text) and line and span.column and line[span.column - 1] == text[0]:
            message = f'learners will see the curly quotes of "{path[-1]}"'
            help_text = "take them away; where they are meant, put straight quotes around the whole"
            yield Diagnostic(curly_quotes_around, message, span, help_text)


@rule("CRS-061", "lines-joined", Severity.WARNING, since="0.1", spec="YAML 1.1, folded and plain texts")
def lines_joined(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """A list or heading is lost, because YAML joins its line to the one above.

    What: a text of several lines holds a list or a heading, and does not stand below `|`.
    Why it matters: YAML makes one line of lines that follow each other: learners would read the signs of the
    list in the middle of a sentence.
    Example: `text:` and, on the lines below it, a sentence and `- one`, `- two`.
    Fix: write `|` behind the key.
    """
    for path, text in marked_texts(loaded.complete, MARKDOWN):
        starts = tuple(line.strip() for line in text.split("\n"))
        lost = (
            span
            for span, line in loaded.sources.foldable_lines(path)
            if _OF_ITS_OWN.match(line) and not any(start.startswith(line.strip()) for start in starts)
        )
        for span in islice(lost, 1):
            message = f'YAML joins this line of "{path[-1]}" to the one above, so it is no list or heading'
            help_text = f'write "{path[-1]}: |", and all of the text on the lines below it'
            yield Diagnostic(lines_joined, message, span, help_text)


def _named_texts(value: Any, path: DataPath) -> Iterator[tuple[DataPath, str]]:
    """Give the short texts that name something, with their paths."""
    if isinstance(value, str) and path[-1] in _NAMES:
        yield path, value
    members = (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, tuple) else ()
    )
    for key, member in members:
        yield from _named_texts(member, (*path, key))


def _place_meant(target: str, places: Collection[str]) -> str | None:
    """Give the place that a link most likely means, by the id at its end."""
    by_name = {place.rpartition("/")[2]: place for place in sorted(places, reverse=True)}
    near = difflib.get_close_matches(PurePosixPath(target.lstrip("#")).stem, by_name, 1)
    return by_name[near[0]] if near else None


def _titles(loaded: LoadedCourse) -> Iterator[tuple[DataPath, str]]:
    """Give the titles that LMSs and browsers show on their own, with their paths."""
    course = loaded.complete
    titles: list[tuple[DataPath, str | None]] = [
        (("title",), course.title),
        (("short_title",), course.short_title),
    ]
    for path, page, _ in course.placed_pages():
        titles.append(((*path, "title"), page.title))
    for at, section in enumerate(course.sections):
        titles.append((("sections", at, "title"), section.title))
        titles.append((("sections", at, "short_title"), section.short_title))
        if section.quiz:
            titles.append((("sections", at, "quiz", "title"), section.quiz.title))
    return ((path, title) for path, title in titles if title)


RULES = (
    title_too_long,
    title_with_markup,
    insecure_link,
    link_scheme,
    link_leads_nowhere,
    picture_in_text,
    html_in_text,
    curly_quotes_around,
    lines_joined,
)
