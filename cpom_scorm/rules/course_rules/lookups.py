"""What several rules look for: questions of one kind, lists, the units of pictures, and what leads where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from cpom_scorm.blocks import Block
from cpom_scorm.course.contents import placed_blocks, placed_questions
from cpom_scorm.interactions import Interaction, Performance
from cpom_scorm.render.image_size import picture_box

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Mapping

    from cpom_scorm.blocks import KeptBlock, Role
    from cpom_scorm.course.load import LoadedCourse
    from cpom_scorm.course.model import Course
    from cpom_scorm.render.image_size import Box
    from cpom_scorm.source import DataPath

AnyKind = TypeVar("AnyKind", bound=Interaction)
AnyPlace = TypeVar("AnyPlace", bound="Hashable")
AnyBlock = TypeVar("AnyBlock", bound=Block)


@dataclass(frozen=True, slots=True)
class EntryList:
    """A list of a question whose entries have ids."""

    path: DataPath
    role: Role
    """What its entries are."""
    entries: tuple[Any, ...]
    place: str
    """The question's id; in a scenario with the step."""

    @property
    def name(self) -> str:
        """Give the field that holds the list."""
        return str(self.path[-1])


def blocks_of(loaded: LoadedCourse, kind: type[AnyBlock]) -> Iterator[tuple[DataPath, AnyBlock]]:
    """Give the blocks of one kind on all pages, with their paths."""
    for path, block, _ in placed_blocks(loaded.complete):
        if isinstance(block, kind):
            yield path, block


def questions_of(loaded: LoadedCourse, kind: type[AnyKind]) -> Iterator[tuple[DataPath, AnyKind]]:
    """Give the questions of one kind, or of kinds that share a base, with their paths."""
    for placed in placed_questions(loaded.complete):
        if isinstance(placed.question, kind):
            yield placed.path, placed.question


def lists_of(path: DataPath, block: KeptBlock) -> Iterator[EntryList]:
    """Give the lists of a block, empty ones too; those inside the steps of a scenario last."""
    for role, name in block.lists.items():
        yield EntryList((*path, name), role, getattr(block, name), f'"{block.id}"')
    if isinstance(block, Performance):
        for at, step in enumerate(block.steps):
            place = f'step "{step.id}" of "{block.id}"'
            yield EntryList((*path, "steps", at, "options"), "answer", step.options, place)


def all_lists(loaded: LoadedCourse) -> Iterator[EntryList]:
    """Give the lists of all questions."""
    for placed in placed_questions(loaded.complete):
        yield from lists_of(placed.path, placed.question)


def box_of(loaded: LoadedCourse, written: str) -> Box | None:
    """Give the units of a picture; None where it cannot be read, or is not there: another rule tells that."""
    if loaded.media[written].state != "found":
        return None
    try:
        return picture_box((loaded.root / written).read_bytes())
    except OSError:
        return None


def reached_from(start: AnyPlace, leads: Mapping[AnyPlace, Iterable[AnyPlace]]) -> set[AnyPlace]:
    """Give the start and all places to which one can get from it."""
    reached = {start}
    wanted = [start]
    for place in wanted:
        further = [one for one in leads[place] if one not in reached]
        reached.update(further)
        wanted += further
    return reached


def counted(count: int, one: str, several: str = "") -> str:
    """Write a number and what is counted, such as `1 row`; `several` where that is not `one` with an s."""
    return f"{count} {one if count == 1 else several or f'{one}s'}"


def is_english(course: Course) -> bool:
    """Tell whether rules that know English words can read the course."""
    return course.language.lower().partition("-")[0] == "en"
