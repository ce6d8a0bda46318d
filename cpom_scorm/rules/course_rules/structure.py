"""Whether the parts of a course hold what they need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.blocks import Table
from cpom_scorm.diagnostics import Diagnostic
from cpom_scorm.rule import Severity, rule
from cpom_scorm.rules.course_rules.lookups import blocks_of, counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.course.load import LoadedCourse


@rule("CRS-023", "course-without-sections", Severity.ERROR, since="0.1", spec="author's format")
def course_without_sections(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """The course lists no section.

    What: `sections` in `course.yaml` is an empty list.
    Why it matters: learners would have nothing to read, and the course could never be completed.
    Example: `sections: []`.
    Fix: list the section files in the order in which they are read.
    """
    if not loaded.complete.sections:
        help_text = 'add a section file such as "sections/1-1-overview.yaml"'
        yield Diagnostic(
            course_without_sections, "the course has no sections", loaded.key_span(("sections",)), help_text
        )


@rule("CRS-024", "section-without-pages", Severity.ERROR, since="0.1", spec="author's format")
def section_without_pages(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """A section has neither pages nor a quiz.

    What: `pages` of a section is an empty list, and the section has no `quiz` either. With a quiz it would be
    an assessment.
    Why it matters: the section would stand in the menu and lead nowhere.
    Example: `pages: []`.
    Fix: add a page or a quiz, or take the section out of `course.yaml` until it is written.
    """
    for at, section in enumerate(loaded.complete.sections):
        if not section.pages and section.quiz is None:
            message = f'the section "{section.id}" has no pages and no quiz'
            span = loaded.key_span(("sections", at, "pages"))
            help_text = "add a page or a quiz, or take the section out of course.yaml"
            yield Diagnostic(section_without_pages, message, span, help_text)


@rule("CRS-025", "page-without-blocks", Severity.ERROR, since="0.1", spec="author's format")
def page_without_blocks(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """A page has no blocks.

    What: `blocks` of a page is an empty list.
    Why it matters: learners would meet an empty page that counts towards completion.
    Example: `blocks: []`.
    Fix: add a block, or remove the page.
    """
    for path, page, _ in loaded.complete.placed_pages():
        if not page.blocks:
            message = f'the page "{page.id}" has no blocks'
            span = loaded.key_span((*path, "blocks"))
            yield Diagnostic(page_without_blocks, message, span, "add a block, or remove the page")


@rule("CRS-026", "quiz-without-questions", Severity.ERROR, since="0.1", spec="author's format")
def quiz_without_questions(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """A quiz has no questions.

    What: `questions` of a quiz is an empty list or left out, and no pool holds any either.
    Why it matters: the quiz has no score, so neither it nor the course could ever be passed.
    Example: `questions: []`.
    Fix: add a question, or remove the quiz.
    """
    for at, section in enumerate(loaded.complete.sections):
        if section.quiz and not section.quiz.every_question:
            message = f'the quiz of section "{section.id}" has no questions'
            place = ("sections", at, "quiz")
            span = loaded.key_span(
                (*place, "questions") if "questions" in section.quiz.model_fields_set else place
            )
            yield Diagnostic(quiz_without_questions, message, span, "add a question, or remove the quiz")


@rule("CRS-029", "quiz-without-score", Severity.ERROR, since="0.1", spec="author's format")
def quiz_without_score(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """No question of a quiz can be right or wrong.

    What: a quiz, its pools included, holds likert and long_fill_in questions only.
    Why it matters: the quiz has no score, so neither it nor the course could ever be passed.
    Example: a quiz whose only question is `kind: likert`.
    Fix: add a question that is scored, or put these on a page.
    """
    for at, section in enumerate(loaded.complete.sections):
        questions = section.quiz.every_question if section.quiz else ()
        if questions and not any(question.is_scored for question in questions):
            message = f'no question of the quiz of section "{section.id}" is scored'
            span = loaded.key_span(("sections", at, "quiz"))
            help_text = "add a question that is scored, or put these on a page"
            yield Diagnostic(quiz_without_score, message, span, help_text)


@rule("CRS-027", "table-row-length", Severity.ERROR, since="0.1", spec="WCAG 2.2, 1.3.1")
def table_row_length(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """A table row has another number of cells than there are columns.

    What: a row is longer or shorter than `columns`.
    Why it matters: cells would stand under the wrong heading, which a screen reader reads out as a fact.
    Example: `columns: [Measure, Target]` with the row `[Turns, 14, per year]`.
    Fix: write one cell for each column; an empty cell is `""`.
    """
    for path, table in blocks_of(loaded, Table):
        for index, row in enumerate(table.rows):
            if len(row) != len(table.columns):
                cells, columns = counted(len(row), "cell"), counted(len(table.columns), "column")
                message = f"the row has {cells}, but the table has {columns}"
                span = loaded.span((*path, "rows", index))
                help_text = 'write one cell for each column; an empty cell is ""'
                yield Diagnostic(table_row_length, message, span, help_text)


@rule("CRS-028", "table-align-length", Severity.ERROR, since="0.1", spec="author's format")
def table_align_length(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """`align` of a table has another number of words than there are columns.

    What: `align` does not say for each column how it is aligned.
    Why it matters: it would be a guess which columns you meant.
    Example: `columns: [Measure, Target]` with `align: [end]`.
    Fix: write `start` or `end` once for each column.
    """
    for path, table in blocks_of(loaded, Table):
        if table.align is not None and len(table.align) != len(table.columns):
            columns = counted(len(table.columns), "column")
            message = f'"align" has {counted(len(table.align), "word")}, but the table has {columns}'
            span = loaded.span((*path, "align"))
            yield Diagnostic(table_align_length, message, span, "write start or end once for each column")


RULES = (
    course_without_sections,
    section_without_pages,
    page_without_blocks,
    quiz_without_questions,
    quiz_without_score,
    table_row_length,
    table_align_length,
)
