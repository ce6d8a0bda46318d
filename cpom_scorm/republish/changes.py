"""Two versions of a course → what changed, and what that means for learners in the middle (RUN-43)."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cpom_scorm.course.published import Entry, Published

What = Literal["new", "gone", "moved", "renamed", "changed"]


@dataclass(frozen=True, slots=True)
class Change:
    """One difference."""

    thing: str
    """page, section, quiz, question, course, identity or records."""
    id: str
    what: What
    message: str
    """What is different, lower-case start, no full stop."""
    effect: str = ""
    """What learners in the middle notice; empty where they notice nothing but the thing itself."""
    loses: bool = False
    """Whether something is lost that learners did."""


def compare(
    old: Published, new: Published, lost: Mapping[str, str], fallbacks: Mapping[str, str]
) -> tuple[Change, ...]:
    """Give all differences, those of the course first, then in reading order.

    `lost`: id of each question that has other slots in the new version, and why: answers to it are not read
    any more. `fallbacks`: where learners go who left off at a place that is gone.
    """
    return (
        *_of_course(old, new),
        *_of_things(old, new, fallbacks),
        *_of_questions(old, new, lost),
    )


def asked_anew(
    old: Mapping[str, tuple[int, str]],
    new: Mapping[str, tuple[int, str]],
    before: Published | None,
    after: Published | None,
) -> dict[str, str]:
    """Give the questions that have other slots than before, and why: the player reads past their answers.

    `old`, `new`: number and kind of each question's slot in records. `before`, `after`: the contents,
    which tell why, where they are known.
    """
    was = _questions(before.entries) if before else {}
    now = _questions(after.present) if after else {}
    lost = {}
    for question, (place, kind) in new.items():
        if question not in old or old[question][0] == place:
            continue
        if old[question][1] != kind:
            lost[question] = f"it was of the kind {old[question][1]} and is {kind} now"
        elif question in was and question in now:
            lost[question] = now[question].reason_against(was[question])
    return lost


def _questions(entries: Sequence[Entry]) -> dict[str, Entry]:
    return {entry.id: entry for entry in entries if entry.kind == "question"}


def identity_change(old: str, new: str) -> Iterator[Change]:
    """Tell of a changed course id."""
    if old != new:
        message = f'the id of the course was "{old}" and is "{new}"'
        effect = "LMSs that go by it take this for a new course"
        yield Change("identity", new, "changed", message, effect, loses=True)


def _of_course(old: Published, new: Published) -> Iterator[Change]:
    if old.pass_mark != new.pass_mark:
        message = f"the pass mark of the course went from {old.pass_mark}% to {new.pass_mark}%"
        yield Change("course", "", "changed", message, _mark_effect(old.pass_mark, new.pass_mark))
    if old.require != new.require:
        asks = {"overall": "the overall score decides", "each": "every quiz must be passed"}
        message = (
            f"to pass, {asks.get(new.require, new.require)}; before, {asks.get(old.require, old.require)}"
        )
        yield Change("course", "", "changed", message, "whoever has passed stays passed")
    if old.counted != new.counted:
        message = f"of a quiz the {new.counted} attempt counts; before, the {old.counted}"
        yield Change(
            "course", "", "changed", message, "scores that count already stay until the next attempt"
        )


def _of_things(old: Published, new: Published, fallbacks: Mapping[str, str]) -> Iterator[Change]:
    before = {entry.name: entry for entry in old.present}
    after = {entry.name: entry for entry in new.present}
    moved = _moved(_pages(old), _pages(new))
    for name, entry in after.items():
        if entry.kind == "question":
            continue
        if name not in before:
            yield Change(entry.kind, entry.id, "new", f"{_called(entry)} is new", _effect_of_new(entry))
            continue
        follows = entry.pass_mark == new.pass_mark and before[name].pass_mark == old.pass_mark
        # A quiz that follows the mark of the course has been told of with it.
        yield from _differences(before[name], replace(entry, pass_mark=None) if follows else entry)
        if entry.kind == "page" and entry.id in moved:
            yield Change("page", entry.id, "moved", f"{_called(entry)} stands elsewhere")
    for name, entry in before.items():
        if name not in after and entry.kind != "question":
            effect = _effect_of_gone(entry, new, fallbacks)
            yield Change(entry.kind, entry.id, "gone", f"{_called(entry)} is gone", effect)


def _of_questions(old: Published, new: Published, lost: Mapping[str, str]) -> Iterator[Change]:
    before, after = _questions(old.present), _questions(new.present)
    known = [*after, *(question for question in lost if question not in after and question not in before)]
    for question in known:
        if question in lost:
            message = f'the answer to "{question}" is lost: {lost[question]}'
            effect = "learners answer it again; what it has earned them stays"
            yield Change("question", question, "changed", message, effect, loses=True)
        elif question not in before:
            yield Change("question", question, "new", f'the question "{question}" is new')
        elif question in after and after[question].answers != before[question].answers:
            # Releases that noted no keys gave no new slots either.
            reason = after[question].reason_against(before[question])
            message = f'the question "{question}" is another one: {reason}'
            yield Change("question", question, "changed", message, "answers stay as they were judged")
    for question in before:
        if question not in after:
            message = f'the question "{question}" is gone'
            yield Change("question", question, "gone", message, "what it has earned learners stays")


def _differences(old: Entry, new: Entry) -> Iterator[Change]:
    if old.title != new.title:
        message = f'{_called(old)} is called "{new.title}" now'
        yield Change(new.kind, new.id, "renamed", message)
    if old.required != new.required:
        effect = "whoever has completed the course stays completed" if new.required else ""
        word = "required" if new.required else "not required any more"
        yield Change(new.kind, new.id, "changed", f"{_called(new)} is {word}", effect)
    if None not in (old.pass_mark, new.pass_mark) and old.pass_mark != new.pass_mark:
        message = f"the pass mark of {_called(new)} went from {old.pass_mark}% to {new.pass_mark}%"
        effect = _mark_effect(old.pass_mark or 0, new.pass_mark or 0)
        yield Change(new.kind, new.id, "changed", message, effect)
    if old.attempts != new.attempts:
        message = f"{_called(new)} allows {_limit(new.attempts)}; before, {_limit(old.attempts)}"
        fewer = new.attempts is not None and (old.attempts is None or new.attempts < old.attempts)
        effect = "whoever has used up that many has none left; results stay" if fewer else ""
        yield Change(new.kind, new.id, "changed", message, effect)


def _mark_effect(old: int, new: int) -> str:
    if new > old:
        return "whoever has passed stays passed; all others need the new mark"
    return "whoever has reached the new mark passes at the next visit"


def _effect_of_new(entry: Entry) -> str:
    asks = entry.kind == "quiz" or (entry.kind == "page" and entry.required)
    return "it is left to do; whoever has completed the course stays completed" if asks else ""


def _effect_of_gone(entry: Entry, new: Published, fallbacks: Mapping[str, str]) -> str:
    target = fallbacks.get(f"{entry.kind}/{entry.id}", "").removeprefix("page/")
    if entry.kind == "section":
        return "what it has earned learners stays"
    title = next((one.title for one in new.present if one.name == ("page", target)), "")
    return (
        f'whoever left off there goes on at "{title}"'
        if title
        else "whoever left off there starts at the front"
    )


def _limit(attempts: int | None) -> str:
    if attempts is None:
        return "any number of attempts"
    return f"{attempts} attempt{'' if attempts == 1 else 's'}"


def _called(entry: Entry) -> str:
    return (
        f'the {entry.kind} "{entry.title}" ({entry.id})' if entry.title else f'the {entry.kind} "{entry.id}"'
    )


def _pages(version: Published) -> list[tuple[str, str]]:
    """Give each page with the section that it stands in."""
    section, pages = "", []
    for entry in version.present:
        if entry.kind == "section":
            section = entry.id
        elif entry.kind == "page":
            pages.append((entry.id, section))
    return pages


def _moved(old: Sequence[tuple[str, str]], new: Sequence[tuple[str, str]]) -> set[str]:
    """Give as few pages as can be whose move explains the new order, and those that changed their section."""
    places = {page: place for place, (page, _) in enumerate(old)}
    sections = dict(old)
    common = [page for page, _ in new if page in places]
    elsewhere = {page for page, section in new if page in places and sections[page] != section}
    return elsewhere | (set(common) - _longest_rising([places[page] for page in common], common))


def _longest_rising(places: Sequence[int], pages: Sequence[str]) -> set[str]:
    """Give the pages of the longest run whose places rise."""
    ends: list[int] = []
    at_end: list[int] = []
    before: list[int] = []
    for index, place in enumerate(places):
        length = bisect_left(ends, place)
        before.append(at_end[length - 1] if length else -1)
        ends[length:] = [place] if length == len(ends) else [place, *ends[length + 1 :]]
        at_end[length : length + 1] = [index]
    kept, index = set(), at_end[-1] if at_end else -1
    while index >= 0:
        kept.add(pages[index])
        index = before[index]
    return kept
