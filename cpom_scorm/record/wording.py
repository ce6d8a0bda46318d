"""Answers in the words that the author gave the options. Texts are Markdown, as they were written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cpom_scorm.interactions import Cloze, Performance

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cpom_scorm.blocks import KeptBlock

_WORDS = ("text", "label", "prompt", "task", "title")
"""The fields in which parts of a block say what they are, the first that there is."""
_HEADINGS = ("title", "prompt", "caption")
_TYPED = frozenset(("fill_in", "cloze", "long_fill_in", "reflection", "builder"))
"""Kinds to which learners answer in their own words."""
_NOTHING = "nothing"


def heading(block: KeptBlock) -> str:
    """Give what a block that is no question is known by."""
    return str(next((text for field in _HEADINGS if (text := getattr(block, field, None))), block.id))


def response_lines(block: KeptBlock, response: Any, *, texts: bool) -> tuple[str, ...]:
    """Write what was answered, a line for each part; `texts`: also what learners wrote themselves."""
    words = _words_of(block)
    if isinstance(response, bool):
        told = ("true", "false") if block.kind == "true_false" else ("played enough", "not played enough")
        return (told[not response],)
    if isinstance(response, str):
        return (_typed(response, shown=texts or block.kind not in _TYPED) or _NOTHING,)
    if isinstance(response, list):
        numbers = (
            f"{place}. " if block.kind == "sequencing" else "" for place in range(1, len(response) + 1)
        )
        chosen = tuple(
            f"{number}{words.get(one, one)}" for number, one in zip(numbers, response, strict=True)
        )
        return chosen or (_NOTHING,)
    return tuple(_lines(block, response, words, texts=texts)) or (_NOTHING,)


def _lines(
    block: KeptBlock, response: Mapping[str, Any], words: Mapping[str, str], *, texts: bool
) -> Iterator[str]:
    if "met" in response:
        yield _typed(response["text"], shown=texts)
        yield from (f"met: {words.get(one, one)}" for one in response["met"])
        return
    for line, chosen in response.items():
        name = f"{line}/{chosen}" if isinstance(block, Performance) else chosen
        told = words.get(name, chosen)
        if block.kind in _TYPED:
            told = _typed(chosen, shown=texts or chosen in _listed(block, line))
        yield f"{words.get(line, line)} → {told}" if line else told


def _typed(text: str, *, shown: bool) -> str:
    count = len(text)
    return text if shown else f"(a text of {count:,} character{'' if count == 1 else 's'})"


def _listed(block: KeptBlock, gap: str) -> tuple[str, ...]:
    """Give what could be chosen for a gap: such words are the author's."""
    gaps = block.gaps if isinstance(block, Cloze) else ()
    return next((one.options for one in gaps if one.id == gap), ())


def _words_of(block: KeptBlock) -> dict[str, str]:
    words: dict[str, str] = {}
    for field in block.lists.values():
        words |= {part.id: _said(part) for part in getattr(block, field)}
    if isinstance(block, Performance):
        words |= {f"{step.id}/{one.id}": one.text for step in block.steps for one in step.options}
    for role, option in block.option_ids():
        line, _, column = option.partition("/")
        if role == "cell":
            words[option] = f"{words.get(line, line)}, {words.get(column, column)}"
        elif role == "target" and option not in words:
            words[option] = option.upper()
    return words


def _said(part: Any) -> str:
    return str(next((text for field in _WORDS if (text := getattr(part, field, None))), part.id))
