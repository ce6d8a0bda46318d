"""What LMSs do otherwise than the standard says once a package is imported: editions, SCOs, statuses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.diagnostics import Diagnostic
from cpom_scorm.package.content.files import PAGE_ENDINGS
from cpom_scorm.package.content.words import words_in
from cpom_scorm.package.quoting import any_of, quoted
from cpom_scorm.package.xml.source import local_name, namespace
from cpom_scorm.package.xml.values import text_of
from cpom_scorm.rule import Severity, rule
from cpom_scorm.rules.package_rules.lookups import items_of, resources_of
from cpom_scorm.rules.package_rules.places import attribute_place, place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.lms import Behaviour
    from cpom_scorm.package.model import Package

_CODE_ENDINGS = (".js", ".mjs", ".json", ".txt", *PAGE_ENDINGS)


@rule(
    "LMS-004", "sequencing-ignored", Severity.NOTE, since="0.1", spec="Moodle 4.5.6 scorm_13lib.php; Docebo"
)
def sequencing_ignored(package: Package, behaviour: Behaviour) -> Iterator[Diagnostic]:
    """## What
    The manifest has sequencing rules that the LMS does not carry out.

    ## Why it matters
    Moodle stores nearly all rules of SCORM 2004 and acts on few; Docebo does no sequencing. Learners can do
    what the rules should keep them from, and are not led where the rules should lead them.

    ## Example
    `<imsss:sequencingRules>` that open the test only after the lesson.

    ## Fix
    Let the content itself decide what comes next, in one SCO.
    """
    document = package.document
    if document is None:
        return
    used = [found for found in document.elements if local_name(found) in behaviour.words]
    if used:
        name = quoted(local_name(used[0]))
        message = (
            f"{name} stands in the manifest" if len(used) == 1 else f"{name} and more stand in the manifest"
        )
        yield Diagnostic(
            sequencing_ignored, message, document.span(used[0]), "let the content decide what comes next"
        )


@rule("LMS-007", "scos-several", Severity.NOTE, since="0.1", spec="Moodle, Open edX, Canvas, Chamilo")
def scos_several(package: Package, _: Behaviour) -> Iterator[Diagnostic]:
    """## What
    The organization launches several SCOs.

    ## Why it matters
    One SCO is the only form that all LMSs run: Open edX launches only one, Moodle loses the data of the
    second in SCORM 2004, and others show a second menu beside the content's own.

    ## Example
    One item for each section of a course.

    ## Fix
    Make one SCO with its own navigation, or one package for each.
    """
    scos = {name for name, resource in resources_of(package).items() if resource.is_sco}
    launched = list(
        {item.resource_id: item for item in items_of(package) if item.resource_id in scos}.values()
    )
    if len(launched) > 1:
        message = f"the package launches {len(launched)} SCOs"
        help_text = "make one SCO with its own navigation, or one package for each"
        yield Diagnostic(scos_several, message, place(package, launched[1]), help_text)


@rule("LMS-012", "edition-unplayed", Severity.NOTE, since="0.1", spec="help pages of the LMS; Moodle app")
def edition_unplayed(package: Package, _: Behaviour) -> Iterator[Diagnostic]:
    """## What
    The package is of an edition of SCORM that the LMS does not play, or not fully.

    ## Why it matters
    TalentLMS and the Moodle app refuse every edition but 1.2; others promise certain editions only.

    ## Example
    A package of SCORM 2004 4th Edition for TalentLMS.

    ## Fix
    Export the course in the edition that the LMS names.
    """
    if package.edition is not None and package.document is not None:
        message = f"the package is {package.edition.title}"
        version = next(package.document.named("schemaversion"), None)
        help_text = "export the course in an edition that the LMS plays"
        yield Diagnostic(edition_unplayed, message, package.document.span(version), help_text)


@rule("LMS-013", "lms-controls-shown", Severity.NOTE, since="0.1", spec="help.csod.com")
def lms_controls_shown(package: Package, _: Behaviour) -> Iterator[Diagnostic]:
    """## What
    An item leaves the navigation of the LMS visible beside content that is the only SCO.

    ## Why it matters
    Learners see two menus. Cornerstone's own takes about a third of the width unless it is hidden.

    ## Example
    An item without `<adlnav:hideLMSUI>`.

    ## Fix
    Hide the controls with `adlnav:navigationInterface`, and the table of contents in the LMS's settings.
    """
    scos = {name for name, resource in resources_of(package).items() if resource.is_sco}
    items = [item for item in items_of(package) if item.resource_id in scos]
    if len(items) == 1 and not items[0].hidden_controls:
        message = f"the item {quoted(items[0].identifier)} hides none of the LMS's own controls"
        yield Diagnostic(lms_controls_shown, message, place(package, items[0]), "hide them with hideLMSUI")


@rule(
    "LMS-017", "status-recomputed", Severity.NOTE, since="0.1", spec="Moodle 4.5.6 scorm_12.js, scorm_13.js"
)
def status_recomputed(package: Package, behaviour: Behaviour) -> Iterator[Diagnostic]:
    """## What
    The manifest has a pass mark or a threshold from which the LMS works out a status of its own.

    ## Why it matters
    Moodle replaces what the content wrote: content that said passed with 85 became failed by a
    `masteryscore` of 90.

    ## Example
    `<adlcp:masteryscore>90</adlcp:masteryscore>` and a pass mark of 80 in the content.

    ## Fix
    Write the very mark that the content uses, or none.
    """
    document = package.document
    for element in document.elements if document else ():
        if document is not None and local_name(element) in behaviour.words:
            value = element.get("minProgressMeasure") or text_of(element).strip()
            message = (
                f'"{local_name(element)}" is {quoted(value)}'
                if value
                else f'"{local_name(element)}" is given'
            )
            help_text = "write what the content itself goes by, or leave it out"
            yield Diagnostic(status_recomputed, message, document.span(element), help_text)


@rule("LMS-018", "pass-mark-not-applied", Severity.NOTE, since="0.1", spec="Moodle 4.5.6 scorm_13.js")
def pass_mark_not_applied(package: Package, behaviour: Behaviour) -> Iterator[Diagnostic]:
    """## What
    The manifest lets the LMS compare the score with a pass mark, and no script sets the success itself.

    ## Why it matters
    Moodle never does so in SCORM 2004: nobody passes, however high the score.

    ## Example
    `satisfiedByMeasure="true"` and content that writes `cmi.score.scaled` only.

    ## Fix
    Let the content write `cmi.success_status` too.
    """
    document = package.document
    if document is None:
        return
    measured = (
        found
        for found in document.named("primaryObjective")
        if namespace(found).endswith("/imsss") and found.get("satisfiedByMeasure") in ("true", "1")
    )
    first = next(measured, None)
    if first is not None and not words_in(package.files, _CODE_ENDINGS, behaviour.words):
        message = f'the pass mark is the only way to pass: no script writes "{behaviour.words[0]}"'
        help_text = "let the content write cmi.success_status too"
        yield Diagnostic(pass_mark_not_applied, message, document.span(first), help_text)


@rule(
    "LMS-019",
    "run-time-word-absent",
    Severity.NOTE,
    since="0.1",
    spec="openedx-scorm-xblock 19.0.5; TalentLMS",
)
def run_time_word_absent(package: Package, behaviour: Behaviour) -> Iterator[Diagnostic]:
    """## What
    No script or page holds the name of what the LMS waits for.

    ## Why it matters
    TalentLMS needs a raw score. Open edX searches packages for `lesson_status`, `completion_status` and
    `progress_measure`, and warns of those without.

    ## Example
    Content for TalentLMS that writes `cmi.core.lesson_status` only.

    ## Fix
    Let the content report it, and do not put its name together from parts.
    """
    scos = {name for name, resource in resources_of(package).items() if resource.is_sco}
    item = next((item for item in items_of(package) if item.resource_id in scos), None)
    if item is not None and not words_in(package.files, _CODE_ENDINGS, behaviour.words):
        message = f"no script or page holds {any_of(behaviour.words)}"
        yield Diagnostic(run_time_word_absent, message, place(package, item), "let the content report it")


@rule("LMS-020", "parameters-ignored", Severity.NOTE, since="0.1", spec="openedx-scorm-xblock 19.0.5")
def parameters_ignored(package: Package, _: Behaviour) -> Iterator[Diagnostic]:
    """## What
    An item launches its resource with parameters.

    ## Why it matters
    Open edX ignores them: the page starts as if nothing had been chosen.

    ## Example
    `<item identifierref="player" parameters="?course=7">`

    ## Fix
    Give each SCO a page of its own.
    """
    for item in items_of(package):
        if item.parameters and item.resource_id:
            message = f"the item {quoted(item.identifier)} has the parameters {quoted(item.parameters)}"
            span = attribute_place(package, item, "parameters")
            yield Diagnostic(parameters_ignored, message, span, "give each SCO a page of its own")


RULES = (
    sequencing_ignored, scos_several, edition_unplayed, lms_controls_shown, status_recomputed,
    pass_mark_not_applied, run_time_word_absent, parameters_ignored,
)  # fmt: skip
