"""`section-N.js`: the pages of one section as strings, and what is told after an answer, keys included.

Loaded when the learner first comes to the section, by a script element: that also works from disk, where
nothing can be fetched.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from cpom_scorm.render.course_data import NAMESPACE, script

if TYPE_CHECKING:
    from cpom_scorm.course.lock import Lock
    from cpom_scorm.editions import Edition
    from cpom_scorm.render.pages import RenderedSection
    from cpom_scorm.render.questions import RenderedQuestion


def section_script(section: RenderedSection, edition: Edition, lock: Lock) -> bytes:
    """Write the script for one edition; only the correct patterns differ between editions."""
    content: dict[str, Any] = {
        "pages": section.pages,
        "quiz": _quiz(section),
        "questions": {
            question.interaction.id: _question(question, edition, lock) for question in section.questions
        },
    }
    if section.keys:
        content["keys"] = section.keys
    return script(f"{NAMESPACE}.section({json.dumps(section.id)},", content, ");\n")


def _quiz(section: RenderedSection) -> dict[str, Any] | None:
    if section.quiz is None:
        return None
    return {"html": section.quiz, "objectives": section.objectives}


def _question(question: RenderedQuestion, edition: Edition, lock: Lock) -> dict[str, Any]:
    interaction = question.interaction
    form = edition.responses[interaction.kind]
    letters = lock.letters(interaction.id)
    content: dict[str, Any] = {
        "key": question.key,
        "records": [
            [part.id, interaction.correct_patterns(part.id, form, letters), description]
            for part, description in zip(interaction.parts(), question.descriptions, strict=True)
        ],
        "feedback": question.feedback,
    }
    if question.rationale:
        content["rationale"] = question.rationale
    if question.in_quiz:
        content["html"] = question.html
    if question.option_feedback:
        content["optionFeedback"] = question.option_feedback
    if question.revisit:
        page, title = question.revisit
        content["revisit"] = {"page": page, "title": title}
    return content
