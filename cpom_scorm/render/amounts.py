"""How numbers with a unit are written in a language."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from cpom_scorm.blocks.rounding import rounded

if TYPE_CHECKING:
    from cpom_scorm.render.number_forms import NumberForms, SignName

PLACE = "#"
"""Where the digits stand in a form."""


def amount_form(forms: NumberForms, unit: str) -> str:
    """Give the form of a number with this unit: in English `$#`, `# days`, `#%`."""
    if unit == "%":
        return forms.percent_form()
    if unit and all(unicodedata.category(letter) == "Sc" for letter in unit):
        return forms.money_form().replace("¤", unit)
    return f"{PLACE}{unit}" if unit in ("", "°") else f"{PLACE}\u00a0{unit}"


def amount_text(forms: NumberForms, value: float, unit: str, decimals: int, *, is_change: bool) -> str:
    """Write a number in its form. A change has its sign, set off, also where it grows."""
    shown = rounded(value, decimals)
    written = amount_form(forms, unit).replace(PLACE, forms.amount(abs(shown), decimals), 1)
    name: SignName | None = "minusSign" if shown < 0 else "plusSign" if is_change and shown else None
    sign = forms.sign(name) if name else ""
    return f"{sign}\u00a0{written}" if sign and is_change else f"{sign}{written}"
