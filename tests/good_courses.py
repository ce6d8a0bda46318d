"""Courses with sequencing as good authors write them: nothing in them may be taken for a fault."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.activities import (
    CONTENT,
    Node,
    asset,
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
_UNTRACKED = '<imsss:deliveryControls tracked="false"/>'


def _after(name: str, before: str) -> Node:
    """Give a SCO that waits until another is satisfied."""
    waits = ("not satisfied of before", "not objectiveStatusKnown of before")
    return sco(
        name,
        rules(when("pre", "disabled", *waits, any_is_enough=True))
        + objectives(writes(f"done-{name}"), others=objective("before", reads(f"done-{before}")))
        + CONTENT,
    )


def _first(name: str) -> Node:
    return sco(name, objectives(writes(f"done-{name}")) + CONTENT)


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


_TEST_AGAIN = rules(
    when("post", "retry", "not satisfied", "not attemptLimitExceeded"),
    when("post", "exitAll", "satisfied", "attemptLimitExceeded", any_is_enough=True),
)
_ANY_ROUND = ("satisfied", "attemptLimitExceeded")

GOOD: Mapping[str, Callable[[Edition], str]] = {
    "one SCO without sequencing": lambda edition: course("", sco("all", ""), edition=edition),
    "choice alone": lambda edition: course(
        "", sco("a"), cluster("m", "", sco("b"), sco("c")), edition=edition
    ),
    "free choice and flow": lambda edition: course(
        _FREE, sco("a"), cluster("m", _FREE, sco("b"), sco("c")), sco("d"), edition=edition
    ),
    "one after another": lambda edition: course(
        _GUIDED, sco("a"), cluster("m", _GUIDED, sco("b"), sco("c")), sco("d"), edition=edition
    ),
    "chosen modules that flow": lambda edition: course(
        mode(choice=True),
        cluster("m", _GUIDED, sco("a"), sco("b")),
        cluster("n", _GUIDED, sco("c"), sco("d")),
        edition=edition,
    ),
    "each after the one before": lambda edition: course(
        _FREE, _first("a"), _after("b", "a"), _after("c", "b"), _after("d", "c"), edition=edition
    ),
    "each after the one before, in flow only": lambda edition: course(
        _GUIDED, _first("a"), _after("b", "a"), _after("c", "b"), edition=edition
    ),
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
    "assets only": lambda edition: course(
        _FREE, asset("a"), cluster("m", _FREE, asset("b"), asset("c")), edition=edition
    ),
    "a welcome page that counts for nothing": lambda edition: course(
        _FREE, asset("welcome", _UNTRACKED), sco("course-itself"), sco("survey", _UNTRACKED), edition=edition
    ),
    "a score of two tests": lambda edition: course(
        _FREE + rollup() + objectives(measure="0.75"),
        sco("lesson", rollup(weight="0") + CONTENT),
        sco("test-1", rollup(weight="0.4") + objectives(measure="0.5") + CONTENT),
        sco("test-2", rollup(weight="0.6") + CONTENT),
        edition=edition,
    ),
    "two of three": lambda edition: course(
        _FREE
        + rollup(
            rolls("satisfied", "atLeastCount", "satisfied", more=' minimumCount="2"'),
            rolls("notSatisfied", "atLeastCount", "not satisfied", more=' minimumCount="2"'),
            rolls("completed", "atLeastPercent", "completed", more=' minimumPercent="0.6"'),
        ),
        sco("a"),
        sco("b"),
        sco("c"),
        edition=edition,
    ),
    "passing completes": lambda edition: course(
        _FREE
        + rollup(
            rolls("completed", "all", "satisfied"),
            rolls("satisfied", "all", "satisfied"),
            rolls("notSatisfied", "any", "not satisfied"),
            rolls("incomplete", "any", "not satisfied"),
        ),
        sco("a"),
        sco("b"),
        edition=edition,
    ),
    "a way for each role": lambda edition: course(
        _GUIDED,
        sco(
            "role",
            objectives(others=objective("clerk", writes("clerk")) + objective("lead", writes("lead")))
            + CONTENT,
        ),
        *(
            sco(
                f"for-{role}",
                rules(
                    when(
                        "pre",
                        "skip",
                        "not satisfied of mine",
                        "not objectiveStatusKnown of mine",
                        any_is_enough=True,
                    )
                )
                + objectives(others=objective("mine", reads(role)))
                + CONTENT,
            )
            for role in ("clerk", "lead")
        ),
        edition=edition,
    ),
    "a chapter that waits at its end": lambda edition: course(
        _GUIDED,
        sco("read", rules(when("pre", "stopForwardTraversal", "not completed")) + CONTENT),
        sco("next"),
        edition=edition,
    ),
    "an extra that flow leaves out": lambda edition: course(
        _FREE,
        sco("a"),
        sco("extra", rules(when("pre", "skip", "always")) + _APART + CONTENT),
        sco("b"),
        edition=edition,
    ),
    "an answer page hidden from the menu": lambda edition: course(
        _FREE,
        sco("test", objectives(writes("test")) + CONTENT),
        sco("answers", rules(when("pre", "hiddenFromChoice", "always")) + _APART + CONTENT),
        edition=edition,
    ),
    "settings from the collection": lambda edition: (
        course(
            '<imsss:controlMode flow="true"/>',
            sco("a", ""),
            sco("b", ""),
            edition=edition,
            collection='<imsss:sequencing ID="own">' + CONTENT + "</imsss:sequencing>",
        )
        .replace("<title>a</title>", '<title>a</title><imsss:sequencing IDRef="own"/>')
        .replace("<title>b</title>", '<title>b</title><imsss:sequencing IDRef="own"/>')
    ),
    "a module that cannot be left before its end": lambda edition: course(
        _FREE,
        cluster("m", mode(choice=False, choiceExit=False, flow=True), sco("a"), sco("b")),
        sco("c"),
        edition=edition,
    ),
    "a module that must be entered at its beginning": lambda edition: course(
        _FREE,
        cluster(
            "m",
            _FREE
            + '<adlseq:constrainedChoiceConsiderations preventActivation="true" constrainChoice="true"/>',
            sco("a"),
            sco("b"),
        ),
        sco("c"),
        edition=edition,
    ),
    "low scores go back to the lesson": lambda edition: course(
        _GUIDED,
        sco("lesson", _APART + CONTENT),
        sco("test", rules(when("post", "previous", "objectiveMeasureLessThan at 0.5")) + CONTENT),
        edition=edition,
    ),
}
"""What the author had in mind → the manifest in an edition."""
