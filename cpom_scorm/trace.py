"""What happened while a package was played, as plain data: the rules of the run time judge nothing else."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cpom_scorm.editions import Edition

Purpose = Literal["first", "resumed", "review", "both APIs", "all right", "all wrong"]
"""Why a session was played. `first` is left half-way and `resumed` goes on from there to the end."""

EventKind = Literal[
    "missing", "outside", "fault", "complaint", "dialog", "window", "download", "left", "stuck", "unjudged"
]
"""missing: a file that the package does not hold. outside: an address that is not the package's, refused.
fault: an error that no script caught. complaint: an error in the console. dialog: alert, confirm or prompt.
window: another window. download: a file for the learner. left: the content went out of the LMS's frame.
stuck: the content was stopped, as it would not have ended by itself.
unjudged: a view that axe says nothing of, and why.
"""


@dataclass(frozen=True, slots=True)
class Call:
    """One call of an API object."""

    at: float
    """Seconds since the launch."""
    name: str
    """The function, such as `LMSSetValue`."""
    arguments: tuple[str, ...]
    """As texts; what was given without being one is in `odd`."""
    answer: str
    """What the content was given."""
    code: int = 0
    """What the LMS says of it afterwards; 0: no error."""
    odd: bool = False
    """Whether an argument was missing or was no text, such as undefined or null."""
    api: str = ""
    """Name of the API object."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something else that the browser told."""

    at: float
    """Seconds since the launch."""
    kind: EventKind
    text: str
    """A name, an address or a message, such as scripts have it."""


@dataclass(frozen=True, slots=True)
class Barrier:
    """Something in a view that keeps people with disabilities out, as axe has it."""

    rule: str
    """axe's id, such as `image-alt`."""
    impact: str
    """critical, serious, moderate or minor; empty where axe does not say."""
    help: str
    """What should be, in axe's words."""
    address: str
    """The page that it is in, as in views: one view may show several."""
    targets: tuple[str, ...] = ()
    """Selectors of the first elements."""


@dataclass(frozen=True, slots=True)
class View:
    """Something that a learner saw."""

    at: float
    """Seconds since the launch."""
    title: str
    """Its heading, or what stands for one."""
    address: str
    """The file of the package, with query and fragment."""
    digest: str
    """The same for views that show the same words."""
    picture: bytes = field(default=b"", compare=False, repr=False)
    """A screenshot as JPEG; empty where none was wanted."""
    barriers: tuple[Barrier, ...] = ()
    """What axe finds; empty where it was not asked."""


@dataclass(frozen=True)
class Session:
    """One launch, from the first byte to the time when the frame was gone."""

    purpose: Purpose
    seconds: float
    """How long it lasted."""
    given: Mapping[str, str] = field(default_factory=dict)
    """What the LMS held at the launch: element → value."""
    kept: Mapping[str, str] = field(default_factory=dict)
    """What it held afterwards."""
    calls: tuple[Call, ...] = ()
    events: tuple[Event, ...] = ()
    views: tuple[View, ...] = ()
    closed_at: float | None = None
    """Seconds until the LMS took the frame away; None: the content ended by itself."""
    unload: bool = True
    """Whether the browser still ran `unload` handlers; newer ones do not."""
    seen_all: bool = True
    """Whether the learner got to where nothing was left to press."""


@dataclass(frozen=True)
class Trace:
    """All sessions of one SCO with one learner."""

    edition: Edition
    file: str
    """What is launched: the name of a file of the package."""
    title: str
    """Of the item that launches it."""
    sessions: tuple[Session, ...]
    item: str = ""
    """Identifier of the item."""
    items: frozenset[str] = frozenset()
    """Identifiers of all items of the package."""

    def calls(self, session: Session, *roles: str) -> Iterator[Call]:
        """Give the calls of the edition's API object in these roles, such as `set`; all without a role."""
        names = {self.edition.runtime.calls[role] for role in roles}
        for call in session.calls:
            if call.api in ("", self.edition.runtime.api) and (not roles or call.name in names):
                yield call

    def role(self, call: Call) -> str:
        """Give the role of a call in the edition; "" for a function that it does not have."""
        return {name: role for role, name in self.edition.runtime.calls.items()}.get(call.name, "")

    def written(self, session: Session, *names: str) -> Iterator[tuple[Call, str]]:
        """Give what the LMS took for these names of ours, such as `score.raw`: the call and the value."""
        elements = {self.edition.runtime.elements.get(name, "") for name in names}
        yield from self.taken(session, elements)

    def taken(self, session: Session, elements: set[str]) -> Iterator[tuple[Call, str]]:
        """Give what the LMS took for these elements: the call and the value."""
        for call in self.calls(session, "set"):
            if call.code == 0 and len(call.arguments) > 1 and call.arguments[0] in elements:
                yield call, call.arguments[1]


def generic(element: str) -> str:
    """Name an element without its indexes: `cmi.interactions.3.id` is `cmi.interactions.n.id`."""
    letters = iter("nm")
    return re.sub(r"\.\d+(?=\.|$)", lambda _: f".{next(letters, '?')}", element)
