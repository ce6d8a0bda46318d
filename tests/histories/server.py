"""The LMS's server of a browser's history: what may be wrong with it and its network, and what it keeps."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from cpom_scorm.stand_in_lms.profiles import profile_named
from tests.faults.seat import LEARNER
from tests.histories.fast import now

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext

    from tests.browser.lms import Lms

CLOSED = {"offline", "signed_out", "server_gone"}
"""Faults under which no course can be opened."""
SAYS_NO = {"refuses", "says_false_but_keeps"}
KEEPS_NOTHING = {"refuses", "lies"}


class Server:
    """Takes what the LMS's page sends, and does with it what the present fault says."""

    def __init__(self, lms: Lms, profile: str) -> None:
        self.site, self.kept = lms.site, lms.kept
        self.profile = profile_named(profile)
        self.fault = ""
        self.stored: list[dict[str, Any]] = []
        """Events since they were last taken."""
        self.has_lied = False
        """Whether the last message is lost although the page was told that it is not."""
        self._probe: tuple[str, Any] | None = None
        self.kept.clear()
        self.site.inbox = self._take

    @property
    def values(self) -> dict[str, str]:
        """What the next launch is given."""
        return self.kept.get(LEARNER, {})

    def break_down(self, fault: str, contexts: list[BrowserContext]) -> None:
        """Begin a fault; `contexts` are the learner's browsers."""
        self.mend(contexts)
        self.fault = fault
        self.site.signed_out, self.site.down = fault == "signed_out", fault == "server_gone"
        for context in contexts:
            context.set_offline(fault == "offline")
        if fault == "no_files":
            name = next(path for path in reversed(self.site.files) if path.endswith("/probe.txt"))
            self._probe = (name, self.site.files.pop(name))

    def mend(self, contexts: list[BrowserContext]) -> None:
        """End what is wrong."""
        if self._probe:
            self.site.files[self._probe[0]] = self._probe[1]
        self._probe, self.fault = None, ""
        self.site.signed_out = self.site.down = False
        for context in contexts:
            context.set_offline(False)

    def _take(self, path: str, body: bytes) -> bytes:
        lost = self.fault in KEEPS_NOTHING
        # Where a refused message goes again as a beacon, or never again, the page says true all the same.
        sends_once = self.profile.posts == "each value"
        is_hidden = self.fault == "lies" or self.profile.beacon_limit is not None or sends_once
        self.has_lied = (lost and is_hidden) or (self.has_lied and sends_once)
        if not lost:
            self.kept[LEARNER] = json.loads(body)
            self.stored.append({"kind": "stored", "values": self.kept[LEARNER], "at": now()})
        return b"no" if self.fault in SAYS_NO else b"kept"
