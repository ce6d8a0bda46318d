"""Judges what is to be seen with a copy of axe-core that the user has; none is shipped.

axe runs in a world of its own beside the content's scripts: it shares the page with them and no variable, the
content's security policy does not stop it, and nothing that it does counts as the content's.
"""

from __future__ import annotations

import asyncio
import json
import re
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from cpom_scorm.package.quoting import quoted
from cpom_scorm.play.patience import within
from cpom_scorm.trace import Barrier

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.async_api import CDPSession, Page

    from cpom_scorm.play.stage import Stage

_MOST_BYTES = 5_000_000
"""Of a copy of axe; it has a tenth of that."""
_OF_AXE = re.compile(r"""^/\*! axe v\d|\baxe\.version\s*=\s*["']\d""")
_VIEW_SECONDS = 10
"""How long one view may take: most take less than one."""
_DETACH_SECONDS = 2
_WORLD = "cpom-scorm-audit"
_QUIET = "for (const name of ['log', 'info', 'warn', 'error']) console[name] = () => {};\n"
_LONGEST_TEXT = 300


class NotAxe(Exception):  # noqa: N818 - an answer to whoever asks, no failure of ours
    """A file is no copy of axe-core; the message says so in one sentence, and what to give."""


class _NotJudged(Exception):  # noqa: N818 - as above
    """Why axe says nothing of a page, lower-case, no full stop."""


def read_axe(path: Path) -> str:
    """Give the source of axe-core in a file. Raises NotAxe, and OSError where it cannot be read."""
    with path.open("rb") as stream:
        data = stream.read(_MOST_BYTES + 1)
    text = data.decode("utf-8", "replace")
    if len(data) > _MOST_BYTES or not _OF_AXE.search(text):
        message = f'"{path}" is not axe-core: give its axe.min.js, which the npm package axe-core has'
        raise NotAxe(message)
    return text


async def barriers_in_view(stage: Stage, title: str) -> tuple[Barrier, ...]:
    """Give what axe finds in what is to be seen; what it cannot judge is noted, unless it went away."""
    from playwright.async_api import Error

    found: list[Barrier] = []
    try:
        async with asyncio.timeout(_VIEW_SECONDS):
            for page in stage.windows():
                found += await _of_page(page, stage.content, stage.axe)
    except _NotJudged as why:
        stage.recorder.note("unjudged", f"{quoted(title)}: {why}")
    except TimeoutError:
        # The next view would be no quicker, and the time is the learner's.
        stage.axe = ""
        why_not = f"it takes more than {_VIEW_SECONDS} seconds"
        stage.recorder.note("unjudged", f"{quoted(title)} and what comes after it: {why_not}")
    except Error:
        return ()
    return tuple(found)


async def _of_page(page: Page, content: str, axe: str) -> list[Barrier]:
    found: list[Barrier] = []
    session = await page.context.new_cdp_session(page)
    try:
        tree = await session.send("Page.getFrameTree")
        for frame, is_inner in list(_frames(tree["frameTree"], content)):
            found += await _of_frame(session, frame, content, axe, is_inner=is_inner)
    finally:
        await within(_DETACH_SECONDS, session.detach())
    return found


def _frames(tree: dict[str, Any], content: str, *, is_inner: bool = False) -> Iterator[tuple[str, bool]]:
    """Give the ids of the frames that hold content, and whether they lie within one that does."""
    is_content = tree["frame"]["url"].startswith(content)
    if is_content:
        yield tree["frame"]["id"], is_inner
    for child in tree.get("childFrames", ()):
        yield from _frames(child, content, is_inner=is_inner or is_content)


async def _of_frame(
    session: CDPSession, frame: str, content: str, axe: str, *, is_inner: bool
) -> list[Barrier]:
    world = await session.send("Page.createIsolatedWorld", {"frameId": frame, "worldName": _WORLD})
    place = {"contextId": world["executionContextId"], "returnByValue": True, "awaitPromise": True}

    async def told(expression: str) -> Any:
        answer = await session.send("Runtime.evaluate", {**place, "expression": expression})
        if "exceptionDetails" in answer:
            fault = answer["exceptionDetails"].get("exception", {}).get("description", "")
            raise _NotJudged(f"axe stops with {(fault.splitlines() or [''])[0][:_LONGEST_TEXT]}")
        return answer["result"].get("value")

    if await told("typeof axe") == "undefined":
        await told(f"{_QUIET}{axe}\n;0")
    seen = await told(f"({_audit()})({json.dumps(is_inner)})")
    if seen["refusal"]:
        raise _NotJudged(seen["refusal"])
    return [
        Barrier(
            one["rule"],
            one["impact"],
            one["help"],
            one["address"].removeprefix(content),
            tuple(target[:_LONGEST_TEXT] for target in one["targets"]),
        )
        for one in seen["barriers"]
    ]


@cache
def _audit() -> str:
    text = resources.files("cpom_scorm.play").joinpath("audit.js").read_text("utf-8")
    return text[text.index("export async function") :].removeprefix("export ")
