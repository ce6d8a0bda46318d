"""`cpom-scorm build`: a course becomes packages, all of them or none."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cpom_scorm.cli import FINDINGS
from cpom_scorm.cli.options import course_argument, exit_code, judgement_options, paint_for, say
from cpom_scorm.editions import EDITIONS, edition_named

if TYPE_CHECKING:
    from cpom_scorm.build import BuiltPackage
    from cpom_scorm.reporters.terminal import Paint


@click.command("build")
@course_argument
@click.option(
    "--edition",
    "editions",
    multiple=True,
    type=click.Choice([edition.id for edition in EDITIONS]),
    help="Build this edition only; may be given several times. All by default.",
)
@click.option(
    "--output",
    type=click.Path(file_okay=False),
    default="dist",
    show_default=True,
    help="Folder for the packages.",
)
@click.option("--locked", is_flag=True, help="Fail if course.lock.yaml would change; for CI.")
@click.option("--new-identity", is_flag=True, help="Accept a changed course id: LMSs will see a new course.")
@click.option("--debug", is_flag=True, help="Leave scripts and styles readable.")
@judgement_options
def command(
    course: str,
    editions: tuple[str, ...],
    output: str,
    locked: bool,  # noqa: FBT001
    new_identity: bool,  # noqa: FBT001
    debug: bool,  # noqa: FBT001
    strict: bool,  # noqa: FBT001
    fail_on: str,
    quiet: bool,  # noqa: FBT001
) -> None:
    """Build COURSE (default: course/) into one verified package per edition."""
    from cpom_scorm.build import BuildOptions, build_course, write_packages
    from cpom_scorm.reporters import as_text

    options = BuildOptions(
        editions=tuple(edition_named(name) for name in editions) or EDITIONS,
        strict=strict,
        locked=locked,
        new_identity=new_identity,
        debug=debug,
    )
    result = build_course(Path(course), options, progress=None if quiet else _progress)
    _clear_progress()
    say(as_text.report_text(result.report, paint_for(sys.stderr)), err=True, nl=False)
    code = exit_code([result.report], fail_on)
    if code or not result.packages:
        say(f"{course}: {as_text.counts_text(result.report)}; nothing was written", err=True)
        sys.exit(code or FINDINGS)
    try:
        paths = write_packages(result, Path(output))
    except OSError as refusal:
        say(f"the packages could not be written: {refusal.strerror}: {refusal.filename}", err=True)
        sys.exit(FINDINGS)
    if not quiet:
        _summarise(result.packages, paths, paint_for(sys.stdout))


def _progress(step: str) -> None:
    if sys.stderr.isatty():
        say(f"\r\x1b[2K{step} ...", err=True, nl=False)


def _clear_progress() -> None:
    if sys.stderr.isatty():
        say("\r\x1b[2K", err=True, nl=False)


def _summarise(packages: tuple[BuiltPackage, ...], paths: tuple[Path, ...], paint: Paint) -> None:
    width = max(len(str(path)) for path in paths)
    for package, path in zip(packages, paths, strict=True):
        facts = (
            f"{len(package.data) / 1000:6.1f} kB",
            f"{len(package.files)} files",
            f"{package.sco_count} SCO" + ("s" if package.sco_count != 1 else ""),
            f"progress at most {package.record_bytes:,} of {package.record_limit:,} bytes",
        )
        say(f"{paint('bold', f'{path!s:<{width}}')}  {'  '.join(facts)}")
        say(paint("dim", f"  sha256  {package.sha256}\n  content {package.digest}"))
