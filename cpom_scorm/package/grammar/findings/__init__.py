"""Every rule that follows from the tables alone.

Rules that need cross references, files or judgement are in `rules.package_rules`.
"""

from __future__ import annotations

from cpom_scorm.package.grammar.findings import items, manifest, objectives, resources, sequencing
from cpom_scorm.rule import Rule

GRAMMAR_RULES: tuple[Rule, ...] = tuple(
    value
    for module in (manifest, items, resources, sequencing, objectives)
    for value in vars(module).values()
    if isinstance(value, Rule)
)
