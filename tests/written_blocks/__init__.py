"""Every kind of block as an author might write it, with every field: one module for each kind.

A module gives `written(author)`: entries of a page's `blocks`. Each text comes from the author, so that a
test can put any text into every place: `title` (plain and short), `plain`, `inline` (Markdown of one
paragraph), `block` (Markdown of any length).
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from cpom_scorm.blocks import BLOCKS

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Path(__file__).parent


class Author(Protocol):
    """Gives the text of a place by what kind of text it is."""

    answers: int
    """0 or 1: which answers are right."""
    title: Callable[[str], str]
    plain: Callable[[str], str]
    inline: Callable[[str], str]
    block: Callable[[str], str]
    pictures: tuple[str, str]
    """Names below `media/`: a drawing and a photo of the same shape."""


def kinds_written() -> list[str]:
    """Give the kinds that have a module here, in the order of the documentation."""
    return [kind.name() for kind in BLOCKS if (HERE / f"{kind.name()}.py").is_file()]


def written_blocks(author: Author) -> list[dict[str, Any]]:
    """Give the entries of all kinds, in the order of the documentation."""
    return [
        entry
        for kind in kinds_written()
        for entry in import_module(f"tests.written_blocks.{kind}").written(author)
    ]
