"""The author's example of each kind of question, and its form, for tests that look at kinds alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from cpom_scorm.interactions import INTERACTIONS, Likert
from cpom_scorm.render.catalogue import load_catalogue
from cpom_scorm.render.image_size import Box
from cpom_scorm.render.questions import MarkdownWriter
from cpom_scorm.render.theme import load_theme
from cpom_scorm.source import SourceText
from cpom_scorm.yaml_source import read_yaml

if TYPE_CHECKING:
    from cpom_scorm.interactions import Interaction

PICTURE = Markup('<svg viewBox="0 0 350 110" aria-hidden="true"><path class="s-edge" d="M10 100H340"/></svg>')


def picture(path: str, label: str) -> dict[str, Any]:
    """Give a drawing in the place of any picture."""
    return {"src": path, "width": 350, "height": 110, "box": Box(0, 0, 350, 110), "svg": PICTURE}


WRITER = MarkdownWriter(picture)


def example_values(model: type[Interaction]) -> dict[str, Any]:
    """Give the example in the docstring of a kind as plain values."""
    tree = read_yaml(SourceText("example.yaml", model.example())).tree
    assert tree
    (values,) = tree.data
    return dict(values)


def example_questions() -> dict[str, Interaction]:
    """Give the example of each kind, by kind."""
    found = [model.model_validate(example_values(model)) for model in INTERACTIONS]
    return {question.kind: question for question in found}


def form_of(question: Interaction, language: str = "en", *, in_quiz: bool = False) -> str:
    """Render the form of a question."""
    names = {"question": question.view(WRITER), "t": load_catalogue(language), "in_quiz": in_quiz}
    return str(load_theme().theme.render(f"interactions/{question.kind}.html", names))


def ratings_named() -> list[dict[str, Any]]:
    """Give the questions that the example of self-ratings names: the example of ratings, asked twice."""
    asked = example_values(Likert)
    return [asked, {**asked, "id": f"{asked['id']}_end"}]
