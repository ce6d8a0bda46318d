"""Words that learners type, and which of them are accepted: what fill_in and cloze share."""

from collections.abc import Sequence
from typing import Annotated

from pydantic import Field

from cpom_scorm.editions.edition import ResponseForm
from cpom_scorm.interactions.responses import free_text

WordsLength = Annotated[int, Field(ge=1, le=250)]
"""Bytes of UTF-8: one for an English letter, two to four for others. SCORM 2004 keeps 250 characters."""
DEFAULT_WORDS = 60


def accepted_patterns(accept: Sequence[str], form: ResponseForm, *, case_matters: bool) -> tuple[str, ...]:
    """Write each accepted text as a pattern of its own, as many as the edition takes."""
    mark = form.case_property if case_matters else ""
    texts = dict.fromkeys(mark + free_text(text, form) for text in accept)
    return tuple(texts)[: form.max_patterns]
