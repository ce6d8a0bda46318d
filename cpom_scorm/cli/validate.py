"""`cpom-scorm validate`: judge packages, ours or anyone's."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cpom_scorm.cli import CLEAN, FINDINGS
from cpom_scorm.cli.findings import tell, tell_all
from cpom_scorm.cli.options import (
    course_folder,
    findings_format_option,
    judgement_options,
    packages_argument,
    profile_option,
)
from cpom_scorm.cli.policy import policies_beside, policy_options
from cpom_scorm.cli.terminal import ProgressBar, Unusable, say
from cpom_scorm.reporters.judged import Judged

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cpom_scorm.lms import Lms
    from cpom_scorm.origins import Origins
    from cpom_scorm.rules.policy import Policy
    from cpom_scorm.validate import Verdict


@click.command("validate")
@packages_argument
@profile_option
@click.option(
    "--course",
    metavar="DIR",
    callback=lambda ctx, param, value: value and course_folder(ctx, param, value),
    help="Point findings about packages built from this course at its lines.",
)
@judgement_options
@policy_options
@findings_format_option
def command(
    paths: tuple[str, ...],
    profiles: tuple[Lms, ...],
    course: str | None,
    strict: bool,  # noqa: FBT001
    asked: Policy,
    quiet: bool,  # noqa: FBT001
    form: str,
) -> None:
    """Judge SCORM packages: zip files or unpacked folders."""
    policies, settings = policies_beside(paths, asked)
    for each in settings:
        tell(each, form, quiet=quiet)
    origins = _origins(course) if course else None
    verdicts, judged = [], list(settings)
    judging = _judge(paths, policies, profiles, strict=strict)
    for verdict, policy in zip(judging, policies, strict=True):
        root = verdict.path
        if origins and verdict.identifier == origins.identifier:
            verdict, root = replace(verdict, report=origins.traced_report(verdict.report, root)), ""
        tell(_judged(verdict, policy, root), form, quiet=quiet)
        verdicts.append(replace(verdict, report=verdict.report.without_texts()))
        judged.append(_judged(verdicts[-1], policy, root))
    if form == "json":
        from cpom_scorm.reporters import as_json

        say(as_json.verdicts_json(verdicts, settings))
    tell_all(judged, form, quiet=quiet)
    sys.exit(FINDINGS if any(each.fails for each in judged) else CLEAN)


def _judge(
    paths: Sequence[str], policies: Sequence[Policy], profiles: tuple[Lms, ...], *, strict: bool
) -> Iterator[Verdict]:
    if len(paths) == 1:
        # The usual call: it need not load what shares work out.
        from cpom_scorm.validate import validate_package

        yield validate_package(Path(paths[0]), strict=strict, policy=policies[0], profiles=profiles)
        return
    from cpom_scorm.validate_many import validate_packages

    tasks = [(Path(path), policy) for path, policy in zip(paths, policies, strict=True)]
    with ProgressBar(len(tasks), "packages") as bar:
        for verdict in validate_packages(tasks, strict=strict, profiles=profiles):
            bar.step()
            yield verdict
            bar.show()


def _origins(course: str) -> Origins:
    from cpom_scorm.origins import origins_of

    origins = origins_of(Path(course))
    if origins is None:
        raise Unusable(f'the course in "{course}" has mistakes: cpom-scorm check {course} tells them')
    return origins


def _judged(verdict: Verdict, policy: Policy, root: str) -> Judged:
    edition = verdict.edition.title if verdict.edition else "edition not recognised"
    about = f"{'valid' if verdict.valid else 'invalid'}, {edition}"
    return Judged(verdict.path, verdict.report, root, about, policy.fail_level)
