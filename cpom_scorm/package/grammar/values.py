"""The forms that attribute values and texts of a manifest may have."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from cpom_scorm.package.quoting import any_of

_SPACE = re.compile(r"[ \t\n\r]+")
_START = (
    "A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d\u2070-\u218f"
    "\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_NAME = r"[A-Za-z_][A-Za-z0-9_.-]*"
_DATE = r"-?[0-9]{4,}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
_TIME = r"(([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]+)?|24:00:00(\.0+)?)"
_ZONE = r"(Z|[+-](0[0-9]|1[0-4]):[0-5][0-9])?"
_DAYS = "([0-9]+Y)?([0-9]+M)?([0-9]+D)?"
_HOURS = r"(T(?=[0-9])([0-9]+H)?([0-9]+M)?([0-9]+(\.[0-9]+)?S)?)?"
_LEXICAL = {
    "ID": _NAME,
    "IDREF": _NAME,
    "boolean": "true|false|1|0",
    "decimal": r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)",
    "nonNegativeInteger": r"\+?[0-9]+|-0+",
    "duration": rf"-?P(?=[0-9T]){_DAYS}{_HOURS}",
    "dateTime": f"{_DATE}T{_TIME}{_ZONE}",
}
"""Patterns that are compiled when a value of the type is first met."""
_WORDS_FOR = {
    "ID": 'a name of letters, digits, "-", "_" and "." that starts with a letter or "_"',
    "IDREF": "an identifier of this manifest",
    "boolean": '"true" or "false"',
    "decimal": "a decimal number",
    "nonNegativeInteger": "a whole number",
    "duration": 'a duration such as "PT1H30M"',
    "dateTime": 'a date and time such as "2030-01-31T12:00:00"',
    "anyURI": "an address",
    "string": "text",
    "token": "text",
}


@dataclass(frozen=True, slots=True)
class ValueForm:
    """A simple type: a type of XML Schema, narrowed."""

    base: str
    """Name of the XML Schema type it narrows, or is when nothing below is given."""
    name: str = ""
    """What our schemas call the narrowed type; empty when nothing is narrowed."""
    words: tuple[str, ...] = ()
    """The only values allowed, if any."""
    least: str = ""
    most: str = ""
    """Ends of the range of a decimal, included; empty for none."""
    max_length: int = 0
    """In characters; 0 for no limit."""
    refuses_blank: bool = False
    """Whether white space alone is refused; XML Schema cannot say so of addresses."""

    @property
    def expected(self) -> str:
        """What fits, in words for messages."""
        if self.words:
            return any_of(self.words)
        if self.least:
            return f"a decimal number from {self.least} to {self.most}"
        if self.max_length:
            return f"{self.max_length} characters at most"
        return _WORDS_FOR[self.base]

    def normal(self, text: str) -> str:
        """Give the text as XML Schema compares it: white space collapsed unless the type is string."""
        return text if self.base == "string" else _SPACE.sub(" ", text).strip(" ")

    def fits(self, text: str) -> bool:
        """Whether a text has this form. Blank texts fit where only `refuses_blank` is against them."""
        value = self.normal(text)
        lexical: str | re.Pattern[str] | None = _LEXICAL.get(self.base)
        if lexical is _NAME and not value.isascii():
            lexical = _any_name()
        if lexical is not None and not re.fullmatch(lexical, value):
            return False
        if self.words and value not in self.words:
            return False
        if self.least and not Decimal(self.least) <= Decimal(value) <= Decimal(self.most):
            return False
        return not self.max_length or len(value) <= self.max_length


@cache
def _any_name() -> re.Pattern[str]:
    """A name in any alphabet; compiled only when one is met, for it takes longer than all else together."""
    return re.compile(f"[{_START}][{_START}\\-.0-9\u00b7\u0300-\u036f\u203f-\u2040]*")


TEXT = ValueForm("string")
NAME = ValueForm("ID")
BOOLEAN = ValueForm("boolean")
ADDRESS = ValueForm("anyURI")
REFERENCE = ValueForm("anyURI", refuses_blank=True)
"""A name of something that is compared as text, such as an objective's id."""
COUNT = ValueForm("nonNegativeInteger")
DURATION = ValueForm("duration")
MOMENT = ValueForm("dateTime")
MEASURE = ValueForm("decimal", "measure", least="-1", most="1")
FRACTION = ValueForm("decimal", "fraction", least="0", most="1")
