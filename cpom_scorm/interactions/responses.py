"""Answers as the text that the LMS stores: the only Python that joins delimiters.

Twin of `player/responses.js`: Python writes correct patterns, the player learners' answers, and both are held
to the same vectors. Nothing here knows an edition; its `ResponseForm` says how lists and pairs are written.
"""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal

from cpom_scorm.editions.edition import ResponseForm

Letters = Mapping[str, str]
"""Id of an option, source or target → its SCORM 1.2 character."""

MOST_DECIMALS = 7
"""Of a real number in SCORM 2004 (RTE 4.1.1.7); more would be cut or refused (RTE-115)."""

_SPACES = re.compile(
    "[\\t\\n\\v\\f\\r \\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff]+"
)
"""What JavaScript takes for white space."""
_BRACE = re.compile(r"^(?=\{)")
"""What begins with one is read as a property such as {lang=en} (2004 RTE 4.1.1.6)."""


def judgment(response: bool, form: ResponseForm) -> str:  # noqa: FBT001 - it is the response
    """Write true or false."""
    return form.true_word if response else form.false_word


def one_option(response: str, form: ResponseForm, letters: Letters) -> str:
    """Write one option."""
    return letters[response] if form.uses_letters else response


def option_set(response: Iterable[str], form: ResponseForm, letters: Letters) -> str:
    """Write chosen options in the order of their letters, which is the question's own."""
    return option_order(sorted(response, key=lambda option: letters[option]), form, letters)


def option_order(response: Iterable[str], form: ResponseForm, letters: Letters) -> str:
    """Write options in the order given."""
    return form.item_separator.join(one_option(option, form, letters) for option in response)


def pairs(response: Mapping[str, str], form: ResponseForm, letters: Letters) -> str:
    """Write pairs of a source and its target, in the order of the sources' letters."""
    return form.item_separator.join(
        one_option(source, form, letters) + form.pair_separator + one_option(response[source], form, letters)
        for source in sorted(response, key=lambda source: letters[source])
    )


def path(response: Mapping[str, str], form: ResponseForm) -> str:
    """Write the steps of a scenario with what was decided in each, in the order in which they were taken."""
    return form.item_separator.join(step + form.pair_separator + answer for step, answer in response.items())


def free_text(response: str, form: ResponseForm) -> str:
    """Write words of people on one line, kept from being read as a delimiter or a property."""
    line = _BRACE.sub(" ", one_line(response))
    if not form.item_separator:
        return line
    return line.replace(form.item_separator, " ".join((form.item_separator[:-1], form.item_separator[-1])))


def one_line(text: str) -> str:
    """Fold white space as the player does with what learners type."""
    return _SPACES.sub(" ", text).strip(" ")


def number_range(low: Decimal, target: Decimal, high: Decimal, form: ResponseForm) -> str:
    """Write what counts as a correct number: both ends, or the target alone where an edition has no ranges.

    2004 has no pattern of one number, so an exact answer is a range from it to itself (2004 RTE 4.2.9.1).
    """
    if form.range_separator:
        return number_text(low) + form.range_separator + number_text(high)
    return number_text(target)


def number_text(number: Decimal) -> str:
    """Write a number as every LMS takes it: no exponent, a digit before the point, at most 7 decimals."""
    rounded = round(number, MOST_DECIMALS).normalize()
    return format(rounded, "f") if rounded else "0"
