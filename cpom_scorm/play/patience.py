"""Waiting that ends: content may block a page for ever, and then the browser answers nothing."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Awaitable

    Answer = TypeVar("Answer")

ANSWER_SECONDS = 8.0
"""How long a page may be busy before it counts as stuck: LMSs' own dialogs come sooner."""


class Stuck(Exception):  # noqa: N818 - an answer to whoever asks, no failure of ours
    """The content does not come to an end; the message says what it does, lower-case, no full stop."""


async def answered(question: Awaitable[Answer], seconds: float = ANSWER_SECONDS) -> Answer:
    """Wait for what the page answers. Raises Stuck when it does not, and Playwright's errors."""
    try:
        return await asyncio.wait_for(question, seconds)
    except TimeoutError as late:
        raise Stuck(f"its page did not answer for {seconds:g} seconds") from late


async def within(seconds: float, step: Awaitable[object]) -> None:
    """Do something that need not succeed."""
    with suppress(Exception):
        await asyncio.wait_for(step, seconds)
