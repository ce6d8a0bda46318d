"""Small courses with sequencing, written as nested calls, for tests to judge and to break one thing in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpom_scorm.package.manifest.model import MANIFEST_NAME
from cpom_scorm.package.model import Package
from cpom_scorm.validate import verify
from tests.builders import NEWEST, base_files

if TYPE_CHECKING:
    from cpom_scorm.diagnostics import Report
    from cpom_scorm.editions import Edition

CONTENT = '<imsss:deliveryControls completionSetByContent="true" objectiveSetByContent="true"/>'
"""What a SCO that reports both has."""


@dataclass(frozen=True)
class Node:
    """An item or an organization in the making."""

    name: str
    sequencing: str
    children: tuple[Node, ...] = ()
    resource: str = ""
    more: str = ""

    def lines(self, tag: str = "item") -> list[str]:
        """Write it as the lines of a manifest."""
        launched = f' identifierref="{self.resource}" parameters="?page={self.name}"'
        reference = launched if self.resource else ""
        inner = [f"<title>{self.name}</title>"]
        for child in self.children:
            inner += child.lines()
        if self.sequencing:
            inner += ["<imsss:sequencing>", *_indented(self.sequencing), "</imsss:sequencing>"]
        if self.more:
            inner.append(self.more)
        extra = "" if tag == "organization" else reference
        opened = f'<{tag} identifier="{self.name}"{extra}>'
        return [opened, *(f"  {line}" for line in inner), f"</{tag}>"]


def _indented(markup: str) -> list[str]:
    return [f"  {line}" for line in re.sub(r"(?<=>)(?=<)", "\n", markup).split("\n")]


def sco(name: str, sequencing: str = CONTENT, more: str = "") -> Node:
    """Give an item that launches a SCO."""
    return Node(name, sequencing, (), "base-sco", more)


def asset(name: str, sequencing: str = "") -> Node:
    """Give an item that launches an asset."""
    return Node(name, sequencing, (), "page")


def cluster(name: str, sequencing: str, *children: Node) -> Node:
    """Give an item with items below it."""
    return Node(name, sequencing, children)


def mode(**switches: bool) -> str:
    """Write a control mode: `mode(flow=True, choice=False)`."""
    words = "".join(f' {name}="{str(value).lower()}"' for name, value in switches.items())
    return f"<imsss:controlMode{words}/>"


def rules(*parts: str) -> str:
    """Write sequencing rules."""
    return f"<imsss:sequencingRules>{''.join(parts)}</imsss:sequencingRules>"


def when(kind: str, action: str, *conditions: str, any_is_enough: bool = False) -> str:
    """Write a rule. A condition is a name, `not ` before it, ` of OBJECTIVE` or ` at THRESHOLD` after it."""
    combination = ' conditionCombination="any"' if any_is_enough else ""
    inner = "".join(_condition(one) for one in conditions)
    return (
        f"<imsss:{kind}ConditionRule><imsss:ruleConditions{combination}>{inner}</imsss:ruleConditions>"
        f'<imsss:ruleAction action="{action}"/></imsss:{kind}ConditionRule>'
    )


def _condition(text: str, element: str = "ruleCondition") -> str:
    name, *rest = text.removeprefix("not ").split(" ")
    options = dict(zip(rest[::2], rest[1::2], strict=True))
    reference = f' referencedObjective="{options["of"]}"' if "of" in options else ""
    threshold = f' measureThreshold="{options["at"]}"' if "at" in options else ""
    operator = ' operator="not"' if text.startswith("not ") else ""
    return f'<imsss:{element}{reference}{threshold}{operator} condition="{name}"/>'


def rollup(*parts: str, objective: bool = True, progress: bool = True, weight: str = "1") -> str:
    """Write what an activity gives, and its rollup rules."""
    given = f'rollupObjectiveSatisfied="{str(objective).lower()}"'
    given += f' rollupProgressCompletion="{str(progress).lower()}" objectiveMeasureWeight="{weight}"'
    return f"<imsss:rollupRules {given}>{''.join(parts)}</imsss:rollupRules>"


def rolls(action: str, children: str, *conditions: str, more: str = "") -> str:
    """Write a rollup rule."""
    inner = "".join(_condition(one, "rollupCondition") for one in conditions)
    return (
        f'<imsss:rollupRule childActivitySet="{children}"{more}><imsss:rollupConditions>{inner}'
        f'</imsss:rollupConditions><imsss:rollupAction action="{action}"/></imsss:rollupRule>'
    )


def objectives(*maps: str, primary: str = "own", measure: str = "", others: str = "") -> str:
    """Write a primary objective with these maps, and others after it."""
    by = ' satisfiedByMeasure="true"' if measure else ""
    mark = f"<imsss:minNormalizedMeasure>{measure}</imsss:minNormalizedMeasure>" if measure else ""
    return (
        f'<imsss:objectives><imsss:primaryObjective objectiveID="{primary}"{by}>{mark}{"".join(maps)}'
        f"</imsss:primaryObjective>{others}</imsss:objectives>"
    )


def objective(name: str, *maps: str) -> str:
    """Write an objective that does not roll up."""
    return f'<imsss:objective objectiveID="{name}">{"".join(maps)}</imsss:objective>'


def writes(target: str, *, measure: bool = False) -> str:
    """Write a map that writes a global objective, and reads it as maps do by default."""
    more = ' writeNormalizedMeasure="true"' if measure else ""
    return f'<imsss:mapInfo targetObjectiveID="{target}" writeSatisfiedStatus="true"{more}/>'


def reads(target: str) -> str:
    """Write a map that only reads."""
    return f'<imsss:mapInfo targetObjectiveID="{target}"/>'


def course(sequencing: str, *children: Node, edition: Edition = NEWEST, collection: str = "") -> str:
    """Give the manifest of a course with these activities."""
    text = base_files(edition)[MANIFEST_NAME].decode()
    organization = Node("course", sequencing, children).lines("organization")
    begin, end = text.index("    <organization "), text.index("  </organizations>")
    text = text[:begin] + "".join(f"    {line}\n" for line in organization) + text[end:]
    text = text.replace('default="base-organization"', 'default="course"')
    if any('identifierref="page"' in line for line in organization):
        page = '<resource identifier="page" type="webcontent" adlcp:scormType="asset" href="page.html">'
        resource = f'    {page}\n      <file href="page.html"/>\n    </resource>\n'
        before = text.index('identifierref="page"') < (text.find('identifierref="base-sco"') % len(text))
        place = "    <resource identifier=" if before else "  </resources>"
        text = text.replace(place, resource + place, 1)
    if collection:
        entries = f"  <imsss:sequencingCollection>{collection}</imsss:sequencingCollection>\n"
        text = text.replace("</manifest>", f"{entries}</manifest>")
    return text


PAGE = b"""<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>A page</title></head>
<body><h1>A page</h1></body>
</html>
"""


def package_of(manifest: str, edition: Edition = NEWEST) -> Package:
    """Give a package with this manifest."""
    files = {**base_files(edition), MANIFEST_NAME: manifest.encode()}
    if 'href="page.html"' in manifest:
        files["page.html"] = PAGE
    return Package.from_files(files, "package.zip")


def judged(manifest: str, edition: Edition = NEWEST) -> Report:
    """Judge a package with this manifest."""
    return verify(package_of(manifest, edition), strict=True)
