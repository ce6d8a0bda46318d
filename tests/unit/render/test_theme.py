"""Themes and templates. If these fail, an override goes unseen, or a template reads the computer (SEC-07)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpom_scorm.render.theme import TemplateFault, load_theme
from tests.unit.render.sample import ENGLISH, rendered

if TYPE_CHECKING:
    from pathlib import Path

    from cpom_scorm.diagnostics import Diagnostic


def course_with(folder: Path, **templates: str) -> Path:
    """Give a course folder with templates of its own; `__` in a name stands for a folder."""
    for name, text in templates.items():
        file = folder / "templates" / (name.replace("__", "/") + ".html")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return folder


def fault(folder: Path, template: str = "own.html") -> Diagnostic:
    with pytest.raises(TemplateFault) as caught:
        load_theme(folder).theme.render(template, {"t": ENGLISH, "page": {"title": "A"}})
    return caught.value.diagnostic


def test_a_template_of_the_course_stands_in_for_the_default_one(tmp_path: Path) -> None:
    theme = load_theme(course_with(tmp_path, blocks__quote="<q>{{ block.text }}</q>")).theme
    assert "<q>Words.</q>" in rendered(theme=theme).sections[1].pages["one"]


def test_a_template_can_extend_the_one_it_replaces(tmp_path: Path) -> None:
    extended = (
        '{% extends "default/interactions/choice.html" %}{% block answer %}{{ super() }}!{% endblock %}'
    )
    theme = load_theme(course_with(tmp_path, interactions__choice=extended)).theme
    assert any("</div>\n!" in question.html for question in rendered(theme=theme).sections[1].questions)


def test_values_are_escaped(tmp_path: Path) -> None:
    theme = load_theme(course_with(tmp_path, own="<p>{{ name }}</p>")).theme
    assert theme.render("own.html", {"name": '<b title="x">'}) == "<p>&lt;b title=&#34;x&#34;&gt;</p>"


def test_a_name_that_a_template_does_not_receive_is_told_with_its_line(tmp_path: Path) -> None:
    found = fault(course_with(tmp_path, own="one\n{{ page.titel }}"))
    assert (found.rule.id, found.span and found.span.line) == ("TPL-002", 2)
    assert found.message.startswith('the template "own.html" cannot be filled in')


def test_a_string_that_does_not_exist_is_told(tmp_path: Path) -> None:
    assert fault(course_with(tmp_path, own='{{ t["page.misspelled"] }}')).rule.id == "TPL-002"


def test_a_template_that_is_missing_is_told(tmp_path: Path) -> None:
    found = fault(course_with(tmp_path, own='{% include "partials/none.html" %}'))
    assert (found.rule.id, found.message) == ("TPL-002", 'no template is called "partials/none.html"')


def test_a_slip_in_a_template_is_told_with_its_line(tmp_path: Path) -> None:
    found = fault(course_with(tmp_path, own="one\ntwo {% if page %}\nthree"))
    assert (found.rule.id, found.span and found.span.file) == (
        "TPL-001",
        str(tmp_path / "templates/own.html"),
    )


@pytest.mark.parametrize(
    "expression",
    [
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ t.fill.__globals__ }}",
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{{ page.__class__ }}",
        "{{ (1).__class__.__base__ }}",
        "{{ page.title + 1 }}",
        "{{ range(99999999) }}",
    ],
)
def test_templates_reach_nothing_but_their_names(tmp_path: Path, expression: str) -> None:
    """SEC-07: a sandbox on top of trust."""
    assert fault(course_with(tmp_path, own=expression)).rule.id in ("TPL-002", "TPL-003")


def test_the_default_theme_has_nothing_to_tell() -> None:
    assert load_theme().diagnostics == ()
