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
_NOT_YET = ("not satisfied of before", "not objectiveStatusKnown of before")


def _after(name: str, before: str) -> Node:
    """Give a SCO that waits until another is satisfied."""
    return sco(
        name,
        rules(when("pre", "disabled", *_NOT_YET, any_is_enough=True))
        + objectives(writes(f"done-{name}"), others=objective("before", reads(f"done-{before}")))
        + CONTENT,
    )


def _first(name: str) -> Node:
    return sco(name, objectives(writes(f"done-{name}")) + CONTENT)


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
    "assets only": lambda edition: course(
        _FREE, asset("a"), cluster("m", _FREE, asset("b"), asset("c")), edition=edition
    ),
    "a welcome page that counts for nothing": lambda edition: course(
        _FREE, asset("welcome", _UNTRACKED), sco("course-itself"), sco("survey", _UNTRACKED), edition=edition
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
}
"""What the author had in mind → the manifest in an edition."""
