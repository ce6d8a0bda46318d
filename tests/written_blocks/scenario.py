"""A scenario to explore. The last choice of each scene leads on: whoever takes it sees everything."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.written_blocks import Author


def written(author: Author) -> list[dict[str, Any]]:
    def choice(name: str, **leads: Any) -> dict[str, Any]:
        told = author.block(f"scene {name} consequence")
        return {"text": author.inline(f"scene {name}"), "consequence": told, **leads}

    def scene(name: str, *choices: dict[str, Any]) -> dict[str, Any]:
        title, text = author.plain(f"scene {name} title"), author.block(f"scene {name} text")
        return {"id": name, "title": title, "text": text, "choices": list(choices)}

    first = scene("first", choice("stay", next="first"), choice("on", next="second"))
    second = scene(
        "second", choice("back", next="first"), choice("stop", ends=True), choice("end", next="last")
    )
    return [{"kind": "scenario", "scenes": [first, second, scene("last")]}]
