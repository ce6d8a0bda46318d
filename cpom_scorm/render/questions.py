"""Questions as learners get them: the form without the key, and what is told after an answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cpom_scorm.render import markdown

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from markupsafe import Markup

    from cpom_scorm.interactions import Interaction
    from cpom_scorm.interactions.base import Result
    from cpom_scorm.render.catalogue import Catalogue
    from cpom_scorm.render.theme import Theme

_RESULTS: tuple[Result, ...] = ("correct", "incorrect", "partly")

LONGEST_DESCRIPTION = 250
"""Characters of `cmi.interactions.n.description` that every LMS takes (2004 RTE 4.2.9.1)."""


@dataclass(frozen=True, slots=True)
class MarkdownWriter:
    """Renders what questions hold."""

    picture: Callable[[str, str], Mapping[str, Any]]
    """Gives `src`, `width`, `height`, `box` and `svg` of a picture, by its path and its label."""
    file: Callable[[str], str] = str
    file_text: Callable[[str], str] = str
    page: Callable[[str], str] = str
    inline: Callable[[str], Markup] = markdown.inline
    block: Callable[[str], Markup] = markdown.block


@dataclass(frozen=True, slots=True)
class RenderedQuestion:
    """A question, the same for every edition."""

    interaction: Interaction
    in_quiz: bool
    """Else it stands in a page."""
    html: Markup
    key: Any
    """What the player grades by."""
    descriptions: tuple[str, ...]
    """For each part that is reported: its text without markup, as the LMS gets it."""
    feedback: Mapping[str, str]
    """correct, incorrect, partly → HTML; where all are alike, `any` alone."""
    rationale: str
    option_feedback: Mapping[str, str]
    revisit: tuple[str, str] | None
    """Id and title of the page to read again."""


def render_question(
    interaction: Interaction,
    theme: Theme,
    t: Catalogue,
    write: MarkdownWriter,
    *,
    in_quiz: bool,
    revisit_title: str | None,
) -> RenderedQuestion:
    """Fill in the form and the texts around it. `revisit_title`: of the page to read again, if any."""
    names = {"question": interaction.view(write), "in_quiz": in_quiz, "t": t}
    revisit = interaction.revisit
    return RenderedQuestion(
        interaction,
        in_quiz,
        theme.render(f"interactions/{interaction.kind}.html", names),
        interaction.shown_key(write),
        tuple(_description(interaction.stem, part.text) for part in interaction.parts()),
        _feedback(interaction),
        str(write.inline(interaction.rationale)) if interaction.rationale else "",
        {option: str(write.inline(text)) for option, text in interaction.option_feedback().items()},
        (revisit, revisit_title) if revisit and revisit_title else None,
    )


def _feedback(interaction: Interaction) -> dict[str, str]:
    texts: dict[str, str] = {
        result: str(markdown.inline(interaction.feedback_for(result))) for result in _RESULTS
    }
    return texts if len(set(texts.values())) > 1 else {"any": texts["correct"]}


def _description(stem: str, part: str) -> str:
    """Name a part by its own words, after as much of the stem as there is room for."""
    tail = f" {markdown.plain(part)}" if part else ""
    tail = tail if len(tail) < LONGEST_DESCRIPTION // 2 else _shortened(tail, LONGEST_DESCRIPTION // 2)
    return _shortened(markdown.plain(stem), LONGEST_DESCRIPTION - len(tail)) + tail


def _shortened(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"
