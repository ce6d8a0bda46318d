"""An organization chart, with every field and of every depth."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.written_blocks import Author


def written(author: Author) -> list[dict[str, Any]]:
    def position(name: str, **more: Any) -> dict[str, Any]:
        return {"title": author.title(f"org {name}"), **more}

    def told(name: str, **more: Any) -> dict[str, Any]:
        return position(name, text=author.block(f"org {name} text"), **more)

    deepest = told("deepest")
    own = told("own", here=True, reports=[position("below", reports=[deepest]), position("beside")])
    others = [told("other", dotted=author.plain("org other line")), *(position(name) for name in "ab")]
    top = position("top", reports=[told("second", reports=[own, *others])])
    return [{"kind": "org_chart", "label": author.plain("org label"), "top": top}]
