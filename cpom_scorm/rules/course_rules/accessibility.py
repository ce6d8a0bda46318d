"""Whether people with disabilities get what everybody gets (A11Y-09)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.blocks import Comparison, Figure
from cpom_scorm.course.contents import placed_blocks
from cpom_scorm.course.markdown_scan import headings
from cpom_scorm.diagnostics import Diagnostic
from cpom_scorm.render.catalogue import language_of_strings, languages
from cpom_scorm.rule import Severity, rule
from cpom_scorm.rules.course_rules.lookups import blocks_of
from cpom_scorm.schema import MARKDOWN, marked_texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.course.load import LoadedCourse

_PAGE_LEVEL = 1
_UNCLEAR = frozenset(
    (
        "click",
        "click here",
        "details",
        "here",
        "learn more",
        "link",
        "more",
        "read more",
        "see here",
        "this",
        "this link",
    )
)


@rule("A11-001", "figure-without-alt", Severity.ERROR, since="0.1", spec="WCAG 2.2, 1.1.1; A11Y-09")
def figure_without_alt(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """A picture has no text that stands for it.

    What: a figure has no `alt` and no `decorative: true`, or a side of a comparison has none.
    Why it matters: people who do not see the picture would not know what it says, or that it says nothing.
    Example: a figure with `image` only.
    Fix: say in `alt` what the picture tells; for a figure that tells nothing, write `decorative: true`.
    """
    for path, figure in blocks_of(loaded, Figure):
        if figure.alt is None and not figure.decorative:
            message = f'the picture "{figure.image}" has no "alt"'
            help_text = 'say in "alt" what the picture tells, or write decorative: true'
            yield Diagnostic(figure_without_alt, message, loaded.span((*path, "image")), help_text)
    for path, comparison in blocks_of(loaded, Comparison):
        for at, side in enumerate(comparison.sides):
            if side.image is not None and side.alt is None:
                message = f'the picture "{side.image}" has no "alt"'
                span = loaded.span((*path, "sides", at, "image"))
                help_text = 'say in "alt" what the picture tells'
                yield Diagnostic(figure_without_alt, message, span, help_text)


@rule("A11-002", "decorative-figure-with-text", Severity.ERROR, since="0.1", spec="WCAG 2.2, 1.1.1")
def decorative_figure_with_text(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """A picture is called decorative but has a text that stands for it.

    What: a figure has `decorative: true` and also `alt` or `long_description`.
    Why it matters: screen readers pass over decorative pictures, so the text would never be heard.
    Example: `decorative: true` beside `alt: The flow of orders`.
    Fix: remove `decorative`, or remove the text.
    """
    for path, figure in blocks_of(loaded, Figure):
        for name in ("alt", "long_description"):
            if figure.decorative and getattr(figure, name) is not None:
                message = f'the picture is decorative, so its "{name}" is never heard'
                span = loaded.key_span((*path, name))
                yield Diagnostic(
                    decorative_figure_with_text, message, span, f'remove "decorative" or "{name}"'
                )


@rule("A11-003", "heading-order", Severity.ERROR, since="0.1", spec="WCAG 2.2, 1.3.1; A11Y-09")
def heading_order(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """A heading is at the wrong level.

    What: a heading is `#`, which is the page title's level, or skips a level below the one before it.
    Why it matters: screen-reader users move by headings; a gap looks like missing content.
    Example: `#### Detail` right after `## Topic`.
    Fix: start at `##`, and go down one `#` at a time.
    """
    page_id, before = "", _PAGE_LEVEL
    for path, block, page in placed_blocks(loaded.complete):
        if page.id != page_id:
            page_id, before = page.id, _PAGE_LEVEL
        for inner, text in marked_texts(block, MARKDOWN):
            for heading in headings(text):
                if heading.level == _PAGE_LEVEL:
                    message, level = "the heading has the level of the page title", _PAGE_LEVEL + 1
                else:
                    message, level = f"the heading skips from level {before} to {heading.level}", before + 1
                if heading.level == _PAGE_LEVEL or heading.level > level:
                    span = loaded.place_of((*path, *inner), heading)
                    yield Diagnostic(heading_order, message, span, f'start it with "{"#" * level}"')
                before = max(heading.level, _PAGE_LEVEL + 1)


@rule("A11-004", "link-without-text", Severity.ERROR, since="0.1", spec="WCAG 2.2, 2.4.4; A11Y-09")
def link_without_text(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """A link has no text.

    What: nothing stands between the square brackets of a link.
    Why it matters: nobody can see or hear the link.
    Example: `[](https://example.org)`.
    Fix: write what the link leads to.
    """
    for link, span in loaded.links:
        if not link.is_image and not link.text.strip(" \t\n*_`"):
            message = f'the link to "{link.target}" has no text'
            yield Diagnostic(link_without_text, message, span, "write in the brackets what the link leads to")


@rule("A11-005", "link-text-unclear", Severity.WARNING, since="0.1", spec="WCAG 2.2, 2.4.4; A11Y-09")
def link_text_unclear(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """The text of a link does not say where it leads.

    What: the link reads "here", "click here", "more" or the like.
    Why it matters: screen readers list the links of a page; five times "here" tells nothing.
    Example: `[here](https://example.org)`.
    Fix: put the brackets around the words that name the target.
    """
    for link, span in loaded.links:
        if not link.is_image and link.text.strip(" \t\n*_.").casefold() in _UNCLEAR:
            message = f'the link text "{link.text.strip()}" does not say where the link leads'
            help_text = "put the brackets around the words that name the target"
            yield Diagnostic(link_text_unclear, message, span, help_text)


@rule("A11-006", "language-without-strings", Severity.WARNING, since="0.1", spec="WCAG 2.2, 3.1.2; A11Y-10")
def language_without_strings(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """The player does not speak the language of the course.

    What: there is no catalogue of strings for `language`, nor for the language without its region.
    Why it matters: buttons, messages and results are in English, and screen readers pronounce them by the
    rules of the course's language.
    Example: `language: de`.
    Fix: add `cpom_scorm/locales/<language>.yaml` as CONTRIBUTING.md says, or accept an English frame
    around the course.
    """
    language = loaded.complete.language
    if language_of_strings(language) is None:
        known = ", ".join(languages())
        message = f'no strings in "{language}", only in {known}: buttons and messages are in English'
        help_text = "write in one of these, or add a catalogue as CONTRIBUTING.md says"
        yield Diagnostic(language_without_strings, message, loaded.span(("language",)), help_text)


RULES = (
    figure_without_alt,
    decorative_figure_with_text,
    heading_order,
    link_without_text,
    link_text_unclear,
    language_without_strings,
)
