"""What is right and what is wrong in a course that we built: a learner who knows it answers by this sheet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cpom_scorm.play.decisions import Action, Control

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

_NO_WORD, _NO_NUMBER = "zz", "-7"
"""What no key of a course accepts."""
_JUDGED = {
    "true_false", "choice", "hotspot", "matching", "categorise", "fill_in", "cloze", "numeric", "sequencing",
    "performance",
}  # fmt: skip


@dataclass(frozen=True)
class AnswerSheet:
    """All answers right, or all wrong."""

    questions: Mapping[str, tuple[str, Any]]
    """Question → its kind and key, as the package has them."""
    right: bool

    def knows(self, control: Control) -> bool:
        """Whether the control belongs to a question with a right answer, other than its buttons."""
        kind = self.questions.get(control.question, ("", None))[0]
        return kind in _JUDGED and (control.kind not in ("button", "link") or bool(control.move))

    def answers(self, controls: Sequence[Control], done: Callable[[Action], int]) -> Iterator[Action]:
        """Give what is left to do for known answers, question by question."""
        known = [one for one in controls if self.knows(one)]
        for question in dict.fromkeys(one.question for one in known):
            kind, key = self.questions[question]
            mine = [one for one in known if one.question == question]
            if kind == "sequencing":
                yield from self._moved(mine, list(key), done)
                continue
            parts = dict.fromkeys(one.part for one in mine if kind not in ("choice", "hotspot", "true_false"))
            for part in parts or [""]:
                those = [one for one in mine if not parts or one.part == part]
                for action in self._of_part(kind, key, part, those):
                    # Radio buttons are one answer together; each box is one.
                    if not done(action) and not action.control.checked:
                        yield action

    def _of_part(self, kind: str, key: Any, part: str, mine: list[Control]) -> Iterator[Action]:
        expected = _expected(kind, key, part)
        first = mine[0]
        if first.kind == "select":
            others = [option for option in first.options if option and option not in expected]
            chosen = expected if self.right else others
            if chosen:
                yield Action("select", first, chosen[0])
        elif first.kind in ("radio", "checkbox"):
            wanted = [one for one in mine if (one.value in expected) is self.right]
            yield from (Action("tick", one) for one in (wanted if self.right else wanted[:1]))
        else:
            wrong = _NO_NUMBER if kind == "numeric" else _NO_WORD
            yield Action("fill", first, expected[0] if self.right else wrong)

    def _moved(
        self, buttons: list[Control], key: list[str], done: Callable[[Action], int]
    ) -> Iterator[Action]:
        """Give the next move of a line towards its place; one that stands right is moved and moved back."""
        wanted = key if self.right else [*key[1:], key[0]]
        order = list(dict.fromkeys(one.part for one in buttons))
        up = {one.part: one for one in buttons if one.move == "up"}
        if sorted(order) != sorted(wanted) or len(order) < 2:
            return
        place = next((at for at, option in enumerate(wanted) if order[at] != option), None)
        if place is not None and wanted[place] in up:
            yield Action("press", up[wanted[place]])
        elif place is None and order[1] in up and not any(done(Action("press", one)) for one in buttons):
            yield Action("press", up[order[1]])


def _expected(kind: str, key: Any, part: str) -> list[str]:
    """Give what is right for a part of a question, as the values of its controls have it."""
    match kind:
        case "true_false":
            return ["true" if key else "false"]
        case "matching" | "categorise":
            return [str(key.get(part, ""))]
        case "cloze":
            return [" ".join(str(text).split()) for text in key["accept"].get(part, [""])]
        case "fill_in":
            return [" ".join(str(text).split()) for text in key["accept"]]
        case "numeric":
            return [str(key["correct"])]
        case "performance":
            return [str(key["correct"].get(part, ""))]
        case _:
            return [str(option) for option in key]
