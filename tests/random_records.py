"""Slot tables and learners' progress as wild as the format allows, for promises about every record.

Everything comes from the `random.Random` that is passed in: the same seed gives the same tables. Progress has
the form that the player's `recordCodec` takes, with `seen` as a list.
"""

from __future__ import annotations

import string
from typing import TYPE_CHECKING, Any

from cpom_scorm.blocks import BLOCKS, KeptBlock
from cpom_scorm.course.slots import Slot, generation_of
from cpom_scorm.interactions import INTERACTIONS

if TYPE_CHECKING:
    from random import Random

KINDS = tuple(kind.name() for kind in (*BLOCKS, *INTERACTIONS) if issubclass(kind, KeptBlock))
JUDGED = tuple(kind.name() for kind in INTERACTIONS if kind.is_scored)
_ROLES = {
    "choice": ("option",),
    "hotspot": ("option",),
    "sequencing": ("option",),
    "matching": ("source", "target"),
    "categorise": ("source", "target"),
    "performance": ("step", "answer"),
    "likert": ("row", "option"),
    "long_fill_in": ("criterion",),
    "checklist": ("criterion",),
    "cloze": ("gap",),
    "builder": ("gap",),
    "responsibility_exercise": ("cell", "target"),
}
_WITH_TEXT = ("fill_in", "cloze", "long_fill_in", "reflection", "builder")
_PIECES = ("dose", "Überprüfung", "الجرعة", "投与量", "💊👩🏽‍⚕️", 'a&b <c> "d"', "\ufeff", "line\nbreak", "-")


def random_table(chance: Random, size: int) -> dict[str, Any]:
    """Give `slots`, `generations` and `texts`: several generations, and questions that changed their kind."""
    slots: list[Slot] = []
    texts: dict[str, int] = {}
    generations = []
    for number in range(size):
        slots += _things(chance, number, texts)
        if chance.random() < 0.2:
            generations.append(generation_of(slots))
        questions = [slot for slot in slots if slot.kind == "question"]
        if questions and chance.random() < 0.1:
            slots += _question(chance, chance.choice(questions).id, texts)
    generations.append(generation_of(slots))
    return {
        "slots": [list(slot.entry) for slot in slots],
        "generations": [list(one) for one in dict.fromkeys(generations)],
        "texts": texts,
    }


def random_progress(chance: Random, table: dict[str, Any], *, full: bool = False) -> dict[str, Any]:
    """Give what a learner may have done, out of range at times; `full`: everything, at its longest."""
    newest: dict[tuple[str, ...], list[str]] = {}
    for slot in table["slots"]:
        newest[tuple(slot[:4] if slot[0] == "option" else slot[:2])] = slot
    options: dict[str, dict[str, list[str]]] = {}
    for slot in newest.values():
        if slot[0] == "option":
            options.setdefault(slot[1], {}).setdefault(slot[2], []).append(slot[3])
    named = {
        kind: [slot for slot in newest.values() if slot[0] == kind]
        for kind in ("page", "section", "question")
    }

    def some(kind: str) -> list[list[str]]:
        return [slot for slot in named[kind] if full or chance.random() < 0.6]

    places = [f"page/{slot[1]}" for slot in named["page"]] + [f"quiz/{slot[1]}" for slot in named["section"]]
    return {
        "token": chance.randrange(2**24),
        "sequence": chance.choice((0, 1, 2**24 - 1, 2**30)),
        "completion": chance.choice(("incomplete", "completed")),
        "success": chance.choice(("unknown", "failed", "passed")),
        "score": 1 if full else chance.choice((None, 0, 1, chance.random())),
        "seconds": chance.randrange(2**25),
        "bookmark": chance.choice((None, "page/gone", *places)),
        "interactionCount": chance.randrange(70_000),
        "seen": [slot[1] for slot in some("page")],
        "sections": {
            slot[1]: {
                "completion": chance.choice(("incomplete", "completed")),
                "success": chance.choice(("unknown", "failed", "passed")),
            }
            for slot in some("section")
        },
        "quizzes": {slot[1]: _quiz(chance, full=full) for slot in some("section")},
        "answers": {
            slot[1]: _answer(chance, slot[1], slot[2], options.get(slot[1], {}), table["texts"], full=full)
            for slot in some("question")
        },
        "reported": {slot[1]: chance.randrange(len(named["question"]) + 40) for slot in some("question")},
    }


def _id(chance: Random, number: int) -> str:
    letters = string.ascii_lowercase + "_"
    return f"{''.join(chance.choice(letters) for _ in range(chance.choice((1, 4, 30))))}{number}"


def _things(chance: Random, number: int, texts: dict[str, int]) -> list[Slot]:
    kind = chance.choice(("page", "page", "section", "question", "question", "question"))
    name = _id(chance, number)
    return _question(chance, name, texts) if kind == "question" else [Slot(kind, name)]


def _question(chance: Random, name: str, texts: dict[str, int]) -> list[Slot]:
    kind = chance.choice(KINDS)
    slots = [Slot("question", name, kind)]
    for role in _ROLES.get(kind, ()):
        if role == "answer":
            steps = [slot.id for slot in slots if slot.kind == "step"]
            slots += [Slot(role, f"{step}/{x}") for step in steps for x in "abcd"[: chance.randint(1, 4)]]
        elif role == "cell":
            slots += [Slot(role, f"{name}/t{x}/r{y}") for x in range(chance.randint(1, 3)) for y in range(2)]
        else:
            least = 0 if role in ("row", "criterion") else 1
            slots += [Slot(role, f"{name}/{role[0]}{x}") for x in range(chance.randint(least, 9))]
    if kind in _WITH_TEXT:
        texts[name] = chance.choice((20, 60, 400))
    return slots


def _quiz(chance: Random, *, full: bool) -> dict[str, Any]:
    counted = 1 if full else chance.choice((None, chance.random()))
    length = 0 if counted is None else 5 if full else chance.randint(0, 5)
    past = [{"score": chance.random(), "at": chance.randrange(2**24)} for _ in range(length)]
    return {
        "attempts": chance.randrange(300),
        "open": chance.random() < 0.5,
        "seed": chance.randrange(2**12),
        "counted": counted,
        "last": None if counted is None else chance.random(),
        "pastAttempts": past,
    }


def _answer(
    chance: Random, name: str, kind: str, options: dict[str, list[str]], texts: dict[str, int], *, full: bool
) -> dict[str, Any]:
    judged = ("partly",) if full else ("incorrect", "partly", "correct", "ungraded")
    results = judged if kind in JUDGED else ("ungraded", "neutral")
    return {
        "tries": chance.randint(1, 20),
        "result": chance.choice(results),
        "fraction": chance.randint(0, 100) / 100,
        "response": _response(chance, kind, options, texts.get(name, 0), full=full),
    }


def _response(chance: Random, kind: str, options: dict[str, list[str]], room: int, *, full: bool) -> Any:
    text = "x" * 4000 if full else " ".join(chance.choice(_PIECES) for _ in range(chance.randint(0, room)))
    first = next((role for role in _ROLES.get(kind, ()) if role != "target"), "")
    lines = options.get(first, [])
    if kind in ("fill_in", "reflection"):
        return text
    if kind in ("cloze", "builder"):
        return {gap: text for gap in lines if full or chance.random() < 0.7}
    if kind == "numeric":
        return "9" * 20 if full else chance.choice(("-0.5", "12345678901234567890", "1,5", "", "0"))
    if kind == "long_fill_in":
        return {"text": text, "met": [line for line in lines if chance.random() < 0.5]}
    if kind in ("choice", "hotspot", "checklist"):
        return [line for line in lines if chance.random() < 0.5]
    if kind == "sequencing":
        return chance.sample(lines, chance.randint(0, len(lines)))
    if kind == "performance":
        answers = options.get("answer", [])
        return {step: answer.partition("/")[2] for answer in answers for step in [answer.partition("/")[0]]}
    if kind == "likert":
        return {row: chance.choice(options["option"]) for row in options.get("row") or [""]}
    if kind in ("matching", "categorise", "responsibility_exercise"):
        return {line: chance.choice(options["target"]) for line in lines if full or chance.random() < 0.7}
    return chance.random() < 0.5
