"""Section 7, the meaning of sequencing. Written from the catalogue alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.corpus.edits import after, before, chain, drop, manifest, swap, warn
from tests.corpus.model import LATER, Defect

if TYPE_CHECKING:
    from tests.corpus.edits import Edit

_CONTROL = '<imsss:controlMode choice="true" choiceExit="true" flow="true" forwardOnly="false"/>'
_LIGHTS_RULE = (
    "<imsss:postConditionRule>\n                <imsss:ruleConditions>\n"
    '                  <imsss:ruleCondition operator="not" condition="satisfied"/>\n'
    '                </imsss:ruleConditions>\n                <imsss:ruleAction action="retry"/>\n'
    "              </imsss:postConditionRule>"
)
_RANDOM = '<imsss:randomizationControls randomizationTiming="once" reorderChildren="true"/>'
_CLUSTER_END = "\n        </imsss:sequencing>\n      </item>\n      <imsss:sequencing>"
_ALWAYS = 'condition="always"'
_SET_BY_CONTENT = '<imsss:deliveryControls completionSetByContent="true" objectiveSetByContent="true"/>'


def _odd(rule: str, name: str, edit: Edit, base: str = "sequenced") -> Defect:
    return warn(rule, name, edit, LATER, base)


def _rule(kind: str, condition: str, action: str) -> str:
    return (
        f"<imsss:{kind}ConditionRule><imsss:ruleConditions><imsss:ruleCondition {condition}/>"
        f"</imsss:ruleConditions>"
        f'<imsss:ruleAction action="{action}"/></imsss:{kind}ConditionRule>'
    )


def _skipped(action: str) -> Edit:
    """Let both leaves of the cluster always be skipped or disabled."""
    rules = f"<imsss:sequencingRules>{_rule('pre', _ALWAYS, action)}</imsss:sequencingRules>"

    def edit(data: bytes) -> bytes:
        for title in (b"<title>Flags</title>", b"<title>Lights</title>"):
            data = data.replace(title, title + f"<imsss:sequencing>{rules}</imsss:sequencing>".encode())
        return data

    return manifest(edit)


def _leaf(text: str, title: str = "Flags") -> Edit:
    """Give a leaf of the plain package this sequencing."""
    return after(f"<title>{title}</title>", f"<imsss:sequencing>{text}</imsss:sequencing>")


def _cluster(text: str) -> Edit:
    """Put more into the plain cluster's sequencing, behind its control mode."""
    return swap(
        '<imsss:sequencing><imsss:controlMode choice="true" flow="true"/></imsss:sequencing>',
        f'<imsss:sequencing><imsss:controlMode choice="true" flow="true"/>{text}</imsss:sequencing>',
    )


def _untracked(text: str) -> Edit:
    """Give every leaf of the plain package the same sequencing."""

    def edit(data: bytes) -> bytes:
        for title in (b"Tides", b"Flags", b"Lights"):
            mark = b"<title>" + title + b"</title>"
            data = data.replace(mark, mark + f"<imsss:sequencing>{text}</imsss:sequencing>".encode())
        return data

    return manifest(edit)


DEFECTS = (
    _odd("SEQ-015", "cluster-closed", swap(_CONTROL, '<imsss:controlMode choice="false" flow="false"/>')),
    _odd("SEQ-015", "flow-forgotten", swap(_CONTROL, '<imsss:controlMode choice="false"/>')),
    _odd("SEQ-016", "forward-only-previous", chain(swap('forwardOnly="false"', 'forwardOnly="true"'), swap(
        _LIGHTS_RULE, _rule("post", 'condition="completed"', "previous")))),
    _odd("SEQ-021", "control-mode-on-leaf", _leaf('<imsss:controlMode choice="true" flow="true"/>'), "plain"),
    _odd("SEQ-021", "randomization-on-leaf", _leaf(
        '<imsss:randomizationControls randomizationTiming="once" reorderChildren="true"/>'), "plain"),
    _odd("SEQ-022", "all-skipped", _skipped("skip"), "plain"),
    _odd("SEQ-022", "all-disabled", _skipped("disabled"), "plain"),
    _odd("SEQ-023", "retry-always", _leaf(
        f"<imsss:sequencingRules>{_rule('post', _ALWAYS, 'retry')}</imsss:sequencingRules>"), "plain"),
    _odd("SEQ-023", "retry-all-always", _leaf(
        f"<imsss:sequencingRules>{_rule('post', _ALWAYS, 'retryAll')}</imsss:sequencingRules>"), "plain"),
    _odd("SEQ-027", "stopped-for-ever", _leaf(
        f"<imsss:sequencingRules>{_rule('pre', _ALWAYS, 'stopForwardTraversal')}</imsss:sequencingRules>"),
        "plain"),
    _odd("SEQ-028", "untracked-measure", _leaf(
        "<imsss:sequencingRules>"
        + _rule("post", 'condition="objectiveMeasureGreaterThan" measureThreshold="0.5"', "exitAll")
        + '</imsss:sequencingRules><imsss:deliveryControls tracked="false"/>'), "plain"),
    _odd("SEQ-029", "retry-beyond-limit", swap('<imsss:limitConditions attemptLimit="3"/>',
        '<imsss:limitConditions attemptLimit="1"/>')),
    _odd("SEQ-030", "constrained-without-flow", chain(swap(_CONTROL,
        '<imsss:controlMode choice="true" flow="false"/>'), before(
        _CLUSTER_END, '<adlseq:constrainedChoiceConsiderations constrainChoice="true"/>'))),
    _odd("SEQ-031", "exit-all-by-habit", _leaf(
        f"<imsss:sequencingRules>{_rule('exit', _ALWAYS, 'exit')}"
        f"{_rule('post', _ALWAYS, 'exitAll')}</imsss:sequencingRules>"), "plain"),
    _odd("SEQ-032", "asset-first", chain(manifest(lambda data: data.replace(b'"sco" href="tides',
        b'"asset" href="tides')), _leaf(
        _SET_BY_CONTENT, "Tides")), "plain"),
    _odd("OBJ-011", "read-never-written", swap('targetObjectiveID="gl-skill" readSatisfiedStatus="true"',
        'targetObjectiveID="gl-other" readSatisfiedStatus="true"')),
    _odd("OBJ-011", "written-never-read", chain(drop(
        '<imsss:mapInfo targetObjectiveID="gl-skill" readSatisfiedStatus="true"\n                  '
        'readNormalizedMeasure="true"/>'))),
    _odd("OBJ-013", "measure-without-use", swap(' satisfiedByMeasure="true"', "")),
    _odd("OBJ-014", "map-untracked", swap(_SET_BY_CONTENT, '<imsss:deliveryControls tracked="false"/>')),
    _odd("ROL-004", "count-too-high", swap('minimumCount="1"', 'minimumCount="5"')),
    _odd("ROL-006", "rules-on-leaf", _leaf(
        '<imsss:rollupRules><imsss:rollupRule><imsss:rollupConditions><imsss:rollupCondition '
        'condition="completed"/>'
        '</imsss:rollupConditions><imsss:rollupAction action="completed"/></imsss:rollupRule>'
        '</imsss:rollupRules>'), "plain"),
    _odd("ROL-008", "nobody-tracked", _untracked('<imsss:deliveryControls tracked="false"/>'), "plain"),
    _odd("ROL-008", "nobody-contributes", _untracked(
        '<imsss:rollupRules rollupObjectiveSatisfied="false" rollupProgressCompletion="false"/>'), "plain"),
    _odd("ROL-011", "no-twin", _cluster(
        '<imsss:rollupRules><imsss:rollupRule childActivitySet="any"><imsss:rollupConditions>'
        '<imsss:rollupCondition condition="satisfied"/></imsss:rollupConditions>'
        '<imsss:rollupAction action="satisfied"/></imsss:rollupRule></imsss:rollupRules>'), "plain"),
    _odd("ROL-012", "weights-of-nothing", _untracked('<imsss:rollupRules objectiveMeasureWeight="0"/>'),
        "plain"),
    _odd("RND-001", "select-too-many", swap(_RANDOM,
        '<imsss:randomizationControls selectCount="5" selectionTiming="once"/>')),
    _odd("RND-003", "select-never", swap(_RANDOM, '<imsss:randomizationControls selectCount="1"/>')),
    _odd("RND-003", "reorder-never", swap(_RANDOM, '<imsss:randomizationControls reorderChildren="true"/>')),
    # The first half of the row, selection with rollup of all children, is right and needs no warning.
    _odd("RND-004", "objective-of-a-test-left-out", chain(
        _cluster('<imsss:randomizationControls selectCount="1" selectionTiming="once"/>'),
        _leaf('<imsss:objectives><imsss:primaryObjective objectiveID="a"><imsss:mapInfo '
        'targetObjectiveID="gl-a" '
              'readSatisfiedStatus="false" readNormalizedMeasure="false" writeSatisfiedStatus="true"/>'
              f'</imsss:primaryObjective></imsss:objectives>{_SET_BY_CONTENT}', "Lights"),
        _leaf("<imsss:sequencingRules>"
              + _rule("pre", 'referencedObjective="b" operator="not" condition="satisfied"', "disabled")
              + '</imsss:sequencingRules><imsss:objectives><imsss:primaryObjective/><imsss:objective '
              'objectiveID="b">'
              '<imsss:mapInfo targetObjectiveID="gl-a" readNormalizedMeasure="false"/></imsss:objective>'
              f'</imsss:objectives>{_SET_BY_CONTENT}', "Tides"),
    ), "plain"),
)  # fmt: skip
