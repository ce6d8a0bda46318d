"""Every kind of question with every field, for the full course."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


WHOLE = ("true_false", "choice", "hotspot", "fill_in", "numeric")
"""Kinds whose answers are right or wrong as a whole, unless several options can be chosen."""


class QuestionAuthor:
    """Writes the questions. What each place says comes from the author of the course."""

    inline: Callable[[str], str]
    plain: Callable[[str], str]
    block: Callable[[str], str]
    answers: int
    shuffle: bool
    pictures: tuple[str, str]

    def questions(self, letter: str) -> list[dict[str, Any]]:
        """Give every kind of question, choice in both forms."""
        here = self.answers

        def question(kind: str, name: str, **fields: Any) -> dict[str, Any]:
            place = f"{letter}_{name}"
            texts = {
                name: self.inline(f"{place} {name}") for name in ("stem", "instruction", "hint", "rationale")
            }
            is_whole = kind in WHOLE and fields.get("select") != "many"
            results = ("correct", "incorrect") if is_whole else ("correct", "incorrect", "partly")
            feedback = {result: self.inline(f"{place} {result} {here}") for result in results}
            return {
                "kind": kind, "id": place, **texts, "feedback": feedback, "objective": "o1", **fields
            }  # fmt: skip

        def open_question(kind: str, name: str, **fields: Any) -> dict[str, Any]:
            made = question(kind, name, **fields)
            return {**made, "feedback": self.inline(f"{letter}_{name} feedback")}

        def several(name: str, ids: list[str], say: Callable[[str], str]) -> list[dict[str, Any]]:
            return [{"id": one, "text": say(f"{letter}_{name} {one}")} for one in ids]

        def options(name: str) -> list[dict[str, Any]]:
            made = several(name, ["a", "b", "c", "d"], self.inline)
            return [{**option, "feedback": self.inline(f"{option['id']} told {here}")} for option in made]

        def decisions(step: str, **ways: dict[str, Any]) -> dict[str, Any]:
            made = several(f"act {step}", ["a", "b"], self.inline)
            told = [{**one, "feedback": self.inline(f"{letter}_act {step} {one['id']} told")} for one in made]
            others = [
                {"id": one, "text": self.inline(f"{letter}_act {step} {one}"), **ways[one]} for one in ways
            ]
            prompt = self.inline(f"{letter}_act {step}")
            return {"id": step, "prompt": prompt, "options": told + others, "correct": "ab"[here]}

        sources, targets = ["s1", "s2"], ["t1", "t2", "t3"]
        turned = targets[here:] + targets[:here]
        return [
            question("true_false", "judge", correct=bool(here)),
            question("choice", "one", options=options("one"), correct="ab"[here], shuffle=self.shuffle),
            question(
                "choice",
                "many",
                select="many",
                options=options("many"),
                correct=[["a", "b"], ["b", "c"]][here],
                shuffle=self.shuffle,
                credit="share",
            ),
            question(
                "matching",
                "match",
                sources=several("match", sources, self.inline),
                targets=several("match", targets, self.plain),
                correct=dict(zip(sources, turned, strict=False)),
                shuffle=self.shuffle,
            ),
            question(
                "numeric",
                "count",
                correct=[25, 31.5][here],
                tolerance=[0.5, 1][here],
                unit=self.plain(f"{letter} unit"),
                label=self.plain(f"{letter} label"),
            ),
            question(
                "fill_in",
                "word",
                accept=[["system", "the system"], ["process"]][here],
                label=self.plain(f"{letter} word label"),
                case_matters=bool(here),
                max_length=80,
            ),
            question(
                "cloze",
                "gaps",
                text=f"{self.inline(f'{letter} gaps text')} [[typed]] or ([[chosen]]).",
                gaps=[
                    {
                        "id": "typed",
                        "accept": [["first"], ["other"]][here],
                        "label": self.plain(f"{letter} gap"),
                    },
                    {"id": "chosen", "accept": [["One", "Two"][here]], "options": ["Two", "One", "Three"]},
                ],
                credit="share",
            ),
            question(
                "categorise",
                "sort",
                items=several("sort", sources, self.inline),
                categories=several("sort", ["c1", "c2"], self.plain),
                correct=dict(zip(sources, [["c1", "c2"], ["c2", "c1"]][here], strict=True)),
                shuffle=self.shuffle,
                credit="minus_wrong",
            ),
            question(
                "sequencing",
                "order",
                options=several("order", ["a", "b", "c"], self.inline),
                correct=[["a", "c", "b"], ["b", "a", "c"]][here],
                credit="share",
            ),
            question(
                "performance",
                "act",
                steps=[
                    decisions("start", c={"ends": True}),
                    decisions("middle", c={"next": "close"}),
                    decisions("detour"),
                    decisions("close"),
                ],
                credit="share",
            ),
            question(
                "hotspot",
                "spot",
                image=f"media/{self.pictures[0]}",
                alt=self.plain(f"{letter}_spot alt"),
                areas=[
                    {**option, "x": 20 * at, "y": 5, "width": 18, "height": 30, "shape": shape}
                    for at, (option, shape) in enumerate(
                        zip(options("spot"), ("box", "ellipse") * 2, strict=True)
                    )
                ],
                correct="ab"[here],
            ),
            question(
                "choice",
                "look",
                options=[
                    {**option, "image": f"media/{picture}", "alt": self.plain(f"{letter}_look {place}")}
                    for place, (option, picture) in enumerate(
                        zip(options("look"), self.pictures * 2, strict=True)
                    )
                ],
                correct="ab"[here],
                shuffle=self.shuffle,
            ),
            open_question(
                "likert",
                "rate",
                scale=several("rate point", ["p1", "p2", "p3"], self.plain),
                statements=several("rate row", ["r1", "r2"], self.inline),
            ),
            open_question("likert", "agree", scale=several("agree", ["p1", "p2"], self.plain)),
            open_question(
                "long_fill_in",
                "write",
                criteria=several("write", ["c1", "c2"], self.inline),
                model_answer=self.block(f"{letter}_write model"),
                label=self.plain(f"{letter}_write label"),
                max_length=120,
            ),
        ]
