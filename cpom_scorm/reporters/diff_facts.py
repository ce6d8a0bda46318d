"""What is different between two packages, for whoever is about to replace one, and for programs."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from cpom_scorm.reporters.changes_text import changes_text
from cpom_scorm.reporters.terminal import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.diff import LmsVerdict, PackageDiff, Refused
    from cpom_scorm.reporters.terminal import Paint

_MOST_CHANGES = 1000


def refusal_text(refused: Refused, paint: Paint, width: int) -> str:
    """Say why packages cannot be compared, and what to do."""
    lines = [f"{paint('error', 'Error')}: {printable(refused.path)}:"]
    for text in (refused.message, refused.help):
        lines += wrap(printable(text), width, initial_indent="  ", subsequent_indent="  ")
    return "".join(f"{line}\n" for line in lines)


def as_text(diff: PackageDiff, paint: Paint, width: int) -> str:
    """Render what changed, then for each LMS whether the new package can take the place of the old one."""
    lines = [paint("bold", line) for line in wrap(printable(diff.title), width)]
    was, now = diff.editions
    edition = now if was == now else f"{was}, then {now}"
    files = diff.files
    counts = f"files: {files.new:,} new, {files.gone:,} gone, {files.changed:,} changed"
    for text in (f"{diff.course}, {edition}", counts):
        lines += wrap(printable(text), width, initial_indent="  ", subsequent_indent="  ")
    head = "".join(f"{line}\n" for line in lines)
    told = changes_text(diff.changes, paint, width, since="the old package", most=_MOST_CHANGES)
    verdicts = "".join(f"{line}\n" for line in _verdicts(diff, paint, width))
    return "\n".join((head, told, verdicts))


def _verdicts(diff: PackageDiff, paint: Paint, width: int) -> Iterator[str]:
    yield paint("bold", "Replace in place")
    longest = max((len(verdict.title) for verdict in diff.verdicts), default=0)
    for verdict in diff.verdicts:
        word = paint("good", "safe") if verdict.safe else paint("error", "not safe")
        yield f"  {verdict.title:<{longest}}  {word}"
        yield from wrap(_because(verdict), width, initial_indent="    ", subsequent_indent="    ")


def _because(verdict: LmsVerdict) -> str:
    return printable("; ".join((*verdict.reasons, verdict.why)))
