"""Use case: judge many packages, on all processors, in the order in which they were named."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import islice
from multiprocessing.reduction import ForkingPickler
from typing import TYPE_CHECKING

from cpom_scorm.editions import Edition, edition_named
from cpom_scorm.lms import Lms, lms_named
from cpom_scorm.rule import Rule
from cpom_scorm.rules.package_rules import PACKAGE_RULES
from cpom_scorm.validate import validate_package

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from concurrent.futures import Future
    from pathlib import Path

    from cpom_scorm.rules.policy import Policy
    from cpom_scorm.validate import Verdict

WORTH_IT = 8
"""Packages from which on processes save more time than they take to start."""
_AHEAD = 8
"""Packages for each process that may wait for those named before them: memory stays bounded."""

Task = tuple["Path", "Policy"]


def validate_packages(
    tasks: Sequence[Task],
    *,
    strict: bool = False,
    profiles: tuple[Lms, ...] = (),
    processes: int | None = None,
) -> Iterator[Verdict]:
    """Judge each path by its policy and give the verdicts in this order, each as soon as it is known.

    `processes`: all processors unless told otherwise. When the caller stops early, so do they.
    """
    count = min(processes or os.cpu_count() or 1, len(tasks))
    judge = partial(validate_package, strict=strict, profiles=profiles)
    if count < 2 or len(tasks) < WORTH_IT:
        yield from (judge(path, policy=policy) for path, policy in tasks)
        return
    _send_by_name()
    pool = ProcessPoolExecutor(count, initializer=_as_a_worker)
    try:
        yield from _in_order(pool, judge, tasks, count * _AHEAD)
    except BaseException:
        for process in multiprocessing.active_children():
            process.terminate()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _in_order(
    pool: ProcessPoolExecutor, judge: Callable[..., Verdict], tasks: Iterable[Task], most: int
) -> Iterator[Verdict]:
    waiting: deque[Future[Verdict]] = deque()
    rest = iter(tasks)
    while True:
        for path, policy in islice(rest, most - len(waiting)):
            waiting.append(pool.submit(judge, path, policy=policy))
        if not waiting:
            return
        yield waiting.popleft().result()


def _as_a_worker() -> None:
    """Die of a signal without a word: the command says that it was stopped."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


def _send_by_name() -> None:
    """Let rules, editions and LMSs travel between processes by their names: both sides have them."""
    ForkingPickler.register(Rule, lambda rule: (_package_rule, (rule.id,)))
    ForkingPickler.register(Edition, lambda edition: (edition_named, (edition.id,)))
    ForkingPickler.register(Lms, lambda lms: (lms_named, (lms.name,)))


def _package_rule(name: str) -> Rule:
    return _RULES[name]


_RULES = {rule.id: rule for rule in PACKAGE_RULES}
