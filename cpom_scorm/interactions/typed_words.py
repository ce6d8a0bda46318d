"""Words that learners type, and which of them are accepted: what fill_in and cloze share."""

import re
from collections.abc import Sequence
from typing import Annotated

from pydantic import Field

from cpom_scorm.editions.edition import ResponseForm
from cpom_scorm.interactions.responses import free_text

WordsLength = Annotated[int, Field(ge=1, le=250)]
"""Bytes of UTF-8: one for an English letter, two to four for others. SCORM 2004 keeps 250 characters."""
DEFAULT_WORDS = 60

_SPLIT = re.compile(r"^ |,")


def accepted_patterns(accept: Sequence[str], form: ResponseForm, *, case_matters: bool) -> tuple[str, ...]:
    """Write each accepted text as a pattern of its own, as many as the edition takes.

    Where patterns are lists, a text that a run-time would take apart is left out: scorm-again splits at every
    comma and refuses what begins with a space.
    """
    mark = form.case_property if case_matters else ""
    patterns = dict.fromkeys(mark + free_text(text, form) for text in accept)
    whole = (text for text in patterns if not form.item_separator or not _SPLIT.search(text))
    return tuple(whole)[: form.max_patterns]
