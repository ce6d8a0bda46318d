"""Whether the settings of an item have a form that LMSs understand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpom_scorm.diagnostics import Diagnostic
from cpom_scorm.package.quoting import any_of, quoted
from cpom_scorm.rule import Severity, rule
from cpom_scorm.rules.package_rules.lookups import items_of, resources_of
from cpom_scorm.rules.package_rules.places import (
    attribute_place,
    child_place,
    child_text,
    profile_weight,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.package.manifest.model import Item
    from cpom_scorm.package.model import Package
    from cpom_scorm.rule import Rule

_TIME_LIMIT_ACTIONS = ("exit,message", "exit,no message", "continue,message", "continue,no message")
_TEXT = r"(?:[A-Za-z0-9\-_.!~*'()]|%[0-9A-Fa-f]{2})"
_PARAMETERS = re.compile(rf"#{_TEXT}*|\??{_TEXT}+={_TEXT}+(?:&{_TEXT}+={_TEXT}+)*(?:#{_TEXT}*)?")
_DECIMAL = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)")
_TIME_SPAN = re.compile(r"\d{2,4}:\d{2}:\d{2}(\.\d{1,2})?")


def _element_name(package: Package, setting: str) -> str:
    """Give the edition's name for a setting; empty where it has none."""
    return package.edition.manifest.parameter_elements.get(setting, "") if package.edition else ""


@rule("ITM-007", "parameters-form", Severity.ERROR, since="0.1", spec="REQ_30.6.3.6.4.2; IMS CP 1.1.4")
def parameters_form(package: Package) -> Iterator[Diagnostic]:
    """## What
    The launch parameters of an item are neither `#name` nor a list of `name=value`. In SCORM 1.2 it is a
    warning.

    ## Why it matters
    LMSs add them to the address in different ways; only this form survives all of them.

    ## Example
    `parameters="?page 2"`

    ## Fix
    Write `?name=value&name=value` and percent-encode everything but letters, digits and `-_.!~*'()`.
    """
    for item in items_of(package):
        if item.parameters and not _PARAMETERS.fullmatch(item.parameters):
            yield Diagnostic(
                parameters_form,
                f"the parameters {quoted(item.parameters)} are not of the form ?name=value&name=value",
                attribute_place(package, item, "parameters"),
                "percent-encode special characters and give every name a value",
                weight=profile_weight(package),
            )


@rule("ITM-010", "time-limit-action", Severity.ERROR, since="0.1", spec="REQ_30.6.3.6.9.2; 1.2 CAM 2.3.5")
def time_limit_action(package: Package) -> Iterator[Diagnostic]:
    """## What
    The action at the time limit is none of the four that exist.

    ## Why it matters
    LMSs ignore it, or pass on a word that the content does not expect.

    ## Example
    `exit, message`, with a space after the comma.

    ## Fix
    Write `exit,message`, `exit,no message`, `continue,message` or `continue,no message`.
    """
    for item in items_of(package):
        value = item.time_limit_action
        if value is not None and value.strip() not in _TIME_LIMIT_ACTIONS:
            message = f"the time limit action is {quoted(value)}, expected {any_of(_TIME_LIMIT_ACTIONS)}"
            span = child_place(package, item, _element_name(package, "time_limit_action"))
            yield Diagnostic(time_limit_action, message, span)


@rule("ITM-011", "launch-data-too-long", Severity.WARNING, since="0.1", spec="1.2 XSD; CAM SPM 4000")
def launch_data_too_long(package: Package) -> Iterator[Diagnostic]:
    """## What
    The launch data of an item is longer than 255 characters (SCORM 1.2, an error) or 4,000 (SCORM 2004).

    ## Why it matters
    LMSs may cut it; the content then starts with half of its settings.

    ## Example
    A whole configuration as JSON in `datafromlms`.

    ## Fix
    Put the data into a file of the package and pass only its name.
    """
    lenient = profile_weight(package) is not None
    most = 255 if lenient else 4000
    for item in items_of(package):
        if len(item.launch_data or "") > most:
            message = (
                f"the launch data has {len(item.launch_data or ''):,} characters, expected {most:,} at most"
            )
            span = child_place(package, item, _element_name(package, "launch_data"))
            weight = Severity.ERROR if lenient else None
            yield Diagnostic(launch_data_too_long, message, span, "pass the name of a file", weight=weight)


@rule("ITM-012", "mastery-score-form", Severity.ERROR, since="0.1", spec="1.2 CAM 2.3.5")
def mastery_score_form(package: Package) -> Iterator[Diagnostic]:
    """## What
    `masteryscore` is no number from 0 to 100.

    ## Why it matters
    The LMS decides passed or failed by it; with another text it decides nothing, or always the same.

    ## Example
    `<adlcp:masteryscore>80%</adlcp:masteryscore>`

    ## Fix
    Write a number such as `80`.
    """
    for item in items_of(package):
        if item.mastery_score is not None and not _is_between(item.mastery_score, 0, 100):
            message = f"the mastery score is {quoted(item.mastery_score)}, expected a number from 0 to 100"
            span = child_place(package, item, _element_name(package, "mastery_score"))
            yield Diagnostic(mastery_score_form, message, span)


def _is_between(text: str, least: float, most: float) -> bool:
    return bool(_DECIMAL.fullmatch(text.strip())) and least <= float(text) <= most


@rule("ITM-013", "time-allowed-form", Severity.ERROR, since="0.1", spec="1.2 CAM 2.3.5")
def time_allowed_form(package: Package) -> Iterator[Diagnostic]:
    """## What
    `maxtimeallowed` is not of the form `HHHH:MM:SS.SS`.

    ## Why it matters
    LMSs pass it on or fail on it; the time limit then does not hold.

    ## Example
    `<adlcp:maxtimeallowed>30 min</adlcp:maxtimeallowed>`

    ## Fix
    Write `00:30:00`.
    """
    for item in items_of(package):
        value = item.max_time_allowed
        if value is not None and not _TIME_SPAN.fullmatch(value.strip()):
            message = f"the time allowed is {quoted(value)}, expected the form 00:30:00"
            span = child_place(package, item, _element_name(package, "max_time_allowed"))
            yield Diagnostic(time_allowed_form, message, span)


@rule("ITM-018", "completion-threshold-form", Severity.ERROR, since="0.1", spec="REQ_30.6.3.6.13.2")
def completion_threshold_form(package: Package) -> Iterator[Diagnostic]:
    """## What
    The text of a completion threshold is no number from 0 to 1. (Its attributes are ITM-019.)

    ## Why it matters
    The LMS compares it with the progress that the content reports: above 1 the course never completes.

    ## Example
    `<adlcp:completionThreshold>80</adlcp:completionThreshold>`

    ## Fix
    Write a share such as `0.8`.
    """
    name = _element_name(package, "completion_threshold")
    for item in items_of(package):
        value = child_text(package, item, name)
        if value and not _is_between(value, 0, 1):
            message = f"the completion threshold is {quoted(value)}, expected a number from 0 to 1"
            yield Diagnostic(completion_threshold_form, message, child_place(package, item, name))


@rule("ITM-021", "launch-data-without-sco", Severity.ERROR, since="0.1", spec="REQ_30.6.3.6.10.2")
def launch_data_without_sco(package: Package) -> Iterator[Diagnostic]:
    """## What
    An item has launch data but launches no SCO.

    ## Why it matters
    Only a SCO can ask the LMS for them, so they have no effect; the conformance suite fails the package.

    ## Example
    `adlcp:dataFromLMS` on an item whose resource is an asset.

    ## Fix
    Mark the resource as `sco` if it talks to the LMS; else remove the setting.
    """
    for item in _items_without_sco(package):
        if item.launch_data is not None:
            yield _without_sco(launch_data_without_sco, package, item, "launch_data")


@rule("ITM-022", "limits-without-sco", Severity.ERROR, since="0.1", spec="REQ_30.6.3.6.9.1.1; 30.6.3.6.13")
def limits_without_sco(package: Package) -> Iterator[Diagnostic]:
    """## What
    An item has a time limit action or a completion threshold but launches no SCO. From the 4th edition on,
    items with items below them may have a threshold.

    ## Why it matters
    An asset reports neither time nor progress, so nothing ever meets the limit; the conformance suite fails
    the package.

    ## Example
    `adlcp:timeLimitAction` on a heading.

    ## Fix
    Move the setting to the item that launches the SCO, or remove it.
    """
    for item in _items_without_sco(package):
        if item.time_limit_action is not None:
            yield _without_sco(limits_without_sco, package, item, "time_limit_action")
        allowed = item.items and package.edition and package.edition.manifest.has_threshold_attributes
        if item.completion_threshold is not None and not allowed:
            yield _without_sco(limits_without_sco, package, item, "completion_threshold")


def _items_without_sco(package: Package) -> Iterator[Item]:
    """Give the items of a 2004 package that surely launch no SCO: unknown resources are ITM-001."""
    if profile_weight(package) is None:
        known = resources_of(package)
        for item in items_of(package):
            if item.resource_id is None or (item.resource_id in known and not known[item.resource_id].is_sco):
                yield item


def _without_sco(found: Rule, package: Package, item: Item, setting: str) -> Diagnostic:
    name = _element_name(package, setting)
    message = f'"{name}" stands on an item that launches no SCO'
    return Diagnostic(found, message, child_place(package, item, name), f'remove "{name}"')


RULES = (
    parameters_form,
    time_limit_action,
    launch_data_too_long,
    mastery_score_form,
    time_allowed_form,
    completion_threshold_form,
    launch_data_without_sco,
    limits_without_sco,
)
