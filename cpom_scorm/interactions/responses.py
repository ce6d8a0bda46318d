"""Answers as the text that the LMS stores: the only Python that joins delimiters.

Twin of `player/responses.js`: Python writes correct patterns, the player learners' answers, and both are held
to the same vectors. Nothing here knows an edition; its `ResponseForm` says how lists and pairs are written.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TypeAlias

from cpom_scorm.editions.edition import ResponseForm

Response: TypeAlias = bool | str | Sequence[str] | Mapping[str, str]
"""true_false: bool. choice: ids of options. matching: source id → target id. numeric: the number as text."""

MOST_DECIMALS = 7
"""Of a real number in SCORM 2004 (RTE 4.1.1.7); more would be cut or refused (RTE-115)."""


def encode(response: Response, form: ResponseForm, letters: Mapping[str, str]) -> str:
    """Write an answer. Members of lists stand in the order of their letters, which are the question's own."""

    def name(option: str) -> str:
        return letters[option] if form.uses_letters else option

    match response:
        case bool():
            return form.true_word if response else form.false_word
        case str():
            return response
        case Mapping():
            sources = sorted(response, key=lambda source: letters[source])
            pairs = (name(source) + form.pair_separator + name(response[source]) for source in sources)
            return form.item_separator.join(pairs)
        case _:
            chosen = sorted(response, key=lambda option: letters[option])
            return form.item_separator.join(name(option) for option in chosen)


def encode_range(low: Decimal, target: Decimal, high: Decimal, form: ResponseForm) -> str:
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
