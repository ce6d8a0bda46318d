"""The sessions in which a SCO is played, one after the other, by one learner with one browser."""

from __future__ import annotations

import asyncio
import time
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

from cpom_scorm.editions import EDITIONS
from cpom_scorm.play.answer_sheet import AnswerSheet
from cpom_scorm.play.driven import DrivenLearner
from cpom_scorm.play.learner import Learner
from cpom_scorm.play.patience import Stuck, within
from cpom_scorm.play.recorder import Recorder
from cpom_scorm.play.stage import Stage
from cpom_scorm.stand_in_lms.profiles import profile_named

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from playwright.async_api import Browser, BrowserContext

    from cpom_scorm.diagnostics import Diagnostic
    from cpom_scorm.editions import Edition
    from cpom_scorm.play.driver import Driver, Step
    from cpom_scorm.play.launches import Launch
    from cpom_scorm.play.server import PlayServer
    from cpom_scorm.stand_in_lms.profile import Profile
    from cpom_scorm.trace import Purpose, Session

    Questions = Mapping[str, tuple[str, Any]]
    """Question → its kind and key."""

_CLOSE_SECONDS = 3
_FEW_VIEWS = 4
"""After how many views the learner leaves half-way."""
_GLANCE_VIEWS = 2
_MOST_OF_OURS = 2000
_GLANCE_SECONDS = 8
VIEWPORT = {"width": 1000, "height": 640}
"""The frame that many LMSs give."""


@dataclass(frozen=True, slots=True)
class Plan:
    """One session to play."""

    purpose: Purpose
    profile: Profile
    take: Callable[[Stage], Awaitable[bool]]
    """What the learner does; gives whether they got to the end."""
    anew: bool = False
    """Whether the LMS has forgotten the attempt, and the browser all."""
    unload: bool = True
    seconds: float = 60
    """When the learner leaves in any case."""


def plans_for_anybody(*, pictures: bool, seconds: float) -> tuple[Plan, ...]:
    """Leave half-way, go on to the end, look at it again in review, and meet an LMS with both API objects."""
    strict = profile_named("strict")

    def reading(views: int | None = None) -> Callable[[Stage], Awaitable[bool]]:
        more: dict[str, Any] = {} if views is None else {"most_views": views}
        return lambda stage: Learner(stage, pictures, **more).take()

    return (
        Plan("first", strict, reading(_FEW_VIEWS), seconds=seconds),
        Plan("resumed", strict, reading(), unload=False, seconds=seconds),
        Plan("review", profile_named("review"), reading(_GLANCE_VIEWS), seconds=_GLANCE_SECONDS),
        Plan("both APIs", profile_named("both-apis"), reading(0), anew=True, seconds=_GLANCE_SECONDS),
    )


def plans_for_ours(questions: Questions, *, pictures: bool, seconds: float) -> tuple[Plan, ...]:
    """Leave half-way, go on with everything right, look again in review, and get everything wrong anew."""
    strict = profile_named("strict")

    def knowing(*, right: bool, views: int = _MOST_OF_OURS) -> Callable[[Stage], Awaitable[bool]]:
        sheet = AnswerSheet(questions, right)
        return lambda stage: Learner(stage, pictures, sheet, views).take()

    glance = knowing(right=True, views=_GLANCE_VIEWS)
    return (
        Plan("first", strict, knowing(right=True, views=_FEW_VIEWS), seconds=seconds),
        Plan("all right", strict, knowing(right=True), unload=False, seconds=seconds),
        Plan("review", profile_named("review"), glance, seconds=_GLANCE_SECONDS),
        Plan("all wrong", strict, knowing(right=False), anew=True, seconds=seconds),
        Plan("both APIs", profile_named("both-apis"), knowing(right=True, views=0), anew=True, seconds=8),
    )


def plans_for_driver(driver: Driver, *, pictures: bool, seconds: float) -> tuple[Plan, ...]:
    """Do what a driver file says, with a launch for each of its parts."""
    strict = profile_named("strict")

    def driven(steps: tuple[Step, ...]) -> Callable[[Stage], Awaitable[bool]]:
        async def take(stage: Stage) -> bool:
            learner = DrivenLearner(stage, steps, pictures)
            await learner.take()
            stage.recorder.findings += learner.found
            return True

        return take

    return tuple(
        Plan("resumed" if number else "first", strict, driven(steps), unload=number == 0, seconds=seconds)
        for number, steps in enumerate(driver.sessions())
    )


class SessionPlayer:
    """Plays the sessions of one SCO."""

    def __init__(
        self, browser: Browser, server: PlayServer, edition: Edition, launch: Launch, axe: str = ""
    ) -> None:
        """Play what is launched; `axe` is the source that judges what is to be seen in the first session."""
        self.browser, self.server, self.edition, self.launch = browser, server, edition, launch
        self.axe = axe
        self._kept = dict(launch.values)
        self.findings: list[Diagnostic] = []
        """What steps of a driver file have not found."""

    async def play(self, plans: tuple[Plan, ...], end: float) -> tuple[Session, ...]:
        """Play until all is played, the content is stuck or the time `end` (monotonic) has come."""
        sessions: list[Session] = []
        context: BrowserContext | None = None
        try:
            for plan in plans:
                left = end - time.monotonic()
                if left <= 0:
                    break
                if plan.anew:
                    self._kept = dict(self.launch.values)
                if context is None or plan.anew:
                    if context is not None:
                        await within(_CLOSE_SECONDS, context.close())
                    context = await self._context()
                sessions.append(await self._session(context, replace(plan, seconds=min(plan.seconds, left))))
                if any(event.kind == "stuck" for event in sessions[-1].events):
                    break
        finally:
            if context is not None:
                await within(_CLOSE_SECONDS, context.close())
        return tuple(sessions)

    async def _context(self) -> BrowserContext:
        return await self.browser.new_context(
            viewport={"width": VIEWPORT["width"], "height": VIEWPORT["height"]},
            reduced_motion="reduce",
            accept_downloads=False,
            service_workers="block",
            # Our own server is the way to everything, and leads nowhere else.
            proxy={"server": self.server.origin, "bypass": "<-loopback>"},
        )

    async def _session(self, context: BrowserContext, plan: Plan) -> Session:
        from playwright.async_api import Error

        given = dict(self._kept)
        self.server.unload = plan.unload
        self.server.launch = {
            **_form(self.edition),
            "profile": asdict(plan.profile),
            "values": given,
            "others": [_form(other) for other in _others(self.edition)] if plan.profile.both_apis else [],
            "address": f"content/{self.launch.address}",
        }
        recorder = Recorder(self.server.origin, self.server.content)
        seen_all, stage, closed_at = False, None, 0.0
        try:
            axe = self.axe if plan.purpose == "first" else ""
            stage = await Stage.opened(context, self.server, recorder, axe)
            seen_all = await self._taken(plan, stage, recorder)
            closed_at = recorder.now
            if stage.has_left():
                recorder.note("left", recorder.name_of(stage.page.url))
            elif not recorder.stuck.is_set():
                await stage.close()
        except Stuck as why:
            recorder.stop(str(why))
        except Error as fault:
            recorder.stop(f"its page went away ({fault.message.splitlines()[0]})")
        session = recorder.session(plan.purpose, given, closed_at or recorder.now, unload=plan.unload)
        self.findings += recorder.findings
        recorder.forget(context)
        if stage is not None:
            await stage.strike()
        if plan.purpose != "review":
            self._kept = {**self.launch.values, **session.kept}
        return replace(session, seen_all=seen_all)

    async def _taken(self, plan: Plan, stage: Stage, recorder: Recorder) -> bool:
        """Let the learner go on until they are done, their time is over, or the content has to be stopped."""
        taking = asyncio.ensure_future(plan.take(stage))
        stopping = asyncio.ensure_future(recorder.stuck.wait())
        done, _ = await asyncio.wait(
            (taking, stopping), timeout=plan.seconds, return_when=asyncio.FIRST_COMPLETED
        )
        stopping.cancel()
        if taking in done:
            return taking.result()
        taking.cancel()
        await asyncio.wait((taking,), timeout=1)
        return False


def _form(edition: Edition) -> dict[str, Any]:
    runtime = edition.runtime
    return {"api": runtime.api, "calls": runtime.calls, "table": asdict(edition.data_model)}


def _others(edition: Edition) -> list[Edition]:
    """Give one edition with another API object."""
    return [other for other in EDITIONS if other.runtime.api != edition.runtime.api][-1:]
