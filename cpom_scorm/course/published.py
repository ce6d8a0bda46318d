"""What a build published, as far as learners in the middle of the course notice when it changes."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from cpom_scorm.interactions import Interaction, Sequencing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from cpom_scorm.course.model import Course, Page, Quiz, Section

EntryKind = Literal["page", "section", "quiz", "question"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing of the course."""

    kind: EntryKind
    id: str
    """A quiz has that of its section."""
    title: str = ""
    """Of a page, section or quiz."""
    required: bool = True
    """Of a page."""
    pass_mark: int | None = None
    """Of a quiz, in per cent."""
    attempts: int | None = None
    """The most that a quiz allows; None: no limit."""
    form: str = ""
    """The kind of a question."""
    answers: str = ""
    """Two hashes of what a question's answers depend on: its options and its key. Empty: not known."""
    gone: bool = False
    """Whether it has left the course; what came before it in reading order stands before it."""

    @property
    def name(self) -> tuple[str, str]:
        """Kind and id."""
        return (self.kind, self.id)

    def reason_against(self, before: Entry) -> str:
        """Say what makes answers to a question mean something else than before, as a clause."""
        options, _, key = self.answers.partition(" ")
        old_options, _, old_key = before.answers.partition(" ")
        if options == old_options:
            return "its key changed"
        return "its options changed" if key == old_key else "its options and its key changed"


@dataclass(frozen=True, slots=True)
class Published:
    """The contents of one build in reading order: a section before its pages, questions after their page."""

    pass_mark: int
    """In per cent."""
    require: str
    counted: str
    entries: tuple[Entry, ...]

    @property
    def present(self) -> tuple[Entry, ...]:
        """The entries without those that have left the course."""
        return tuple(entry for entry in self.entries if not entry.gone)

    def fallbacks(self) -> dict[str, str]:
        """Give where learners go who left off where nothing is any more: to the nearest page before (RUN-43).

        Places are written as in the state record: `page/<id>`, `quiz/<section id>`.
        """
        places: dict[str, str] = {}
        nearest = next((f"page/{entry.id}" for entry in self.present if entry.kind == "page"), None)
        for entry in self.entries:
            if entry.kind not in ("page", "quiz"):
                continue
            if not entry.gone and entry.kind == "page":
                nearest = f"page/{entry.id}"
            elif entry.gone and nearest:
                places[f"{entry.kind}/{entry.id}"] = nearest
        return places


def published(course: Course, before: Published | None) -> Published:
    """Give what this course publishes; what `before` had and it has not is kept as gone."""
    entries = list(_entries(course))
    known = {entry.name for entry in entries}
    ahead: tuple[str, str] | None = None
    for entry in before.entries if before else ():
        if entry.name not in known:
            places = [at for at, one in enumerate(entries) if one.name == ahead]
            entries.insert(places[0] + 1 if places else 0, replace(entry, gone=True))
        ahead = entry.name
    scoring = course.scoring
    return Published(scoring.pass_mark, scoring.require, scoring.counted, tuple(entries))


def with_other_answers(course: Course, before: Published | None) -> frozenset[str]:
    """Give the questions whose options or key are not those that `before` published: answers to them mean
    something else now.
    """
    known = {entry.id: entry.answers for entry in before.entries if entry.answers} if before else {}
    now = {entry.id: entry.answers for entry in _entries(course) if entry.answers}
    return frozenset(question for question in now if known.get(question, now[question]) != now[question])


def answers_digest(options: Iterable[tuple[str, str]], key: Any) -> str:
    """Name what answers depend on: role and id of the options, and the key. Order means nothing in lists."""
    parts = (sorted(map(list, options)), _unordered(key))
    texts = (json.dumps(part, sort_keys=True) for part in parts)
    return " ".join(hashlib.sha256(text.encode()).hexdigest()[:6] for text in texts)


def _entries(course: Course) -> Iterator[Entry]:
    if course.welcome:
        yield from _page(course.welcome)
    for section in course.sections:
        yield Entry("section", section.id, f"{section.number} {section.title}")
        for page in section.pages:
            yield from _page(page)
        if section.quiz:
            yield from _quiz(course, section, section.quiz)


def _page(page: Page) -> Iterator[Entry]:
    yield Entry("page", page.id, page.title, required=page.required)
    yield from (_question(block) for block in page.blocks if isinstance(block, Interaction))


def _quiz(course: Course, section: Section, quiz: Quiz) -> Iterator[Entry]:
    mark = quiz.pass_mark or course.scoring.pass_mark
    yield Entry("quiz", section.id, quiz.title, pass_mark=mark, attempts=quiz.attempts)
    yield from map(_question, quiz.every_question)


def _question(question: Interaction) -> Entry:
    return Entry("question", question.id, form=question.kind, answers=_digest(question))


def _digest(question: Interaction) -> str:
    """A text or a rating is neither right nor wrong, so only the points of a scale give it its meaning."""
    if not question.is_scored:
        return answers_digest((pair for pair in question.option_ids() if pair[0] == "option"), None)
    key = question.key()
    if isinstance(question, Sequencing):
        key = dict(enumerate(key))
    return answers_digest(question.option_ids(), key)


def _unordered(key: Any) -> Any:
    if isinstance(key, dict):
        return {str(name): _unordered(value) for name, value in key.items()}
    if isinstance(key, list | tuple):
        return sorted((_unordered(one) for one in key), key=lambda one: json.dumps(one, sort_keys=True))
    return key


def from_lines(lines: Iterable[Mapping[str, Any]]) -> Published:
    """Read the lines of a lock file. What two merged branches say differently is not known any more.

    Raises ValueError or TypeError for what is no such line.
    """
    course: Mapping[str, Any] = {}
    entries: dict[tuple[str, str], Entry] = {}
    for line in lines:
        if "course" in line:
            course = line
            continue
        entry = _entry(line)
        twin = entries.get(entry.name, entry)
        is_gone = entry.gone and twin.gone
        answers = entry.answers if entry.answers == twin.answers else f"{twin.answers}/{entry.answers}"
        entries[entry.name] = replace(entry, answers=answers, gone=is_gone)
    return Published(
        int(course["pass_mark"]), str(course["require"]), str(course["counted"]), tuple(entries.values())
    )


def to_lines(contents: Published, course: str) -> Iterator[dict[str, Any]]:
    """Give the lines of a lock file."""
    yield {
        "course": course,
        "pass_mark": contents.pass_mark,
        "require": contents.require,
        "counted": contents.counted,
    }
    for entry in contents.entries:
        line: dict[str, Any] = {entry.kind: entry.id}
        if entry.title:
            line["title"] = entry.title
        if not entry.required:
            line["required"] = False
        if entry.pass_mark is not None:
            line["pass_mark"] = entry.pass_mark
        if entry.attempts is not None:
            line["attempts"] = entry.attempts
        if entry.form:
            line |= {"kind": entry.form, "answers": entry.answers}
        if entry.gone:
            line["gone"] = True
        yield line


def _entry(line: Mapping[str, Any]) -> Entry:
    kinds: tuple[EntryKind, ...] = ("page", "section", "quiz", "question")
    kind = next((kind for kind in kinds if kind in line), None)
    if kind is None:
        raise ValueError("no kind")
    return Entry(
        kind,
        str(line[kind]),
        str(line.get("title", "")),
        line.get("required", True) is not False,
        _number(line.get("pass_mark")),
        _number(line.get("attempts")),
        str(line.get("kind", "")),
        str(line.get("answers", "")),
        line.get("gone", False) is True,
    )


def _number(value: Any) -> int | None:
    return None if value is None else int(value)
