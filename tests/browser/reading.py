"""What an LMS holds at the end, in one form for every edition: read back by its own element names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import count, takewhile
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cpom_scorm.editions import Edition


@dataclass(frozen=True)
class Held:
    """The record of one attempt."""

    edition: Edition
    cmi: dict[str, Any]

    @classmethod
    def of(cls, edition: Edition, held: dict[str, Any]) -> Held:
        """Read what scorm-again gave."""
        return cls(edition, held["cmi"])

    def value(self, name: str, **indexes: int) -> str:
        """Give the value of one of our names, such as `score.raw`; an empty text when it was never set."""
        return self.at(self.edition.runtime.elements[name].format(**indexes))

    def at(self, element: str) -> str:
        """Give the value of a data-model element."""
        found: Any = self.cmi
        for part in element.split(".")[1:]:
            found = found.get(part, "") if isinstance(found, dict) else ""
        return str(found)

    @property
    def statuses(self) -> dict[str, str]:
        """Status elements of the course and their values."""
        return {
            status.element: self.at(status.element)
            for status in next(iter(self.edition.runtime.statuses.values()))
        }

    def objectives(self) -> dict[str, dict[str, str]]:
        """Objective id → score and statuses."""
        found = {}
        for index in range(len(self.cmi["objectives"])):
            values = {
                name.removeprefix("objective."): self.value(name, n=index)
                for name in self.edition.runtime.elements
                if name.startswith("objective.score.")
            }
            for status in self.edition.runtime.objective_statuses:
                values[status.element.rsplit(".", 1)[1]] = self.at(status.element.format(n=index))
            found[self.value("objective.id", n=index)] = values
        return found

    def interactions(self) -> dict[str, dict[str, Any]]:
        """Interaction id → what was reported about it, all `patterns` too. Fails when an id stands twice."""
        found: dict[str, dict[str, Any]] = {}
        elements = self.edition.runtime.elements
        for index in range(len(self.cmi["interactions"])):
            values: dict[str, Any] = {
                name.removeprefix("interaction."): self.value(name, n=index, m=0)
                for name in elements
                if name.startswith("interaction.") and "{n}" in elements[name]
            }
            patterns = (self.value("interaction.pattern", n=index, m=place) for place in count())
            values["patterns"] = list(takewhile(bool, patterns))
            assert values["id"] not in found
            found[values.pop("id")] = values
        return found


def is_duration(text: str, form: str) -> bool:
    """Whether a text is a session time or latency in the edition's form (RUN-51)."""
    pattern = r"\d{4}:[0-5]\d:[0-5]\d\.\d\d" if form == "hms" else r"PT\d+H[0-5]?\dM[0-5]?\d(\.\d\d)?S"
    return re.fullmatch(pattern, text) is not None


def is_timestamp(text: str, form: str) -> bool:
    """Whether a text is a time stamp in the form that every LMS takes (lms-notes 4)."""
    pattern = r"\d\d:\d\d:\d\d" if form == "time" else r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d"
    return re.fullmatch(pattern, text) is not None
