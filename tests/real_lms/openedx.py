"""Open edX's SCORM XBlock, worked by its own pages, and what it keeps."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from cpom_scorm.file_content import whole
from tests.real_lms.launched import Launched, closed_context

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from cpom_scorm.build import BuiltPackage
    from tests.real_lms.server import Server

# Studio shows what a block tells its runtime; the workbench knows no such call.
STUDIO_LISTENS = """() => {
  window.told = [];
  const told = (name, { state, message }) => window.told.push([name, state ?? message]);
  RuntimeProvider.versions[1].notify = told;
}"""


@dataclass
class OpenEdx:
    """The workbench."""

    server: Server
    browser: Browser
    strangers: list[str] = field(default_factory=list)
    """Addresses of other machines that pages asked for in vain."""
    blocks: int = 0

    def new_block(self) -> Block:
        """Give a block that holds no package yet."""
        self.blocks += 1
        return Block(self, self.blocks - 1)


@dataclass
class Block:
    """One place for a package in a course."""

    lms: OpenEdx
    number: int

    @property
    def address(self) -> str:
        """Where learners find it."""
        return f"{self.lms.server.origin}/scenario/scorm.{self.number}"

    @property
    def usage(self) -> str:
        """What the database calls it."""
        return f"block-{self.number}.scorm.d0.u0"

    def upload(self, package: BuiltPackage) -> None:
        """Put a package in, in the place of an earlier one, by the page that Studio shows to authors."""
        context = closed_context(self.lms.browser, self.lms.strangers)
        page = context.new_page()
        page.goto(f"{self.address}/studio_view/")
        page.evaluate(STUDIO_LISTENS)
        file = {"name": package.name, "mimeType": "application/zip", "buffer": whole(package.archive)}
        page.locator("#scorm_file").set_input_files(file)
        page.locator(".save-button").click()
        page.wait_for_function("() => window.told.length === 2")
        assert page.evaluate("window.told") == [["save", "start"], ["save", "end"]]
        context.close()

    def imported(self) -> dict[str, Any]:
        """Give what the LMS made of the package."""
        rows = self.lms.server.rows(
            "SELECT state FROM workbench_xblockstate WHERE scenario = ? AND user_id IS NULL",
            f"block-{self.number}",
        )
        return {name: value for row in rows for name, value in json.loads(row["state"]).items()}

    def launch(self, learner: str) -> Launched:
        """Open the package as a learner, on a device that nobody has used before."""
        page = closed_context(self.lms.browser, self.lms.strangers).new_page()
        page.goto(f"{self.address}/?student={learner}")
        return Launched(page, "iframe.scorm-embedded", lambda: self.held(learner)).started()

    def held(self, learner: str) -> dict[str, Any]:
        """Give what the database holds of a learner: the block's fields, `scorm_data` among them."""
        rows = self.lms.server.rows(
            "SELECT state FROM workbench_xblockstate WHERE scope_id = ? AND user_id = ?", self.usage, learner
        )
        return json.loads(rows[0]["state"]) if rows else {}

    def published(self, learner: str, kind: str) -> list[dict[str, Any]]:
        """Give what the block told the platform of a learner: `grade` for the gradebook, `completion`."""
        lines = (self.lms.server.folder / "published.jsonl").read_text("utf-8").splitlines()
        told = [json.loads(line) for line in lines]
        about = (self.usage, learner, kind)
        return [each["event"] for each in told if (each["block"], each["learner"], each["kind"]) == about]
