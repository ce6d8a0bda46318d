"""Reads the lock file and holds it to what it has published, also after two branches were merged."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from cpom_scorm.course.lock_rules import LOCK_FORM, LOCK_VERSION, SLOT_CHANGED, SLOT_TAKEN_TWICE
from cpom_scorm.course.published import from_lines
from cpom_scorm.course.slots import Generation, Lock, Slot, generation_of
from cpom_scorm.diagnostics import Diagnostic, Label
from cpom_scorm.source import Span
from cpom_scorm.yaml_source import read_yaml_file

if TYPE_CHECKING:
    from pathlib import Path

    from cpom_scorm.course.published import Published
    from cpom_scorm.source import SourceTree

VERSION = 1
MOST_BRANCHES = 8

_ID = "[a-z0-9_]{1,40}"
_SLOT = re.compile(
    rf"(?P<number>[0-9]{{1,5}}) (?:(?P<place>page|section) (?P<name>{_ID})"
    rf"|question (?P<question>{_ID}) (?P<kind>[a-z_]+)"
    rf"|(?P<role>option|source|target) (?P<option>{_ID}/{_ID}) (?P<letter>[a-z0-9])"
    rf"|(?P<part>row|gap|criterion|step) (?P<part_of>{_ID}/{_ID})"
    rf"|(?P<answer>answer|cell) (?P<answer_of>{_ID}/{_ID}/{_ID}))"
)
_GENERATION = re.compile(r"(?P<count>[0-9]{1,5}) (?P<digest>[0-9a-f]{6})")
_RESTORE = "take the file from version control again"


class _Refused(Exception):  # noqa: N818 - carries a finding, is no failure of ours
    """The lock cannot be used."""

    def __init__(self, finding: Diagnostic) -> None:
        self.finding = finding


@dataclass(frozen=True, slots=True)
class _Published:
    generation: Generation
    span: Span


_Chain = tuple[Slot, ...]
"""One branch's whole slot table."""


def read_lock(path: Path, name: str | None = None) -> tuple[Lock | None, list[Diagnostic]]:
    """Read the lock file; `name` is how people know it. There is none before the first build: (None, []).

    A lock that comes with findings stems from a merge: `extend` settles it, a check must still fail.
    Findings without a lock need a person.
    """
    try:
        result = read_yaml_file(path, name or path.as_posix())
    except FileNotFoundError:
        return None, []
    except OSError as refusal:
        message = f'"{path.name}" cannot be opened: {(refusal.strerror or "unknown reason").lower()}'
        return None, [Diagnostic(LOCK_FORM, message, Span(name or path.as_posix()), "check who may read it")]
    if result.tree is None or result.diagnostics:
        return None, list(result.diagnostics)
    try:
        return _lock_from(result.tree)
    except _Refused as refused:
        return None, [refused.finding]


def _lock_from(tree: SourceTree) -> tuple[Lock, list[Diagnostic]]:
    data = tree.data if isinstance(tree.data, dict) else {}
    if data.get("version", VERSION) != VERSION:
        message = f'the lock file has version "{data["version"]}", and this release knows "{VERSION}"'
        help_text = "build with the release that wrote the file"
        raise _Refused(Diagnostic(LOCK_VERSION, message, tree.span(("version",)), help_text))
    if set(data) - {"contents"} != {"version", "course", "slots", "generations"} or not data["slots"]:
        message = "a lock file has the keys version, course, slots, generations and contents"
        raise _Refused(Diagnostic(LOCK_FORM, message, tree.span(()), _RESTORE))
    chains, is_merged = _chains(_numbered_slots(tree))
    published = _published(tree)
    winner = _chain_that_fits(chains, published)
    generations = tuple(sorted({known.generation for known in published}))
    losers = [chain for chain in chains if chain is not winner]
    found = [_taken_twice(winner, loser) for loser in losers]
    return Lock(str(data["course"]), winner, generations, _contents(tree), is_merged), found


def _lines(tree: SourceTree, key: str, pattern: re.Pattern[str]) -> list[tuple[re.Match[str], Span]]:
    listed = tree.data[key] or []
    if not isinstance(listed, list):
        raise _Refused(Diagnostic(LOCK_FORM, f'"{key}" is a list of lines', tree.span((key,)), _RESTORE))
    found = []
    for index, line in enumerate(listed):
        match, span = pattern.fullmatch(str(line)), tree.span((key, index))
        if match is None:
            raise _Refused(Diagnostic(LOCK_FORM, f'"{line}" is no line of {key}', span, _RESTORE))
        found.append((match, span))
    return found


def _numbered_slots(tree: SourceTree) -> list[tuple[int, Slot]]:
    """Give the slots in the order of the file, which after a merge is not that of the numbers."""
    found = []
    for match, span in _lines(tree, "slots", _SLOT):
        kind = match["place"] or match["role"] or match["part"] or match["answer"] or "question"
        names = ("name", "option", "part_of", "answer_of", "question")
        name = next(match[group] for group in names if match[group])
        note = match["kind"] or match["letter"] or ""
        found.append((int(match["number"]), Slot(kind, name, note, span)))
    return found


def _published(tree: SourceTree) -> list[_Published]:
    return [
        _Published(Generation(int(match["count"]), match["digest"]), span)
        for match, span in _lines(tree, "generations", _GENERATION)
    ]


def _contents(tree: SourceTree) -> Published | None:
    """Give what the last build published. Files of releases that did not note it lack the key."""
    listed = tree.data.get("contents")
    if listed is None:
        return None
    try:
        return from_lines(listed)
    except (AttributeError, KeyError, TypeError, ValueError):
        message = '"contents" does not list what a build published'
        raise _Refused(Diagnostic(LOCK_FORM, message, tree.span(("contents",)), _RESTORE)) from None


def _chains(numbered: list[tuple[int, Slot]]) -> tuple[list[_Chain], bool]:
    """Give every branch's table, and whether there was more than one: each run of numbers carries one on."""
    starts = [0] + [at for at, (a, b) in enumerate(pairwise(numbered), 1) if b[0] != a[0] + 1]
    chains: list[_Chain] = [()]
    for start, end in zip(starts, [*starts[1:], len(numbered)], strict=True):
        first, slot = numbered[start]
        run = tuple(slot for _, slot in numbered[start:end])
        before = dict.fromkeys(chain[:first] for chain in chains if len(chain) >= first)
        grown = [prefix + run for prefix in before]
        chains = _without_beginnings([*chains, *grown])
        if not grown:
            message = f'slot {first} "{slot.text}" does not follow on slot {first - 1}'
            raise _Refused(Diagnostic(LOCK_FORM, message, slot.span, _RESTORE))
        if len(chains) > MOST_BRANCHES:
            message = f"the file holds the slots of more than {MOST_BRANCHES} branches"
            raise _Refused(Diagnostic(LOCK_FORM, message, slot.span, _RESTORE))
    return chains, len(starts) > 1


def _without_beginnings(chains: list[_Chain]) -> list[_Chain]:
    """Drop each table that another one carries on, and repeats."""
    chains = list(dict.fromkeys(chains))
    return [
        chain
        for chain in chains
        if not any(other != chain and other[: len(chain)] == chain for other in chains)
    ]


def _chain_that_fits(chains: list[_Chain], published: list[_Published]) -> _Chain:
    """Give the first table that holds all that was published: a branch that was not made every other."""
    for chain in chains:
        if all(_fits(chain, known.generation) for known in published):
            return chain
    stray = [known for known in published if not any(_fits(chain, known.generation) for chain in chains)]
    if stray:
        raise _Refused(_changed(min(stray, key=lambda known: known.generation), chains, published))
    for kept, moved in combinations(chains, 2):
        only_kept, only_moved = _only_in(kept, moved, published), _only_in(moved, kept, published)
        if only_kept and only_moved:
            raise _Refused(_published_twice(kept, moved, (*only_kept, *only_moved)))
    raise AssertionError("of two tables that published differently, each has a generation of its own")


def _fits(chain: _Chain, generation: Generation) -> bool:
    return len(chain) >= generation.length and generation_of(chain[: generation.length]) == generation


def _only_in(chain: _Chain, other: _Chain, published: list[_Published]) -> list[_Published]:
    return [p for p in published if _fits(chain, p.generation) and not _fits(other, p.generation)]


def _published_twice(kept: _Chain, moved: _Chain, stray: tuple[_Published, ...]) -> Diagnostic:
    help_text = "remove the line of the generation that no learner has used, then build"
    labels = tuple(Label(known.span, "published by one of the branches") for known in stray)
    found = _taken_twice(kept, moved)
    return replace(found, help=help_text, labels=(*found.labels, *labels))


def _taken_twice(kept: _Chain, moved: _Chain) -> Diagnostic:
    number = next(at for at, (a, b) in enumerate(zip(kept, moved, strict=False)) if a != b)
    first, second = kept[number], moved[number]
    message = f'slot {number} is given to both "{first.text}" and "{second.text}"'
    help_text = f'build once: "{first.text}" keeps the slot and "{second.text}" gets a new one'
    labels = (Label(first.span, "also given here"),) if first.span else ()
    return Diagnostic(SLOT_TAKEN_TWICE, message, second.span, help_text, labels)


def _changed(stray: _Published, chains: list[_Chain], published: list[_Published]) -> Diagnostic:
    """Narrow the change down to the slots after the last generation that still fits."""
    count, digest = stray.generation
    fitting = [
        known.generation.length for known in published if any(_fits(c, known.generation) for c in chains)
    ]
    low = max((fit for fit in fitting if fit < count), default=0)
    where = f"slot {low}" if low == count - 1 else f"slots {low} to {count - 1}"
    message = f'{where} changed after generation "{count} {digest}" was published'
    help_text = f"{_RESTORE}; after a merge take that of the published side, and build"
    return Diagnostic(SLOT_CHANGED, message, stray.span, help_text)
