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

    What: an unknown name, a color that is not `#rrggbb`, fonts or a radius that are none.
    Why it matters: the style sheet would break, and derived colors could not be computed.
    Example: `brand: teal`.
    Fix: write colors as `"#0f4c5c"`, in quotes, because `#` begins a comment; fonts as names with commas
    between; the radius as a length such as `.5rem`.
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
    Fix: take the color that the finding proposes, the nearest one that passes everywhere, or make the darker
    color darker or the lighter one lighter. Names with `tint`, `wash`, `edge` and `muted` derive from the
    colors you name.
    """,
    severity=Severity.WARNING,
    spec="WCAG 2.2, 1.4.3 and 1.4.11; A11Y-09",
    strict=Severity.ERROR,
)
THEME_MISSING = _rule(
    "TPL-006",
    "theme-missing",
    """A theme is not there, or cannot be read.

    What: what `--theme` or `extends` names is no folder that holds a theme, and no theme that is shipped.
    Why it matters: the course would be built in another brand than the one you asked for.
    Example: `extends: ../hous-style`.
    Fix: correct the path, which starts at the folder of the `theme.yaml` that names it; or write the name of
    a shipped theme.
    """,
)
THEME_CIRCLE = _rule(
    "TPL-007",
    "theme-circle",
    """Themes extend each other in a circle.

    What: following `extends` from theme to theme leads back to one of them.
    Why it matters: none of them is the one that the others build on.
    Example: `house` extends `../clinic`, and `clinic` extends `../house`.
    Fix: take `extends` out of the theme that should come first.
    """,
)
THEME_OUTSIDE = _rule(
    "TPL-008",
    "theme-outside-course",
    """The course's own templates lead out of the course folder.

    What: `extends` in `templates/theme.yaml`, or a link in `templates`, leads to somewhere else.
    Why it matters: building a course that somebody sent would put other files of your computer into the
    package.
    Example: `extends: ../../house-style`.
    Fix: copy the theme into the course folder, or name it with `--theme`: then it is you who chose it.
    """,
    spec="SEC-09",
)

TEMPLATE_RULES = (
    TEMPLATE_SYNTAX,
    TEMPLATE_NAME,
    TEMPLATE_FAILED,
    THEME_VALUE,
    THEME_CONTRAST,
    THEME_MISSING,
    THEME_CIRCLE,
    THEME_OUTSIDE,
)
"""All of them, for the registry."""
