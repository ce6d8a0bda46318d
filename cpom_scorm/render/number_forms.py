"""How a language writes numbers and chooses the form of a plural: CLDR's word, which browsers' `Intl` shares.

The only module that knows Babel. It is read when a course is built, not when the command starts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import date

    from babel import Locale

SignName = Literal["minusSign", "plusSign"]
"""As CLDR calls them."""
FALLBACK = "en"
_ZEROS = {"arab": "\u0660", "arabext": "\u06f0"}
"""Numbering systems whose digits we write, by their zero; any other language gets the digits 0 to 9."""
_FIRST_GROUPED = 10_000
"""Four digits stand together in every language: 1200, but 12,000."""

_BYTES_STEP = 1000
_WHOLE_SIZES = 10
"""From this number of kilobytes, megabytes or gigabytes on, tenths are not worth telling."""


@dataclass(frozen=True, slots=True)
class NumberForms:
    """The forms of one language. The player's `createStrings` gives the same from `tag`."""

    tag: str
    """What `Intl` is asked for, such as `ar-EG-u-nu-arab`: digits are named, for browsers differ in them."""
    digits: str
    """Numbering system: `latn`, `arab` or `arabext`."""
    _cldr: Locale

    def plural(self, count: float) -> str:
        """Give the category of a count: zero, one, two, few, many or other."""
        return str(self._cldr.plural_form(count))

    @property
    def plurals(self) -> frozenset[str]:
        """Every category that the language has."""
        return frozenset({*self._cldr.plural_form.tags, "other"})

    def number(self, value: float) -> str:
        """Write a number, with at most three decimals."""
        from babel.numbers import format_decimal

        is_grouped = abs(value) >= _FIRST_GROUPED
        text = format_decimal(
            value, locale=self._cldr, group_separator=is_grouped, numbering_system=self.digits
        )
        return self._in_digits(text)

    def percent(self, share: float) -> str:
        """Write a share, 0 to 1, in whole per cent."""
        from babel.numbers import format_percent

        text = format_percent(share, locale=self._cldr, numbering_system=self.digits)
        return self._in_digits(text.replace("%", self._cldr.number_symbols[self.digits]["percentSign"]))

    def day(self, day: date) -> str:
        """Write a day with the name of its month."""
        from babel.dates import format_date

        return self._in_digits(format_date(day, "long", locale=self._cldr))

    def amount(self, size: Decimal, decimals: int) -> str:
        """Write a number of 0 or more, which has no more decimals than these; groups are always set off."""
        from babel.numbers import format_decimal

        whole = self._cldr.decimal_formats[None].pattern.partition(".")[0]
        form = f"{whole}.{'0' * decimals}" if decimals else whole
        text = format_decimal(size, form, locale=self._cldr, numbering_system=self.digits)
        return self._in_digits(text)

    def size(self, count: int) -> str:
        """Write a number of bytes in a unit that keeps it short: kilobytes of 1,000 bytes, or larger ones."""
        from babel.units import format_unit

        value, unit = Decimal(max(count, _BYTES_STEP)) / _BYTES_STEP, "kilobyte"
        for larger in ("megabyte", "gigabyte"):
            if round(value) >= _BYTES_STEP:
                value, unit = value / _BYTES_STEP, larger
        short = value.quantize(Decimal("0.1") if value < _WHOLE_SIZES else Decimal(1), ROUND_HALF_UP)
        text = format_unit(short, f"digital-{unit}", "short", locale=self._cldr, numbering_system=self.digits)
        return self._in_digits(text).replace(" ", "\u00a0")

    def sign(self, name: SignName) -> str:
        """Give a sign as the language writes it, the minus as wide as the plus: readers speak that one."""
        return str(self._cldr.number_symbols[self.digits][name]).replace("-", "\u2212")

    def money_form(self) -> str:
        """Give where a sign of money, `¤`, stands beside a number, `#`."""
        return self._form(self._cldr.currency_formats["standard"].pattern)

    def percent_form(self) -> str:
        """Give how a number, `#`, of hundredths is written."""
        form = self._form(self._cldr.percent_formats[None].pattern)
        return form.replace("%", self._cldr.number_symbols[self.digits]["percentSign"])

    @staticmethod
    def _form(pattern: str) -> str:
        return re.sub(r"[#0.,]+", "#", pattern.partition(";")[0])

    def _in_digits(self, text: str) -> str:
        zero = _ZEROS.get(self.digits, "0")
        return text.translate({ord("0") + digit: chr(ord(zero) + digit) for digit in range(10)})


@cache
def number_forms(language: str) -> NumberForms:
    """Give the forms of a language tag or, where CLDR does not know it, of its parent, or of English."""
    from babel import Locale, UnknownLocaleError

    for tag in (*lineage(language), FALLBACK):
        try:
            cldr = Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
        system = cldr.default_numbering_system
        digits = system if system in _ZEROS else "latn"
        return NumberForms(f"{str(cldr).replace('_', '-')}-u-nu-{digits}", digits, cldr)
    raise LookupError(FALLBACK)


def lineage(language: str) -> tuple[str, ...]:
    """Give a language tag and what is left of it from the end: `es-419-x` gives itself, `es-419` and `es`."""
    parts = language.split("-")
    return tuple("-".join(parts[:length]) for length in range(len(parts), 0, -1))
