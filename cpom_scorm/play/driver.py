"""A driver file: steps that lead a learner through content which they do not get through by themselves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cpom_scorm.diagnostics import Diagnostic
from cpom_scorm.package.quoting import quoted
from cpom_scorm.rules.trace_rules import DRIVER_FILE
from cpom_scorm.yaml_source import read_yaml_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cpom_scorm.source import DataPath, SourceTree, Span

ROLES = ("button", "link", "radio", "checkbox", "select", "text", "number")
_KEYS: dict[str, tuple[str, ...]] = {
    "click": ("name", "role", "text"),
    "fill": ("name", "value"),
    "select": ("name", "value"),
    "wait": ("seconds", "text"),
    "reload": (),
    "reopen": (),
    "learner": (),
}
"""Step → what it may say. `learner`: go on as the learner does who knows nothing."""
MOST_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do."""

    verb: str
    """A key of the table above."""
    said: dict[str, str]
    """What it is done to, by name, role, text, value or seconds."""
    span: Span
    """Where it stands in the file."""


@dataclass(frozen=True, slots=True)
class Driver:
    """All steps, or what is wrong with them."""

    steps: tuple[Step, ...]
    diagnostics: tuple[Diagnostic, ...] = ()

    def sessions(self) -> list[tuple[Step, ...]]:
        """Give the steps of each launch: `reopen` and `reload` part them, as each is one more launch."""
        parts: list[list[Step]] = [[]]
        for step in self.steps:
            if step.verb in ("reopen", "reload"):
                parts.append([])
            else:
                parts[-1].append(step)
        return [tuple(part) for part in parts]


def read_driver(path: Path) -> Driver:
    """Read a driver file. Raises OSError when it cannot be opened."""
    result = read_yaml_file(path, path.as_posix())
    if result.tree is None:
        return Driver((), result.diagnostics)
    read = _Reading(result.tree)
    steps = tuple(read.steps())
    return Driver(steps, (*result.diagnostics, *read.found))


class _Reading:
    """One pass over the data of a file."""

    def __init__(self, tree: SourceTree) -> None:
        self.tree = tree
        self.found: list[Diagnostic] = []

    def steps(self) -> Iterator[Step]:
        """Give the steps that can be read, and note what is wrong with the others."""
        data = self.tree.data
        steps = data.get("steps") if isinstance(data, dict) and list(data) == ["steps"] else None
        if not isinstance(steps, list) or not steps:
            self._note(
                (), "expected one key, steps, with a list below it", "write steps: and a list of steps"
            )
            return
        for number, data in enumerate(steps):
            step = self._step(("steps", number), data)
            if step:
                yield step

    def _step(self, path: DataPath, data: Any) -> Step | None:
        verb: Any = data if isinstance(data, str) else None
        said: Any = {}
        if isinstance(data, dict) and len(data) == 1:
            verb, said = next(iter(data.items()))
        if not isinstance(verb, str) or verb not in _KEYS:
            self._note(path, f"expected one step, one of {', '.join(_KEYS)}", "write one step in each line")
            return None
        if verb == "wait" and isinstance(said, int | float | str):
            said = {"seconds": said}
        if not isinstance(said, dict):
            said = {"name": said}
        words = {str(key): str(value) for key, value in said.items()}
        unknown = [key for key in words if key not in _KEYS[verb]]
        if unknown:
            allowed = ", ".join(_KEYS[verb]) or "nothing"
            self._note((*path, verb, unknown[0]), f"{verb} takes {allowed}, not {quoted(unknown[0])}", "")
            return None
        fault = _fault(verb, words)
        if fault:
            self._note((*path, verb), fault, "")
            return None
        return Step(verb, words, self.tree.span(path))

    def _note(self, path: DataPath, message: str, remedy: str) -> None:
        self.found.append(Diagnostic(DRIVER_FILE, message, self.tree.key_span(path), remedy))


def _fault(verb: str, words: dict[str, str]) -> str:
    """Say what is missing or out of range; "" where nothing is."""
    if verb == "click" and not words.keys() & {"name", "text"}:
        return "click needs a name or a text"
    if verb == "click" and words.get("role", ROLES[0]) not in ROLES:
        return f"{quoted(words['role'])} is no role, expected one of {', '.join(ROLES)}"
    if verb in ("fill", "select") and words.keys() != {"name", "value"}:
        return f"{verb} needs a name and a value"
    if verb == "wait" and not words:
        return "wait needs seconds or a text"
    seconds = words.get("seconds", "1")
    if not seconds.replace(".", "", 1).isdigit() or float(seconds) > MOST_SECONDS:
        return f"{quoted(seconds)} is no number of seconds from 0 to {MOST_SECONDS}"
    return ""
