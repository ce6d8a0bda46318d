"""Who does what, with every letter and without."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.written_blocks import Author


def written(author: Author) -> list[dict[str, Any]]:
    roles = [author.plain(f"raci role {name}") for name in "abcde"]
    lines = [["A", "R", "C", "I", ""], ["I", "", "R", "R", "A"]]
    tasks = [{"task": author.plain(f"raci task {at}"), "who": who} for at, who in enumerate(lines)]
    caption = author.plain("raci caption")
    return [{"kind": "responsibility_matrix", "caption": caption, "roles": roles, "tasks": tasks}]
