"""Questions as learners get them: the form without the key, and what is told after an answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from cpom_scorm.interactions import Choice
from cpom_scorm.render import markdown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markupsafe import Markup

    from cpom_scorm.interactions import Interaction
    from cpom_scorm.render.catalogue import Catalogue
    from cpom_scorm.render.theme import Theme

_RESULTS: tuple[Literal["correct", "incorrect", "partly"], ...] = ("correct", "incorrect", "partly")

LONGEST_DESCRIPTION = 250
"""Characters of `cmi.interactions.n.description` that every LMS takes (2004 RTE 4.2.9.1)."""


@dataclass(frozen=True, slots=True)
class RenderedQuestion:
    """A question, the same for every edition."""

    interaction: Interaction
    in_quiz: bool
    """Else it stands in a page."""
    html: Markup
    description: str
    """The stem without markup, as the LMS gets it."""
    feedback: Mapping[str, str]
    """correct, incorrect, partly → HTML; where all are alike, `any` alone."""
    option_feedback: Mapping[str, str]
    revisit: tuple[str, str] | None
    """Id and title of the page to read again."""


def render_question(
    interaction: Interaction, theme: Theme, t: Catalogue, *, in_quiz: bool, revisit_title: str | None
) -> RenderedQuestion:
    """Fill in the form and the texts around it. `revisit_title`: of the page to read again, if any."""
    names = {"question": interaction.view(markdown.inline), "in_quiz": in_quiz, "t": t}
    revisit = interaction.revisit
    return RenderedQuestion(
        interaction,
        in_quiz,
        theme.render(f"interactions/{interaction.kind}.html", names),
        _shortened(markdown.plain(interaction.stem)),
        _feedback(interaction),
        _option_feedback(interaction),
        (revisit, revisit_title) if revisit and revisit_title else None,
    )


def _feedback(interaction: Interaction) -> dict[str, str]:
    texts: dict[str, str] = {
        result: str(markdown.inline(interaction.feedback_for(result))) for result in _RESULTS
    }
    return texts if len(set(texts.values())) > 1 else {"any": texts["correct"]}


def _option_feedback(interaction: Interaction) -> dict[str, str]:
    if not isinstance(interaction, Choice):
        return {}
    return {o.id: str(markdown.inline(o.feedback)) for o in interaction.options if o.feedback}


def _shortened(text: str) -> str:
    if len(text) <= LONGEST_DESCRIPTION:
        return text
    return text[: LONGEST_DESCRIPTION - 1].rstrip() + "…"
