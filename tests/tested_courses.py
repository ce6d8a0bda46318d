"""Courses with tests, remediation and chance as good authors write them: nothing in them is a fault."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.activities import (
    CONTENT,
    Node,
    cluster,
    course,
    mode,
    objective,
    objectives,
    reads,
    rolls,
    rollup,
    rules,
    sco,
    when,
    writes,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from cpom_scorm.editions import Edition

_FREE = mode(choice=True, flow=True)
_GUIDED = mode(choice=False, flow=True)
_APART = rollup(objective=False, progress=False, weight="0")
_TEST_AGAIN = rules(
    when("post", "retry", "not satisfied", "not attemptLimitExceeded"),
    when("post", "exitAll", "satisfied", "attemptLimitExceeded", any_is_enough=True),
)
_LIMIT = '<imsss:limitConditions attemptLimit="{}"/>'
_NOT_YET = ("not satisfied of before", "not objectiveStatusKnown of before")
_IF_NEW = rules(when("pre", "skip", "satisfied"))
_UNLESS_SKIPPED = '<adlseq:rollupConsiderations requiredForCompleted="ifNotSkipped"/>'


def _gate(children: str, condition: str) -> str:
    """Give rollup that opens a gate and counts for nothing else."""
    return rollup(rolls("satisfied", children, condition), objective=False, progress=False, weight="0")


def _known(name: str, target: str) -> Node:
    """Give a lesson that whoever passed the first test may leave out."""
    return sco(
        name,
        rules(when("pre", "skip", "satisfied of known"))
        + objectives(others=objective("known", reads(target)))
        + CONTENT,
    )


def _pool(name: str, count: int) -> Node:
    timing = 'selectionTiming="onEachNewAttempt" randomizationTiming="onEachNewAttempt"'
    select = f'<imsss:randomizationControls {timing} selectCount="{count}" reorderChildren="true"/>'
    questions = (sco(f"{name}-{number}") for number in range(1, 5))
    return cluster(name, mode(choice=False, flow=True) + select, *questions)


TESTED: Mapping[str, Callable[[Edition], str]] = {
    "a test before that spares lessons": lambda edition: course(
        _GUIDED,
        sco(
            "before",
            _APART + objectives(others=objective("x", writes("x")) + objective("y", writes("y"))) + CONTENT,
        ),
        cluster("lessons", _GUIDED + _APART, _known("lesson-x", "x"), _known("lesson-y", "y")),
        sco("after", objectives(measure="0.8") + CONTENT),
        edition=edition,
    ),
    "a test after that starts the course over": lambda edition: course(
        _GUIDED,
        cluster("lessons", _GUIDED + _APART, sco("a"), sco("b")),
        sco(
            "test",
            rules(when("post", "retryAll", "not satisfied"), when("post", "exitAll", "satisfied")) + CONTENT,
        ),
        edition=edition,
    ),
    "remediation until the test is passed": lambda edition: course(
        _FREE,
        cluster(
            "round",
            _GUIDED + rules(when("post", "retry", "not satisfied")) + objectives(writes("passed")),
            sco(
                "lesson",
                rules(when("pre", "skip", "satisfied of known"))
                + _APART
                + objectives(others=objective("known", reads("lesson-known")))
                + CONTENT,
            ),
            sco("test", objectives(others=objective("x", writes("lesson-known"))) + CONTENT),
        ),
        sco(
            "farewell",
            rules(
                when(
                    "pre",
                    "disabled",
                    "not satisfied of p",
                    "not objectiveStatusKnown of p",
                    any_is_enough=True,
                )
            )
            + _APART
            + objectives(others=objective("p", reads("passed")))
            + CONTENT,
        ),
        edition=edition,
    ),
    "three attempts at most": lambda edition: course(
        _GUIDED,
        sco("lesson", _APART + CONTENT),
        sco(
            "test",
            _TEST_AGAIN + '<imsss:limitConditions attemptLimit="3"/>' + objectives(measure="0.7") + CONTENT,
        ),
        edition=edition,
    ),
    "a random test from pools": lambda edition: course(
        _GUIDED,
        sco("intro", _APART + CONTENT),
        cluster(
            "test",
            mode(choice=False, flow=True, forwardOnly=True) + objectives(measure="0.6"),
            _pool("pool-a", 2),
            _pool("pool-b", 3),
        ),
        edition=edition,
    ),
    "a score of two tests": lambda edition: course(
        _FREE + rollup() + objectives(measure="0.75"),
        sco("lesson", rollup(weight="0") + CONTENT),
        sco("test-1", rollup(weight="0.4") + objectives(measure="0.5") + CONTENT),
        sco("test-2", rollup(weight="0.6") + CONTENT),
        edition=edition,
    ),
    "low scores go back to the lesson": lambda edition: course(
        _GUIDED,
        sco("lesson", _APART + CONTENT),
        sco("test", rules(when("post", "previous", "objectiveMeasureLessThan at 0.5")) + CONTENT),
        edition=edition,
    ),
    "a test before or a test after": lambda edition: course(
        _FREE + rollup(rolls("completed", "any", "satisfied")),
        cluster(
            "whole",
            _FREE
            + rollup(rolls("incomplete", "any", "completed"), rolls("completed", "all", "completed"))
            + objectives(reads("passed"), primary="passed"),
            sco(
                "before",
                rules(when("pre", "disabled", "attemptLimitExceeded"), when("pre", "disabled", "satisfied"))
                + _LIMIT.format(1)
                + objectives(writes("passed", measure=True)),
            ),
            cluster(
                "lessons",
                _FREE + rollup(rolls("satisfied", "all", "completed")) + objectives(writes("read")),
                sco("a", ""),
                sco("b", ""),
            ),
            sco(
                "after",
                rules(
                    when("pre", "disabled", "satisfied"),
                    when("pre", "disabled", *_NOT_YET, any_is_enough=True),
                )
                + objectives(writes("passed", measure=True), others=objective("before", reads("read"))),
            ),
        ),
        edition=edition,
    ),
    "each lesson and test until it is known": lambda edition: course(
        _GUIDED,
        cluster(
            "round",
            mode(choice=False, choiceExit=False, flow=True)
            + rules(
                when("post", "retry", "not satisfied", "not objectiveStatusKnown", any_is_enough=True),
                when("post", "exitAll", "satisfied"),
            ),
            *(
                sco(f"lesson-{name}", _IF_NEW + _APART + objectives(reads(name)) + CONTENT)
                for name in ("x", "y")
            ),
            sco("test-x", _IF_NEW + objectives(writes("x", measure=True)) + CONTENT + _UNLESS_SKIPPED),
            sco(
                "test-y",
                rules(when("pre", "skip", "satisfied"), when("post", "exitParent", "always"))
                + objectives(writes("y", measure=True))
                + CONTENT
                + _UNLESS_SKIPPED,
            ),
        ),
        edition=edition,
    ),
    "one of several tests, twice at most": lambda edition: course(
        _FREE + rollup(rolls("completed", "any", "satisfied", "attemptLimitExceeded")),
        cluster(
            "lessons",
            _FREE + _gate("all", "completed") + objectives(writes("read")),
            sco("a"),
            sco("b"),
        ),
        cluster(
            "tests",
            _GUIDED
            + rules(
                when("pre", "disabled", *_NOT_YET, any_is_enough=True),
                when("pre", "disabled", "attemptLimitExceeded", "satisfied", any_is_enough=True),
                when("post", "retry", "not satisfied", "not attemptLimitExceeded"),
                when("post", "retry", "not objectiveStatusKnown", "not attemptLimitExceeded"),
                when("post", "exitAll", "objectiveStatusKnown", "attemptLimitExceeded", any_is_enough=True),
            )
            + _LIMIT.format(2)
            + rollup(rolls("satisfied", "any", "satisfied"), rolls("notSatisfied", "any", "not satisfied"))
            + objectives(
                '<imsss:mapInfo targetObjectiveID="score" readSatisfiedStatus="false"/>',
                others=objective("before", reads("read")),
            )
            + '<imsss:randomizationControls randomizationTiming="onEachNewAttempt" reorderChildren="true"/>',
            *(
                sco(
                    f"test-{number}",
                    rules(when("post", "exitParent", "always"))
                    + objectives(
                        '<imsss:mapInfo targetObjectiveID="score" readSatisfiedStatus="false" '
                        'readNormalizedMeasure="false" writeNormalizedMeasure="true"/>'
                    )
                    + CONTENT,
                )
                for number in (1, 2, 3)
            ),
        ),
        edition=edition,
    ),
}
"""What the author had in mind → the manifest in an edition."""
