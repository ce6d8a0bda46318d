"""A course read back from a package that we built: the data and section scripts, as the JSON that they hold.

Nothing is run. What does not have the form that `course_data.py` and `section_script.py` give is not ours.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cpom_scorm.course.published import Entry, Published, answers_digest
from cpom_scorm.interactions import INTERACTIONS
from cpom_scorm.render.course_data import NAMESPACE, VERSION

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    Read = Callable[[str], bytes | None]
    """Gives the bytes of a file of the package."""

DATA_NAME = "course-data.js"
_UNJUDGED = frozenset(kind.name() for kind in INTERACTIONS if not kind.is_scored)
_ISOLATES = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069\u200f"))
"""What right-to-left courses have around their titles."""


class NotOurs(ValueError):  # noqa: N818 - an answer to whoever asks, no failure of ours
    """The package was not built by us, by a release with another form of data, or has been altered."""


@dataclass(frozen=True, slots=True)
class PackagedCourse:
    """What a package says of its course."""

    id: str
    title: str
    published: Published
    slots: tuple[tuple[str, ...], ...]
    generations: tuple[tuple[int, str], ...]
    fallbacks: Mapping[str, str]
    """Where learners go who left off at a place that is gone."""

    @property
    def newest(self) -> tuple[int, str]:
        """The generation that records are written for."""
        return max(self.generations)

    def question_slots(self) -> dict[str, tuple[int, str]]:
        """Give number and kind of the slot that each question has in new records."""
        return {slot[1]: (at, slot[2]) for at, slot in enumerate(self.slots) if slot[0] == "question"}


def read_packaged(read: Read) -> PackagedCourse:
    """Read a course from the files of a package. Raises NotOurs."""
    try:
        data = _inside(read(DATA_NAME), f"{NAMESPACE}.course=", ";\n")
        if data["version"] != VERSION:
            raise NotOurs(f"its data have version {data['version']}, and this release reads {VERSION}")
        record = data["record"]
        return PackagedCourse(
            id=str(data["id"]),
            title=_title(data["title"]),
            published=_published(data, _keys(data, read)),
            slots=tuple(tuple(map(str, slot)) for slot in record["slots"]),
            generations=tuple((int(count), str(name)) for count, name in record["generations"]),
            fallbacks={str(place): str(target) for place, target in record.get("gone", {}).items()},
        )
    except NotOurs:
        raise
    except (AttributeError, IndexError, KeyError, RecursionError, TypeError, ValueError) as fault:
        raise NotOurs(f'"{DATA_NAME}" does not hold what our builds write') from fault


def read_questions(read: Read) -> dict[str, tuple[str, Any]]:
    """Read kind and key of each question from the files of a package. Raises NotOurs."""
    try:
        data = _inside(read(DATA_NAME), f"{NAMESPACE}.course=", ";\n")
        keys = _keys(data, read)
        return {name: (str(data["questions"][name]["kind"]), key) for name, key in keys.items()}
    except NotOurs:
        raise
    except (AttributeError, IndexError, KeyError, RecursionError, TypeError, ValueError) as fault:
        raise NotOurs(f'"{DATA_NAME}" does not hold what our builds write') from fault


def _inside(script: bytes | None, before: str, after: str) -> Any:
    if script is None:
        raise NotOurs(f'it has no "{DATA_NAME}"')
    text = script.decode("ascii")
    if not (text.startswith(before) and text.endswith(after)):
        raise ValueError("another script")
    return json.loads(text.removeprefix(before).removesuffix(after))


def _keys(data: Mapping[str, Any], read: Read) -> dict[str, Any]:
    """Give the key of each question, from the scripts of the sections."""
    scripts = {page["section"]: page["script"] for page in data["pages"]}
    scripts |= {section["id"]: section["script"] for section in data["sections"]}
    keys: dict[str, Any] = {}
    for section, name in scripts.items():
        content = _inside(read(str(name)), f"{NAMESPACE}.section({json.dumps(section or '')},", ");\n")
        keys |= {question: asked["key"] for question, asked in content["questions"].items()}
    return keys


def _published(data: Mapping[str, Any], keys: Mapping[str, Any]) -> Published:
    scoring = data["scoring"]
    entries = tuple(_entries(data, _digests(data, keys)))
    return Published(_percent(scoring["pass"]), str(scoring["require"]), str(scoring["counted"]), entries)


def _entries(data: Mapping[str, Any], digests: Mapping[str, str]) -> Iterator[Entry]:
    pages = {page["id"]: page for page in data["pages"]}

    def questions(ids: list[str]) -> Iterator[Entry]:
        for question in ids:
            kind = str(data["questions"][question]["kind"])
            yield Entry("question", str(question), form=kind, answers=digests[question])

    def shown(page: Mapping[str, Any]) -> Iterator[Entry]:
        yield Entry("page", str(page["id"]), _title(page["title"]), required=page["required"] is True)
        yield from questions(page["questions"])

    for page in data["pages"]:
        if page["section"] is None:
            yield from shown(page)
    for section in data["sections"]:
        title = f"{_title(section['number'])} {_title(section['title'])}"
        yield Entry("section", str(section["id"]), title)
        for page in section["pages"]:
            yield from shown(pages[page])
        quiz = section["quiz"]
        if quiz is not None:
            limit = None if quiz["attempts"] is None else int(quiz["attempts"])
            mark = _percent(quiz["pass"])
            yield Entry("quiz", str(section["id"]), _title(quiz["title"]), pass_mark=mark, attempts=limit)
            asked = [*quiz["questions"], *(one for _, pool in quiz["pools"] for one in pool)]
            yield from questions(list(dict.fromkeys(asked)))


def _digests(data: Mapping[str, Any], keys: Mapping[str, Any]) -> dict[str, str]:
    options: dict[str, list[tuple[str, str]]] = {}
    for slot in data["record"]["slots"]:
        if slot[0] == "question":
            options[slot[1]] = []
        elif slot[0] == "option":
            options[slot[1]].append((slot[2], slot[3]))
    return {
        question: _digest(asked["kind"], options[question], keys.get(question))
        for question, asked in data["questions"].items()
    }


def _digest(kind: str, options: list[tuple[str, str]], key: Any) -> str:
    if kind in _UNJUDGED:
        return answers_digest((pair for pair in options if pair[0] == "option"), None)
    return answers_digest(options, dict(enumerate(key)) if kind == "sequencing" else key)


def _percent(share: float) -> int:
    return round(share * 100)


def _title(text: Any) -> str:
    return str(text).translate(_ISOLATES)
