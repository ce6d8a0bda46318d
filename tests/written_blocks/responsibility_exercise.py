"""Who does what, to be filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.written_blocks import Author


def written(author: Author) -> list[dict[str, Any]]:
    roles = [{"id": name, "title": author.plain(f"fill role {name}")} for name in "abc"]
    lines = [["A", "R", ""], ["I", "C", "A"]]
    if author.answers:
        lines = [["R", "A", "I"], ["A", "", "C"]]
    tasks = [
        {"id": f"t{at}", "task": author.plain(f"fill task {at}"), "who": who} for at, who in enumerate(lines)
    ]
    block = {"id": "k_fill", "caption": author.plain("fill caption"), "roles": roles, "tasks": tasks}
    return [{"kind": "responsibility_exercise", **block}]
