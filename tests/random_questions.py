"""Questions as wild as the author's format allows, and answers to them: for promises about every question.

Everything comes from the `random.Random` that is passed in: the same seed gives the same questions.
"""

from __future__ import annotations

import string
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal, get_args

from cpom_scorm.interactions import INTERACTIONS, Interaction
from cpom_scorm.interactions.base import Credit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from random import Random

ID_LETTERS = string.ascii_lowercase + string.digits + "_"
LONGEST_ID = 40
MOST_OPTIONS = 36
PIECES = (
    "dose",
    "Überprüfung",
    "e\u0301",
    "الجرعة",
    "投与量",
    "💊👩🏽‍⚕️",
    "[,]",
    "[.]",
    "[:]",
    "{case_matters=true}",
    "{lang=en}",
    "{order_matters=false}",
    "<b>&amp;</b>",
    '"it\'s"',
    "a,b;c|d",
    "1.5",
    "%00\\n",
    "-",
    "\u00a0",
    "\ufeff",
)
"""What learners and authors write: many scripts, and what could be taken for a delimiter or for markup."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a learner may give."""

    response: Any
    result: Literal["correct", "partly", "incorrect", "neutral", "any"]
    """How right it is; any: that depends on chance."""


def random_questions(chance: Random, each: int) -> Iterator[tuple[Interaction, list[Answer]]]:
    """Give so many questions of each kind, with answers: right, wrong, partly right, none, any."""
    for model in INTERACTIONS:
        (kind,) = model.model_fields["kind"].annotation.__args__  # type: ignore[union-attr]
        for number in range(each):
            values, answers = _MAKERS[kind](chance)
            shared = {"kind": kind, "id": f"{kind}_{number}_{_id(chance, 20)}", "stem": _text(chance, 300)}
            if model.is_scored:
                weight, credit = chance.choice((1e-9, 1, 100 / 3, 100)), chance.choice(get_args(Credit))
                shared |= {"weight": weight, "credit": credit}
            question = model.model_validate({"feedback": "Read on.", **shared, **values})
            yield question, answers


def _id(chance: Random, longest: int = LONGEST_ID) -> str:
    return "".join(chance.choice(ID_LETTERS) for _ in range(chance.choice((1, 3, longest))))


def _ids(chance: Random, count: int) -> list[str]:
    found: dict[str, None] = {}
    while len(found) < count:
        found[_id(chance)] = None
    return list(found)


def _count(chance: Random, least: int = 2, most: int = MOST_OPTIONS) -> int:
    return chance.choice((least, chance.randint(least, most), most))


def _text(chance: Random, longest: int) -> str:
    words = " ".join(chance.choice(PIECES) for _ in range(chance.randint(1, 60)))
    return words[: chance.choice((1, 12, longest))].strip() or "x"


def _typed(chance: Random, most_bytes: int) -> str:
    text = _text(chance, most_bytes)
    while len(text.encode()) > most_bytes:
        text = text[:-1]
    return " ".join(text.replace("\ufeff", " ").split()) or "x"


def _listed(chance: Random, ids: list[str]) -> list[dict[str, str]]:
    return [{"id": one, "text": _text(chance, 80)} for one in ids]


def _true_false(chance: Random) -> tuple[dict[str, Any], list[Answer]]:
    correct = chance.random() < 0.5
    return {"correct": correct}, [Answer(correct, "correct"), Answer(not correct, "incorrect")]


def _selection(
    field: str, extra: dict[str, float]
) -> Callable[[Random], tuple[dict[str, Any], list[Answer]]]:
    def make(chance: Random) -> tuple[dict[str, Any], list[Answer]]:
        ids = _ids(chance, _count(chance))
        correct = chance.sample(ids, chance.randint(1, len(ids) - 1))
        others = [option for option in ids if option not in correct]
        options = [{**option, **extra} for option in _listed(chance, ids)]
        answers = [
            Answer(chance.sample(correct, len(correct)), "correct"),
            Answer(others, "incorrect"),
            Answer([*correct[:1], *others], "partly"),
            Answer([], "incorrect"),
            Answer(chance.sample(ids, chance.randint(1, len(ids))), "any"),
        ]
        return {"select": "many", field: options, "correct": correct}, answers

    return make


def _hotspot(chance: Random) -> tuple[dict[str, Any], list[Answer]]:
    values, answers = _selection("areas", {"x": 0, "y": 0, "width": 9.5, "height": 4})(chance)
    return {**values, "image": "media/picture.svg", "alt": "Drawing"}, answers


def _pairs(left: str, right: str) -> Callable[[Random], tuple[dict[str, Any], list[Answer]]]:
    def make(chance: Random) -> tuple[dict[str, Any], list[Answer]]:
        sources, targets = _count(chance), _count(chance)
        ids = _ids(chance, sources + targets)
        first, second = ids[:sources], ids[sources:]
        correct = {source: chance.choice(second) for source in first}
        wrong = {
            source: second[(second.index(target) + 1) % len(second)] for source, target in correct.items()
        }
        some = dict(list(correct.items())[: len(correct) // 2])
        answers = [
            Answer(dict(reversed(correct.items())), "correct"),
            Answer(wrong, "incorrect"),
            Answer({**wrong, first[0]: correct[first[0]]}, "partly"),
            Answer(some, "partly"),
            Answer({}, "incorrect"),
        ]
        return {left: _listed(chance, first), right: _listed(chance, second), "correct": correct}, answers

    return make


def _sequencing(chance: Random) -> tuple[dict[str, Any], list[Answer]]:
    ids = _ids(chance, _count(chance))
    correct = chance.sample(ids, len(ids))
    turned = [*correct[1:], correct[0]]
    swapped = [*correct[:-2], correct[-1], correct[-2]]
    answers = [
        Answer(correct, "correct"),
        Answer(turned, "incorrect"),
        Answer(swapped, "partly" if len(ids) > 2 else "incorrect"),
        Answer(chance.sample(ids, len(ids)), "any"),
    ]
    return {"options": _listed(chance, ids), "correct": correct}, answers


def _numeric(chance: Random) -> tuple[dict[str, Any], list[Answer]]:
    correct = chance.choice((0, 0.1, -2.5, 9_999_999_999, -9_999_999_999, 1e-7, chance.randint(1, 99)))
    tolerance = chance.choice((0, 0.5, 3))
    right, far = Decimal(str(correct)), Decimal(str(tolerance)) * 2 + 1
    answers = [
        Answer(f"{right:f}", "correct"),
        Answer(f"{right - far if right > 0 else right + far:f}", "incorrect"),
        *(Answer(text, "any") for text in ("-0.0000001", "9999999999.5", "0.5")),
    ]
    return {"correct": correct, "tolerance": tolerance}, answers


def _fill_in(chance: Random) -> tuple[dict[str, Any], list[Answer]]:
    accept = [_typed(chance, 250) for _ in range(chance.randint(1, 8))]
    values = {"accept": accept, "case_matters": chance.random() < 0.5, "max_length": 250}
    answers = [Answer(accept[-1], "correct"), Answer(f"not {_typed(chance, 200)}", "incorrect")]
    return values, answers


def _cloze(chance: Random) -> tuple[dict[str, Any], list[Answer]]:
    ids = _ids(chance, _count(chance, 1, 12))
    gaps = [{"id": gap, "accept": [_typed(chance, 60) for _ in range(chance.randint(1, 6))]} for gap in ids]
    correct = {gap["id"]: gap["accept"][0] for gap in gaps}
    answers = [
        Answer(correct, "correct"),
        Answer(dict.fromkeys(ids, "zzz"), "incorrect"),
        Answer({ids[0]: correct[ids[0]]}, "partly" if len(ids) > 1 else "correct"),
        Answer({}, "incorrect"),
    ]
    text = "Text " + " and ".join(f"[[{gap}]]" for gap in ids)
    return {"text": text, "gaps": gaps, "case_matters": True}, answers


def _performance(chance: Random) -> tuple[dict[str, Any], list[Answer]]:
    names = [f"s{name[1:]}" for name in _ids(chance, chance.randint(2, 5))]
    names = [f"{name[: LONGEST_ID - 1]}{place}" for place, name in enumerate(names)]
    steps = []
    for name in names:
        options = _ids(chance, chance.randint(2, 4))
        steps.append(
            {"id": name, "prompt": "What now?", "options": _listed(chance, options), "correct": options[0]}
        )
    steps[0]["options"][1]["ends"] = True
    best = {step["id"]: step["correct"] for step in steps}
    worst = {step["id"]: step["options"][-1]["id"] for step in steps}
    cut_short = {names[0]: steps[0]["options"][1]["id"]}
    if len(steps[0]["options"]) == 2:
        worst = cut_short
    slipped = {**best, names[-1]: steps[-1]["options"][-1]["id"]}
    answers = [
        Answer(best, "correct"),
        Answer(slipped, "partly"),
        Answer(worst, "incorrect"),
        Answer(cut_short, "incorrect"),
    ]
    return {"steps": steps}, answers


def _likert(chance: Random) -> tuple[dict[str, Any], list[Answer]]:
    points, rows = _count(chance), chance.choice((0, 1, 12))
    ids = _ids(chance, points + rows)
    scale, statements = ids[:points], ids[points:]
    ratings = {row: chance.choice(scale) for row in statements or [""]}
    answers = [
        Answer(ratings, "neutral"),
        Answer({}, "neutral"),
        Answer(dict(list(ratings.items())[:1]), "neutral"),
    ]
    return {"scale": _listed(chance, scale), "statements": _listed(chance, statements)}, answers


def _long_fill_in(chance: Random) -> tuple[dict[str, Any], list[Answer]]:
    criteria = _ids(chance, chance.randint(0, 5))
    texts = (_typed(chance, 4000), "Two\n\nparagraphs of a text.", "x" * 4000, "💊" * 1000)
    answers = [Answer({"text": text, "met": criteria[:1]}, "neutral") for text in texts]
    model = chance.choice((None, _text(chance, 4000), "y" * 5000))
    return {"criteria": _listed(chance, criteria), "model_answer": model, "max_length": 4000}, answers


_MAKERS: dict[str, Callable[[Random], tuple[dict[str, Any], list[Answer]]]] = {
    "true_false": _true_false,
    "choice": _selection("options", {}),
    "hotspot": _hotspot,
    "fill_in": _fill_in,
    "cloze": _cloze,
    "numeric": _numeric,
    "matching": _pairs("sources", "targets"),
    "categorise": _pairs("items", "categories"),
    "sequencing": _sequencing,
    "performance": _performance,
    "likert": _likert,
    "long_fill_in": _long_fill_in,
}
