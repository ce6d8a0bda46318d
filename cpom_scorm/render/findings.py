"""The rules about themes and templates. They are found while rendering, so they carry no check."""

from __future__ import annotations

import inspect

from cpom_scorm.rule import Rule, Severity


def _rule(id: str, name: str, page: str) -> Rule:  # noqa: A002 - the field's own name
    return Rule(id, name, Severity.ERROR, since="0.1", spec="SEC-07", page=inspect.cleandoc(page))


TEMPLATE_SYNTAX = _rule(
    "TPL-001",
    "template-syntax",
    """A template is not Jinja.

    What: the template cannot be read from the line that is shown.
    Why it matters: the page it makes cannot be built.
    Example: `{% if page.lead %}` without `{% endif %}`.
    Fix: correct the line; the default template of the same name shows the form.
    """,
)
TEMPLATE_NAME = _rule(
    "TPL-002",
    "template-name",
    """A template uses a name that it does not receive.

    What: a variable, a field, an interface string or a template that does not exist.
    Why it matters: learners would see a gap where text belongs.
    Example: `{{ page.titel }}`.
    Fix: use a name from the comment at the top of the default template.
    """,
)
TEMPLATE_FAILED = _rule(
    "TPL-003",
    "template-failed",
    """A template fails while it is filled in.

    What: an expression in the template cannot be computed, or reaches for what templates may not touch.
    Why it matters: the page it makes cannot be built.
    Example: `{{ page.minutes + "min" }}` adds a number and a text.
    Fix: correct the expression. Templates may use their names, not Python's insides.
    """,
)
THEME_VALUE = _rule(
    "TPL-004",
    "theme-value",
    """A value in `theme.yaml` is not what its name asks for.

    What: an unknown name, a color that is not `#rrggbb`, or a font or radius that would end the style rule.
    Why it matters: the style sheet would break, and derived colors could not be computed.
    Example: `brand: teal`.
    Fix: write colors as `"#0f4c5c"`, in quotes; fonts as a CSS list; the radius as a length such as `.5rem`.
    """,
)

TEMPLATE_RULES = (TEMPLATE_SYNTAX, TEMPLATE_NAME, TEMPLATE_FAILED, THEME_VALUE)
"""All of them, for the registry."""
