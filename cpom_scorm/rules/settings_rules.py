"""The rules about `cpom-scorm.yaml`, which says what is judged. They are found while it is read."""

from __future__ import annotations

from functools import partial

from cpom_scorm.rule import Severity, declared

_rule = partial(declared, spec="cpom-scorm.yaml")

SETTING_UNKNOWN = _rule(
    "YML-020",
    "setting-unknown",
    """The settings file says something that is no setting.

    What: a key is not one of `select`, `ignore`, `severity` and `fail_on`, or its value has another form.
    Why it matters: a setting that is not understood does nothing, and everybody believes that it holds.
    Example: `ignored: [PKG-030]`.
    Fix: `ignore` and `severity` are mappings, `select` is a list, `fail_on` is one word.
    """,
)
SETTING_RULE_UNKNOWN = _rule(
    "YML-021",
    "setting-rule-unknown",
    """The settings file names a rule that does not exist.

    What: an entry names no rule; only `select` takes families too.
    Why it matters: the rule that was meant goes on as before.
    Example: `ignore: {PKG-30: left by our editor}`.
    Fix: write the id as reports show it; `cpom-scorm rules` lists all.
    """,
)
IGNORED_WITHOUT_REASON = _rule(
    "YML-022",
    "ignored-without-reason",
    """A rule is ignored, and nobody says why.

    What: an entry of `ignore` has no text.
    Why it matters: in a year nobody will know whether it is still right to ignore the rule.
    Example: `ignore: {PKG-030: ""}`.
    Fix: say why: `ignore: {PKG-030: our editor leaves its sources in}`.
    """,
)
RULE_STANDS = _rule(
    "YML-023",
    "rule-stands",
    """A rule is ignored or lowered that always stands.

    What: errors of a course, errors of the archive and its XML, and errors of security keep their weight.
    Why it matters: behind them nothing could be read, or reading on is dangerous; a build refuses a course
    with an error in any case. A verdict that leaves them out would be wrong.
    Example: `ignore: {PKG-017: our LMS takes it}`.
    Fix: take the entry out, and repair what the rule finds.
    """,
)
IGNORED_WITHOUT_FINDING = _rule(
    "YML-024",
    "ignored-without-finding",
    """A rule is ignored that finds nothing.

    What: an entry of `ignore` beside a course hides no finding of `check`.
    Why it matters: it would hide the next fault of this kind, which nobody has seen yet.
    Example: `ignore: {CRS-060: typeset by hand}` in a course whose titles are right.
    Fix: take the entry out.
    """,
    severity=Severity.NOTE,
)
SETTINGS_RULES = (
    SETTING_UNKNOWN,
    SETTING_RULE_UNKNOWN,
    IGNORED_WITHOUT_REASON,
    RULE_STANDS,
    IGNORED_WITHOUT_FINDING,
)
