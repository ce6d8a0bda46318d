"""Use case: explain a learner's state record to whoever runs the LMS (RUN-64)."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from cpom_scorm.blocks import KeptBlock
from cpom_scorm.course.contents import placed_kept, placed_questions
from cpom_scorm.course.load import load_course
from cpom_scorm.course.lock import LOCK_NAME, read_lock
from cpom_scorm.diagnostics import Report
from cpom_scorm.interactions import Interaction
from cpom_scorm.record.damage import loss, undamaged
from cpom_scorm.record.reading import FORMAT, read_record
from cpom_scorm.record.wording import heading, response_lines
from cpom_scorm.render.markdown import plain
from cpom_scorm.render.places import section_label

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cpom_scorm.course.lock import Lock
    from cpom_scorm.course.model import Course, Section
    from cpom_scorm.record.progress import Answer, Progress
    from cpom_scorm.record.reading import Reading

_EPOCH = datetime(2025, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class PageFacts:
    """A page that the learner has not seen."""

    id: str
    title: str
    section: str
    required: bool


@dataclass(frozen=True, slots=True)
class AttemptFacts:
    """A finished attempt."""

    score: float
    finished: str
    """When, in UTC: ISO 8601 to the minute."""


@dataclass(frozen=True, slots=True)
class QuizFacts:
    """A quiz that was ever started. Scores run from 0 to 1."""

    title: str
    """Empty where the quiz has left the course."""
    attempts: int
    allowed: int | None
    open: bool
    counted: float | None
    last: float | None
    pass_mark: float | None
    history: tuple[AttemptFacts, ...]


@dataclass(frozen=True, slots=True)
class SectionFacts:
    """What a section has reached."""

    id: str
    label: str
    completion: str
    success: str
    quiz: QuizFacts | None


@dataclass(frozen=True, slots=True)
class AnswerFacts:
    """The answer to a question, or what a block keeps."""

    id: str
    kind: str
    section: str
    stem: str
    in_quiz: bool
    reported: bool
    """Whether it is a question, of which the LMS gets a record."""
    result: str
    fraction: float
    tries: int
    allowed: int
    """Tries; 0 where nobody counts them."""
    response: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RecordFacts:
    """What a record says, in the words of the course."""

    course: str
    title: str
    length: int
    format: str
    slots: int
    slot_hash: str
    newest: bool
    """Whether it was written for the newest generation of the lock file."""
    damages: tuple[str, ...]
    """What had been done to the text, and could be undone."""
    attempt: str
    sequence: int
    seconds: int
    completion: str
    success: str
    score: float | None
    bookmark: str | None
    bookmark_title: str
    records_in_lms: int
    pages: int
    pages_seen: int
    required: int
    required_seen: int
    missing: tuple[PageFacts, ...]
    gone: int
    """Things that left the course since: progress on them is kept and has no effect."""
    sections: tuple[SectionFacts, ...]
    answers: tuple[AnswerFacts, ...]

    def to_json(self) -> dict[str, Any]:
        """Give the facts as plain dicts, lists, texts and numbers."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class RecordRefusal:
    """Why a record cannot be explained."""

    reason: str
    """empty, damaged, format, generation, or lock where there is none."""
    message: str
    help: str


def explain_record(
    text: str, folder: Path, *, texts: bool = False
) -> tuple[RecordFacts | RecordRefusal | None, Report]:
    """Explain a record by the course that it belongs to. Never raises for what is in either.

    `texts`: show what learners wrote in their own words; otherwise only how long it is. None where the course
    or its lock file cannot be used: the report says why.
    """
    loaded = load_course(folder)
    lock, found = read_lock(folder / LOCK_NAME, (folder / LOCK_NAME).as_posix())
    report = loaded.report + Report.of(found)
    if loaded.course is None:
        return None, report
    if lock is None:
        if found:
            return None, report
        message = (
            f'there is no "{LOCK_NAME}" in "{folder.as_posix()}", and without it a record has no meaning'
        )
        return RecordRefusal("lock", message, "take the file that was committed with the course"), report
    record, damages = undamaged(text)
    entries = [slot.entry for slot in lock.slots]
    reading = read_record(record, entries, lock.generations)
    if reading.progress is None:
        return _refusal(reading, record, lock), report
    facts = _Explainer(loaded.course, lock, reading, reading.progress, texts=texts).facts()
    return replace(facts, length=len(record.strip()), damages=damages), report


def _refusal(reading: Reading, record: str, lock: Lock) -> RecordRefusal:
    entries = [slot.entry for slot in lock.slots]
    if reading.refused == "empty":
        return RecordRefusal(
            "empty",
            "there is nothing in it: the learner has not done anything yet, or the LMS lost the record",
            "look in the LMS whether the attempt was reset",
        )
    if reading.refused == "format":
        return RecordRefusal(
            "format",
            f'it has format "{reading.format}", and this release reads format {FORMAT}',
            "use the release of cpom-scorm that built the package in the LMS",
        )
    if reading.refused == "generation":
        count, name = reading.generation or (0, "")
        longest = max(known.length for known in lock.generations)
        if count > longest:
            return RecordRefusal(
                "generation",
                f"it was written for {count:,} slots, and the lock file of {lock.course} has {longest:,}: "
                "the package in the LMS is newer than this folder, or of another course",
                "take the course and its lock file from the version that was built for the LMS",
            )
        return RecordRefusal(
            "generation",
            f"it was written for {count:,} slots named {name}, which the lock file of {lock.course} "
            "does not list: it is another course's, or the lock file was made anew",
            "name the folder of the course that the LMS plays, with the lock file that its build has written",
        )
    why = loss(record, entries, lock.generations) or "its checksum does not fit what stands before"
    return RecordRefusal(
        "damaged",
        f"it is not whole: {why}",
        "copy the whole value of suspend_data from the LMS; a player that is given this starts anew and "
        "leaves the old text alone until the learner does something",
    )


class _Explainer:
    """Puts the ids of a record into the words of the course."""

    def __init__(
        self, course: Course, lock: Lock, reading: Reading, progress: Progress, *, texts: bool
    ) -> None:
        self.course, self.lock, self.reading, self.progress = course, lock, reading, progress
        self.texts = texts

    def facts(self) -> RecordFacts:
        progress, course = self.progress, self.course
        pages = [page for _, page, _ in course.placed_pages()]
        seen = [page for page in pages if page.id in progress.seen]
        count, name = self.reading.generation or (0, "")
        answers = tuple(self._answers())
        kept = {block.id for _, block in placed_kept(course)}
        gone = len(progress.seen) - len(seen) + len(progress.answers.keys() - kept)
        return RecordFacts(
            course=course.id,
            title=course.title,
            length=0,
            format=self.reading.format,
            slots=count,
            slot_hash=name,
            newest=count == max(known.length for known in self.lock.generations),
            damages=(),
            attempt=f"{progress.token:06x}",
            sequence=progress.sequence,
            seconds=progress.seconds,
            completion=progress.completion,
            success=progress.success,
            score=progress.score,
            bookmark=progress.bookmark,
            bookmark_title=self._place_title(progress.bookmark),
            records_in_lms=progress.interaction_count,
            pages=len(pages),
            pages_seen=len(seen),
            required=sum(page.required for page in pages),
            required_seen=sum(page.required for page in seen),
            missing=tuple(
                PageFacts(page.id, page.title, section_label(section) if section else "", page.required)
                for _, page, section in course.placed_pages()
                if page.id not in progress.seen
            ),
            gone=gone,
            sections=tuple(map(self._section, course.sections)),
            answers=answers,
        )

    def _place_title(self, bookmark: str | None) -> str:
        kind, _, name = (bookmark or "").partition("/")
        pages = {page.id: page.title for _, page, _ in self.course.placed_pages()}
        quizzes = {section.id: section.quiz.title for section in self.course.sections if section.quiz}
        return (pages if kind == "page" else quizzes).get(name, "")

    def _section(self, section: Section) -> SectionFacts:
        reached = self.progress.sections.get(section.id)
        quiz, known = section.quiz, self.progress.quizzes.get(section.id)
        facts = None
        if known:
            facts = QuizFacts(
                title=quiz.title if quiz else "",
                attempts=known.attempts,
                allowed=quiz.attempts if quiz else None,
                open=known.open,
                counted=known.counted,
                last=known.last,
                pass_mark=(quiz.pass_mark or self.course.scoring.pass_mark) / 100 if quiz else None,
                history=tuple(AttemptFacts(past.score, _moment(past.at)) for past in known.past_attempts),
            )
        completion, success = (reached.completion, reached.success) if reached else ("incomplete", "unknown")
        return SectionFacts(section.id, section_label(section), completion, success, facts)

    def _answers(self) -> Iterator[AnswerFacts]:
        places = {placed.question.id: placed for placed in placed_questions(self.course)}
        sections = {
            block.id: section
            for _, page, section in self.course.placed_pages()
            for block in page.blocks
            if isinstance(block, KeptBlock)
        }
        for _, block in placed_kept(self.course):
            answer = self.progress.answers.get(block.id)
            if answer is None:
                continue
            placed = places.get(block.id)
            section = placed.section if placed else sections.get(block.id)
            yield self._answer(block, answer, section, in_quiz=bool(placed and placed.in_quiz))

    def _answer(
        self, block: KeptBlock, answer: Answer, section: Section | None, *, in_quiz: bool
    ) -> AnswerFacts:
        question = block if isinstance(block, Interaction) else None
        return AnswerFacts(
            id=block.id,
            kind=block.kind,
            section=section_label(section) if section else "",
            stem=plain(question.stem if question else heading(block)),
            in_quiz=in_quiz,
            reported=question is not None,
            result=answer.result,
            fraction=answer.fraction,
            tries=answer.tries,
            allowed=0 if question is None else 1 if in_quiz else question.tries,
            response=tuple(map(plain, response_lines(block, answer.response, texts=self.texts))),
        )


def _moment(minutes: int) -> str:
    return (_EPOCH + timedelta(minutes=minutes)).strftime("%Y-%m-%dT%H:%MZ")
