"""A quadrant."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.written_blocks import Author


def written(author: Author) -> list[dict[str, Any]]:
    cells = [{"title": author.title(f"cell {name}"), "text": author.plain(f"cell {name}")} for name in "abcd"]
    chips = {"items": [author.plain("chip one"), author.plain("chip two")], "highlight": True}
    axes = {"across": author.plain("axis across"), "up": author.plain("axis up")}
    label = author.plain("quadrant label")
    return [{"kind": "quadrant", "label": label, **axes, "cells": [cells[0] | chips, *cells[1:]]}]
