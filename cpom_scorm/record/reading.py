"""Text → progress, or why the text is refused. Twin of the player's `record.js`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from cpom_scorm.record.bits import BITS_PER_CHARACTER, CHECKSUM_LENGTH, BitReader, is_whole
from cpom_scorm.record.layout import layout_of
from cpom_scorm.record.progress import (
    Answer,
    Attempt,
    Completion,
    Progress,
    QuizProgress,
    Reached,
    Result,
    Success,
)
from cpom_scorm.record.responses import RESPONSES, WITHOUT_RIGHT_AND_WRONG

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from cpom_scorm.record.layout import Entry, Layout, Part
    from cpom_scorm.record.responses import Take

FORMAT = "1"
"""The first character of records that this release writes."""
Refusal = Literal["empty", "damaged", "format", "generation"]

_SCORE = 10_000
_SPACES = " \t\n\v\f\r\u00a0\u2028\u2029\ufeff"
"""What JavaScript trims, as far as LMSs write it."""
_RESULTS: tuple[Result, ...] = ("incorrect", "partly", "correct", "ungraded")
_SUCCESSES: Mapping[int, Success] = {1: "failed", 2: "passed"}


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of a record."""

    refused: Refusal | None = None
    """Why it cannot be read: nothing in it, a wrong checksum or length, another format, unknown slots."""
    format: str = ""
    """Its first character, where the checksum is right."""
    generation: tuple[int, str] | None = None
    """Slot count and hash that it was written for, where the format is known."""
    progress: Progress | None = None


def read_record(
    text: str, slots: Sequence[Entry], generations: Iterable[tuple[int, str] | Sequence[int | str]]
) -> Reading:
    """Read a record as the player does. `slots` and `generations` are those of the lock file."""
    record = text.strip(_SPACES)
    if not record:
        return Reading("empty")
    if not is_whole(record):
        return Reading("damaged")
    body = record[:-CHECKSUM_LENGTH]
    if body[0] != FORMAT:
        return Reading("format", body[0])
    bits = BitReader(body[1:])
    generation = (bits.take(16), f"{bits.take(24):06x}")
    if generation not in {(int(count), str(name)) for count, name in generations}:
        return Reading("generation", FORMAT, generation)
    progress = _progress(bits.take, slots, layout_of(slots, generation[0]))
    if not 0 <= bits.spare < BITS_PER_CHARACTER:
        return Reading("damaged", FORMAT, generation)
    return Reading(None, FORMAT, generation, progress)


def bits_of(payload: str, slots: Sequence[Entry], count: int) -> int:
    """Give how many bits a payload needs for what it says in its beginning, whether or not they are there."""
    bits = BitReader(payload)
    bits.take(40)
    _progress(bits.take, slots, layout_of(slots, count))
    return len(payload) * BITS_PER_CHARACTER - bits.spare


def _progress(take: Take, slots: Sequence[Entry], layout: Layout) -> Progress:
    progress = Progress(
        token=take(24),
        sequence=take(24),
        completion=_completion(take),
        success=_success(take),
        score=_score(take),
        seconds=take(24),
        bookmark=_place(slots, take(16) - 1),
        interaction_count=take(16),
    )
    for part in layout.parts:
        reader = _PARTS.get(part.kind)
        if reader:
            reader(take, part, progress, layout)
    return progress


def _page(take: Take, part: Part, progress: Progress, _layout: Layout) -> None:
    if take(1):
        progress.seen.add(part.id)


def _section(take: Take, part: Part, progress: Progress, _layout: Layout) -> None:
    reached = Reached(_completion(take), _success(take))
    if reached != Reached("incomplete", "unknown"):
        progress.sections[part.id] = reached
    if not take(1):
        return
    attempts, is_open, seed, counted = take(8), take(1) == 1, take(12), _score(take)
    last: float | None = None
    past: tuple[Attempt, ...] = ()
    if counted is not None:
        last = _share(take)
        past = tuple(Attempt(_share(take), take(24)) for _ in range(take(3)))
    progress.quizzes[part.id] = QuizProgress(attempts, is_open, seed, counted, last, past)


def _question(take: Take, part: Part, progress: Progress, layout: Layout) -> None:
    if not take(1):
        return
    for record in part.records:
        index = take(layout.index_width)
        if index > 0 and part.is_live:
            progress.reported[record] = index - 1
    tries = take(4)
    if tries == 0:
        return
    result = _RESULTS[take(2)]
    if result == "correct" and (part.type in WITHOUT_RIGHT_AND_WRONG or not part.records):
        result = "neutral"
    fraction = min(take(7) / 100, 1) if result == "partly" else float(result == "correct")
    read = RESPONSES.get(part.type)
    if read is None:
        return
    response = read(take, part)
    if part.is_live:
        progress.answers[part.id] = Answer(tries, result, fraction, response)


_PARTS: Mapping[str, Callable[[Take, Part, Progress, Layout], None]] = {
    "page": _page,
    "section": _section,
    "question": _question,
}


def _completion(take: Take) -> Completion:
    return "completed" if take(1) else "incomplete"


def _success(take: Take) -> Success:
    return _SUCCESSES.get(take(2), "unknown")


def _score(take: Take) -> float | None:
    return _share(take) if take(1) else None


def _share(take: Take) -> float:
    return min(take(14) / _SCORE, 1)


def _place(slots: Sequence[Entry], number: int) -> str | None:
    kind, name = slots[number][:2] if 0 <= number < len(slots) else ("", "")
    return {"page": f"page/{name}", "section": f"quiz/{name}"}.get(kind)
