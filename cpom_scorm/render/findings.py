"""The rules about themes and templates. They are found while rendering, so they carry no check."""

from __future__ import annotations

from functools import partial

from cpom_scorm.rule import Severity, declared

_rule = partial(declared, spec="SEC-07")

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
THEME_CONTRAST = _rule(
    "TPL-005",
    "theme-contrast",
    """Two colors of the theme are too much alike.

    What: text or a control stands out too little from what it stands on, in light or in dark.
    Why it matters: people with low vision, and everybody in bright light, cannot read it (WCAG 2.2, 1.4.3
    and 1.4.11: 4.5 to 1 for text, 3 to 1 for the edges of controls).
    Example: `brand: "#7fb3c8"` on white, 2.3 to 1.
    Fix: make the darker color darker or the lighter one lighter. Names with `tint`, `wash`, `edge` and
    `muted` derive from the colors you name.
    """,
    severity=Severity.WARNING,
    spec="WCAG 2.2, 1.4.3 and 1.4.11; A11Y-09",
    strict=Severity.ERROR,
)

TEMPLATE_RULES = (TEMPLATE_SYNTAX, TEMPLATE_NAME, TEMPLATE_FAILED, THEME_VALUE, THEME_CONTRAST)
"""All of them, for the registry."""
