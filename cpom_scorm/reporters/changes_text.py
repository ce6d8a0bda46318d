"""What a new version changes, for people: short where nothing is lost."""

from __future__ import annotations

from collections import Counter
from textwrap import wrap
from typing import TYPE_CHECKING

from cpom_scorm.reporters.measures import counted
from cpom_scorm.reporters.terminal import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cpom_scorm.reporters.terminal import Paint
    from cpom_scorm.republish.changes import Change

MOST_LINES = 12
"""How many changes are told one by one where more would hide the sentence that matters."""
_THINGS = ("page", "section", "quiz", "question")
_WORDS = {"new": "new", "gone": "gone", "moved": "moved", "renamed": "renamed", "changed": "changed"}
KEPT = "Learners in the middle keep all of their progress."


def changes_text(
    changes: Sequence[Change], paint: Paint, width: int, *, since: str, most: int = MOST_LINES
) -> str:
    """Render counts, then each change that learners in the middle notice, then the sentence that matters.

    `since` is what the new version is compared with, such as `the last build`.
    """
    lines = [*wrap(_counts(changes, since), width)]
    noticed = sorted((change for change in changes if change.effect), key=lambda change: not change.loses)
    for change in noticed[:most]:
        lines += _lines(change, paint, width)
    if len(noticed) > most:
        lines.append(f"  … and {len(noticed) - most:,} more")
    lines += _verdict(changes, paint, width)
    return "".join(f"{line}\n" for line in lines)


def _counts(changes: Sequence[Change], since: str) -> str:
    counts: Counter[tuple[str, str]] = Counter((change.thing, change.what) for change in changes)
    told = [
        f"{_counted(counts[thing, what], thing)} {word}"
        for thing in _THINGS
        for what, word in _WORDS.items()
        if counts[thing, what]
    ]
    return f"Since {since}: {', '.join(told) or 'the same pages, quizzes and questions'}."


def _counted(count: int, thing: str) -> str:
    return f"{count:,} quizzes" if thing == "quiz" and count != 1 else counted(count, thing)


def _lines(change: Change, paint: Paint, width: int) -> Iterator[str]:
    text = printable(
        f"{change.message}: {change.effect}" if not change.loses else f"{change.message}; {change.effect}"
    )
    first, *more = wrap(text, width, initial_indent="  - ", subsequent_indent="    ")
    yield f"  {paint('warning', '-')}{first[3:]}" if change.loses else first
    yield from more


def _verdict(changes: Sequence[Change], paint: Paint, width: int) -> list[str]:
    lost = [change.thing for change in changes if change.loses]
    if not lost:
        return [paint("good", line) for line in wrap(KEPT, width)]
    text = f"Learners in the middle lose {counted(len(lost), 'answer')} and keep everything else."
    if "records" in lost:
        text = "Learners in the middle start again."
    elif "identity" in lost:
        text = "Learners in the middle start again wherever the LMS goes by the id of the course."
    return [paint("warning", line) for line in wrap(text, width)]
