"""What a learner's record says, for people who run an LMS and for programs."""

from __future__ import annotations

from itertools import groupby
from textwrap import shorten, wrap
from typing import TYPE_CHECKING

from cpom_scorm.reporters.measures import counted
from cpom_scorm.reporters.terminal import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.reporters.terminal import Paint
    from cpom_scorm.state import AnswerFacts, QuizFacts, RecordFacts, RecordRefusal, SectionFacts

_LABEL = 11
_SUCCESSES = {"unknown": "", "passed": "passed", "failed": "not passed"}
_RESULTS = {
    "correct": ("good", "right"),
    "incorrect": ("error", "wrong"),
    "partly": ("warning", "partly right"),
    "ungraded": ("dim", "not judged yet"),
    "neutral": ("dim", "not judged"),
}


def refusal_text(refusal: RecordRefusal, paint: Paint, width: int) -> str:
    """Say why a record cannot be explained, and what to do."""
    lines = [f"{paint('error', 'The record cannot be read')}:"]
    lines += _indented(refusal.message, "  ", width)
    lines += [f"  {paint('bold', 'What to do')}:", *_indented(refusal.help, "  ", width)]
    return "".join(f"{line}\n" for line in lines)


def as_text(facts: RecordFacts, paint: Paint, width: int) -> str:
    """Render the facts for a terminal of so many columns: overview, pages not seen, sections, answers."""
    parts = [
        _overview(facts, paint, width),
        _missing(facts, paint, width),
        _sections(facts, paint, width),
        _answers("Answers", [one for one in facts.answers if one.reported], paint, width),
        _answers("Kept for the learner", [one for one in facts.answers if not one.reported], paint, width),
    ]
    return "\n".join("".join(f"{line}\n" for line in part) for part in map(list, parts) if part)


def _overview(facts: RecordFacts, paint: Paint, width: int) -> Iterator[str]:
    yield from (paint("bold", line) for line in _indented(facts.title, "", width))
    for label, value in _rows(facts):
        first, *more = _indented(value, "", width - _LABEL - 4) or [""]
        yield f"  {paint('dim', f'{label:<{_LABEL}}')}  {first}"
        yield from (f"{' ' * (_LABEL + 4)}{line}" for line in more)


def _rows(facts: RecordFacts) -> Iterator[tuple[str, str]]:
    yield "course", facts.course
    yield "record", f"format {facts.format}, {counted(facts.length, 'character')}, checksum right"
    for damage in facts.damages:
        yield "damage", f"{damage}; this could be undone"
    age = "that of the lock file" if facts.newest else "an earlier one of the lock file; the player reads it"
    yield "generation", f"{facts.slots:,} slots {facts.slot_hash}, {age}"
    yield "attempt", f"{facts.attempt}, written {counted(facts.sequence, 'time')}"
    yield "time", _duration(facts.seconds)
    yield "completion", facts.completion
    yield "success", _SUCCESSES[facts.success] or "not known yet"
    yield "score", _share(facts.score) if facts.score is not None else "none yet"
    yield "bookmark", _bookmark(facts)
    yield (
        "pages seen",
        (
            f"{facts.pages_seen:,} of {facts.pages:,}; of the required ones {facts.required_seen:,} of "
            f"{facts.required:,}"
        ),
    )
    yield "LMS holds", counted(facts.records_in_lms, "interaction")
    if facts.gone:
        yield "gone", f"{counted(facts.gone, 'page')} or answers of what has left the course"


def _bookmark(facts: RecordFacts) -> str:
    if facts.bookmark is None:
        return "none"
    kind, _, name = facts.bookmark.partition("/")
    known = f'"{facts.bookmark_title}"' if facts.bookmark_title else "no longer in the course"
    return f"{known} ({'the quiz of ' if kind == 'quiz' else ''}{name})"


def _missing(facts: RecordFacts, paint: Paint, width: int) -> Iterator[str]:
    if facts.missing:
        yield paint("bold", f"Not seen ({len(facts.missing):,})")
    for section, pages in groupby(facts.missing, key=lambda page: page.section):
        yield from _indented(section or "Before the first section", "  ", width)
        for page in pages:
            note = "" if page.required else ", not required"
            yield from _indented(f"{page.title} ({page.id}{note})", "    ", width, mark="- ")


def _sections(facts: RecordFacts, paint: Paint, width: int) -> Iterator[str]:
    if facts.sections:
        yield paint("bold", "Sections")
    for section in facts.sections:
        yield from _indented(f"{section.label}: {_status(section)}", "  ", width)
        if section.quiz:
            yield from _quiz(section.quiz, width)


def _status(section: SectionFacts) -> str:
    return ", ".join(part for part in (section.completion, _SUCCESSES[section.success]) if part)


def _quiz(quiz: QuizFacts, width: int) -> Iterator[str]:
    most = f" of {quiz.allowed:,}" if quiz.allowed is not None else ""
    title = quiz.title or "A quiz that has left the course"
    told = [f"{title}: {counted(quiz.attempts, 'attempt')}{most} finished"]
    if quiz.counted is not None and quiz.last is not None:
        mark = f" (pass mark {_share(quiz.pass_mark)})" if quiz.pass_mark is not None else ""
        told.append(f"{_share(quiz.counted)} counts{mark}")
        told.append(f"the last was {_share(quiz.last)}")
    if quiz.open:
        told.append("another one is open")
    yield from _indented(", ".join(told), "    ", width)
    for attempt in quiz.history:
        moment = attempt.finished.replace("T", " ").removesuffix("Z")
        yield f"      {moment} UTC  {_share(attempt.score):>6}"


def _answers(title: str, answers: list[AnswerFacts], paint: Paint, width: int) -> Iterator[str]:
    if answers:
        yield paint("bold", f"{title} ({len(answers):,})")
    for section, those in groupby(answers, key=lambda one: one.section):
        yield from _indented(section or "Before the first section", "  ", width)
        for answer in those:
            yield from _answer(answer, paint, width)


def _answer(answer: AnswerFacts, paint: Paint, width: int) -> Iterator[str]:
    where = ", quiz" if answer.in_quiz else ""
    yield f"    {paint('place', answer.id)} {paint('dim', f'({answer.kind}{where})')}"
    yield f"      {shorten(printable(answer.stem), width - 6, placeholder=' ...')}"
    if answer.reported:
        style, word = _RESULTS[answer.result]
        share = f" ({_share(answer.fraction)})" if answer.result == "partly" else ""
        tries = f", try {answer.tries} of {answer.allowed}" if answer.allowed > 1 else ""
        yield f"      {paint(style, word)}{share}{tries}"
    for line in answer.response:
        yield from _indented(line, "      ", width, mark="- ")


def _indented(text: str, indent: str, width: int, *, mark: str = "") -> list[str]:
    return wrap(
        printable(text),
        width,
        initial_indent=indent + mark,
        subsequent_indent=indent + " " * len(mark),
        break_on_hyphens=False,
    )


def _share(share: float) -> str:
    return f"{share * 100:.2f}".rstrip("0").rstrip(".") + "%"


def _duration(seconds: int) -> str:
    hours, rest = divmod(seconds, 3600)
    minutes, last = divmod(rest, 60)
    parts = ((hours, "h"), (minutes, "min"), (last, "s"))
    return " ".join(f"{count} {unit}" for count, unit in parts if count) or "0 s"
