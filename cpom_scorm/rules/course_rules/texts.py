"""Whether there is room for the texts that learners write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.blocks import Builder
from cpom_scorm.course.contents import placed_kept
from cpom_scorm.diagnostics import Diagnostic
from cpom_scorm.editions import EDITIONS
from cpom_scorm.rule import Severity, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.course.load import LoadedCourse
    from cpom_scorm.source import DataPath


@rule("CRS-058", "free-text-too-large", Severity.WARNING, since="0.1", spec="RUN-62; SCORM 1.2 RTE 3.4.4")
def free_text_too_large(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """`free_text` is more than an edition keeps.

    What: `free_text` reaches what an LMS of an edition keeps of a learner's progress in all.
    Why it matters: progress of learners who write much would not fit, so the edition cannot be built.
    Example: `free_text: 8000`, while SCORM 1.2 keeps 4,096 bytes in all.
    Fix: write less, or build only editions that keep more.
    """
    budget = loaded.complete.free_text
    for edition in EDITIONS:
        most = edition.limits.suspend_data
        if budget is not None and budget >= most:
            message = f'"free_text" is {budget:,} bytes, and {edition.title} keeps {most:,} of all progress'
            span = loaded.span(("free_text",))
            help_text = f"write {edition.limits.free_text} or less, or do not build this edition"
            yield Diagnostic(free_text_too_large, message, span, help_text)


@rule("CRS-059", "texts-over-budget", Severity.WARNING, since="0.1", spec="RUN-62; author's format")
def texts_over_budget(loaded: LoadedCourse) -> Iterator[Diagnostic]:
    """Learners can write more than is kept.

    What: `max_length` of everything that learners write in their own words (long_fill_in, reflection, the
    prompts of a builder) together is more than `free_text` of the course, or, where that is left out, than
    the smallest room that an edition has. An error where it is more than `free_text`.
    Why it matters: learners who write much would find that their last text is not kept with their progress.
    Example: three questions of kind long_fill_in with `max_length: 500`; SCORM 1.2 has room for 1,000 bytes.
    Fix: lower `max_length`, ask for fewer texts, or raise `free_text`.
    """
    texts = list(_free_texts(loaded))
    total, budget = sum(length for _, length in texts), loaded.complete.free_text
    if budget is not None:
        if total > budget:
            message = f'learners can write {total:,} bytes in all, but "free_text" is {budget:,}'
            help_text = f'lower "max_length" here or elsewhere, or write "free_text: {total}"'
            span = loaded.key_span(texts[-1][0])
            yield Diagnostic(texts_over_budget, message, span, help_text, weight=Severity.ERROR)
        return
    least = min(edition.limits.free_text for edition in EDITIONS)
    if total > least:
        names = [edition.title for edition in EDITIONS if edition.limits.free_text == least]
        message = (
            f"learners can write {total:,} bytes in all, but {' and '.join(names)} keep {least:,} of them"
        )
        span = loaded.key_span(texts[-1][0])
        help_text = 'lower "max_length" here or elsewhere, or set "free_text" in course.yaml'
        yield Diagnostic(texts_over_budget, message, span, help_text)


def _free_texts(loaded: LoadedCourse) -> Iterator[tuple[DataPath, int]]:
    """Give where each length is written, or would be, and the length."""
    for path, block in placed_kept(loaded.complete):
        if isinstance(block, Builder):
            for at, prompt in enumerate(block.prompts):
                yield (*path, "prompts", at, "max_length"), prompt.max_length
        elif block.is_free_text:
            yield (*path, "max_length"), sum(block.text_room().values())


RULES = (free_text_too_large, texts_over_budget)
