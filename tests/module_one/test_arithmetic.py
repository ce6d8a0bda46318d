"""Every sum that the module prints is right, and so is every key of a numeric question."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest

from tests.module_one.reading import Text, questions, texts

_NUMBER = r"[$]?\d[\d,]*(?:\.\d+)?%?(?: million)?"
_OPERATOR = r"\s*[×÷+−-]\s*"
_SUM = re.compile(rf"({_NUMBER}(?:{_OPERATOR}{_NUMBER})+)\s*=\s*({_NUMBER})")
_STEP = re.compile(rf"\s*([×÷+−-])\s*|({_NUMBER})")


def _value(written: str) -> Fraction:
    digits = written.replace("$", "").replace(",", "").replace("%", "").replace(" million", "")
    share = Fraction(1, 100) if "%" in written else Fraction(1)
    return Fraction(digits) * share * (1_000_000 if "million" in written else 1)


def _calculated(written: str) -> Fraction:
    """Work out a line, products before sums."""
    terms, sign, operator = [Fraction(0)], 1, "+"
    for found, number in _STEP.findall(written):
        if found:
            operator = found
        elif operator == "×":
            terms[-1] *= _value(number)
        elif operator == "÷":
            terms[-1] /= _value(number)
        else:
            sign = 1 if operator == "+" else -1
            terms.append(sign * _value(number))
    return sum(terms, Fraction(0))


def _sums() -> list[tuple[Text, str, str]]:
    return [(text, *found) for text in texts() for found in _SUM.findall(text.plain)]


@pytest.mark.parametrize(
    ("text", "line", "result"), _sums(), ids=lambda value: value if isinstance(value, str) else value.page
)
def test_a_printed_sum_is_right(text: Text, line: str, result: str) -> None:
    exact, told = _calculated(line), _value(result)
    decimals = len(result.rstrip("%").partition(".")[2]) + (2 if "%" in result else 0)
    assert abs(exact - told) <= Fraction(1, 2 * 10**decimals), f"{text.section}/{text.page}: {float(exact)}"


def test_the_module_is_full_of_sums() -> None:
    assert len(_sums()) >= 30


_NUMERIC = [question for _, question in questions() if question["kind"] == "numeric"]


@pytest.mark.parametrize("question", _NUMERIC, ids=lambda question: question["id"])
def test_the_key_of_a_numeric_question_stands_in_its_rationale(question: dict[str, object]) -> None:
    """The rationale is recomputed above; so the key is, when it is the number that the rationale ends on."""
    key = Fraction(str(question["correct"]))
    rationale = " ".join(str(question["rationale"]).split())
    told = {_value(number) for number in re.findall(_NUMBER, rationale)}
    assert key in told or key / 100 in told, rationale


@pytest.mark.parametrize("question", _NUMERIC, ids=lambda question: question["id"])
def test_what_a_numeric_question_accepts_holds_its_key(question: dict[str, object]) -> None:
    accepted = question.get("range")
    if isinstance(accepted, dict):
        assert accepted["min"] <= question["correct"] <= accepted["max"]
