"""Plays packages in a real Chromium under an LMS that keeps a record of every call."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cpom_scorm.editions import EDITIONS
from cpom_scorm.stand_in_lms.profiles import profile_named
from tests.browser.site import Site

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playwright.sync_api import Browser, BrowserContext, Frame, Page

    from cpom_scorm.editions import Edition

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
STYLE = b"html,body,iframe{margin:0;border:0;width:100%;height:100%;display:block}body{height:100vh}"


@dataclass
class Visit:
    """One launch of a package by a learner."""

    page: Page
    edition: Edition

    @property
    def content(self) -> Frame:
        """The frame in which the package runs."""
        found = [frame for frame in self.page.frames if "/content/" in frame.url]
        assert found, "the package has not been launched"
        return found[0]

    def calls(self) -> list[dict[str, Any]]:
        """Every call of the API so far: call, arguments, answer, code."""
        return self.page.evaluate("window.record.calls")

    def refusals(self) -> list[dict[str, Any]]:
        """Calls that the LMS counts as errors. Reading a value that nobody set is a normal question (403)."""
        get = self.edition.runtime.calls["get"]
        return [
            call
            for call in self.calls()
            if call["code"] and not (call["call"] == get and call["code"] == 403)
        ]

    def written(self, name: str) -> list[str]:
        """Every value that was set for one of our names, such as `session_time`, in order."""
        element = self.edition.runtime.elements[name]
        pattern = re.compile(re.sub(r"\\{[nm]\\}", r"\\d+", re.escape(element)))
        setter = self.edition.runtime.calls["set"]
        made = [call["arguments"] for call in self.calls() if call["call"] == setter]
        return [value for written, value in made if pattern.fullmatch(written)]

    def held(self) -> dict[str, Any]:
        """What the LMS holds now."""
        return self.page.evaluate("window.record.held")

    def settle(self) -> None:
        """Wait until the first writes of the session have been committed."""
        commit = self.edition.runtime.calls["commit"]
        self.page.wait_for_function(
            "name => window.record.calls.some(({ call }) => call === name)", arg=commit
        )

    def leave(self) -> dict[str, Any]:
        """Close the package as an LMS does, by taking its frame away; give what the LMS then holds."""
        self.page.evaluate("document.getElementById('content').remove()")
        self.page.wait_for_timeout(50)
        held = self.held()
        self.page.context.close()
        return held


class Lms:
    """An LMS on a test site."""

    def __init__(self, browser: Browser, *, headers: Mapping[str, str] | None = None) -> None:
        self.browser = browser
        self.kept: dict[str, dict[str, str]] = {}
        """What the server has of each learner whose launches named them."""
        self.site = Site(headers=dict(headers or {}), inbox=self._take).start()
        self.site.add(
            "lms",
            {
                "scorm-again.js": (ROOT / "node_modules/scorm-again/dist/scorm-again.min.js").read_bytes(),
                "host.js": (HERE / "lms_host.js").read_bytes(),
                "host.css": STYLE,
            },
        )
        scripts = (ROOT / "cpom_scorm" / "stand_in_lms").glob("*.js")
        self.site.add("stand_in_lms", {path.name: path.read_bytes() for path in scripts})

    def launch(
        self,
        files: Mapping[str, bytes],
        edition: Edition,
        *,
        values: Mapping[str, Any] | None = None,
        lms: str = "scorm-again",
        profile: str = "strict",
        place: str = "",
        learner: str = "",
        within: BrowserContext | None = None,
        **context: Any,
    ) -> Visit:
        """Start a package. `values` is what the LMS holds from earlier; `place` a hash to open it at.

        Of a named `learner` the server keeps what is sent to it over the network, and gives it back at
        the next launch. `within` is the browser of somebody who has been here before.
        """
        folder = f"{edition.id}-{learner or len(self.site.requests)}"
        config = {
            "lms": lms,
            **_form(edition),
            "others": [_form(other) for other in EDITIONS if other.runtime.api != edition.runtime.api][:1]
            if profile_named(profile).both_apis
            else [],
            "profile": asdict(profile_named(profile)),
            "values": dict(values or self.kept.get(learner, {})),
            "post": f"/kept/{learner}" if learner else "",
            "launch": f"content/index.html{place}",
        }
        self.site.add(folder, {"index.html": (HERE / "lms_host.html").read_bytes()})
        self.site.add(folder, {"config.json": json.dumps(config).encode()})
        self.site.add(f"{folder}/content", files)
        page = (within or self.browser.new_context(**context)).new_page()
        page.goto(f"{self.site.origin}/{folder}/index.html")
        page.wait_for_function(
            "() => document.getElementById('content').contentDocument?.readyState === 'complete'"
            " && document.getElementById('content').contentWindow.location.href !== 'about:blank'"
        )
        return Visit(page, edition)

    def stop(self) -> None:
        """Free the port."""
        self.site.stop()

    def _take(self, path: str, body: bytes) -> bytes:
        self.kept[path.removeprefix("kept/")] = json.loads(body)
        return b"kept"


def _form(edition: Edition) -> dict[str, Any]:
    runtime = edition.runtime
    return {"api": runtime.api, "calls": runtime.calls, "table": asdict(edition.data_model)}
