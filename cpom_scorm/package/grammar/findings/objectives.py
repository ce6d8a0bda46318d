"""Rules on the form of objectives and of the controls that end sequencing."""

from __future__ import annotations

from cpom_scorm.package.manual import declare

_IGNORED = (
    "LMSs skip what they cannot read, so status and score go another way than the one that was designed."
)

OBJECTIVE_ID = declare(
    "OBJ-001",
    "objective-id-missing",
    "SN 5.7; imsss XSD",
    what="An `objective` has no `objectiveID`.",
    why="Content finds its objectives by id; schema checks refuse the package.",
    example='`<imsss:objective satisfiedByMeasure="true"/>`',
    fix='Give it one: `objectiveID="overview"`.',
)
OBJECTIVE_TWICE = declare(
    "OBJ-002",
    "activity-objective-twice",
    "SN 5.7; REQ_31.10.1.2.3",
    what="Two objectives of one activity have the same `objectiveID`.",
    why="The LMS keeps one record for both: a result that belongs to one shows in the other.",
    example="A primary objective and an objective that are both called `overview`.",
    fix="Give each objective of the activity an id of its own.",
)
PRIMARY_ID = declare(
    "OBJ-003",
    "primary-objective-id",
    "SN 5.7; REQ_31.10.1.2.2",
    what="A primary objective has a map but no `objectiveID`.",
    why="The map has nothing to connect; the conformance suite fails the package.",
    example='`<imsss:primaryObjective><imsss:mapInfo targetObjectiveID="g"/></imsss:primaryObjective>`',
    fix="Give the primary objective an `objectiveID`.",
)
READ_TWICE = declare(
    "OBJ-004",
    "objective-reads-twice",
    "SN 5.7; REQ_31.10.1.4.6",
    what="Two maps of one objective read the satisfied status, or the measure. Both are read by default.",
    why="Which of the two global objectives counts differs between LMSs.",
    example="Two `mapInfo` that only name their `targetObjectiveID`.",
    fix='Write `readSatisfiedStatus="false" readNormalizedMeasure="false"` on all but one.',
)
WRITTEN_TWICE = declare(
    "OBJ-005",
    "target-written-twice",
    "SN 5.7; REQ_31.10.1.4.7",
    what="Two objectives of one activity write the same value of one global objective.",
    why="The one that is written last wins, and that differs between LMSs.",
    example='Two objectives with `writeSatisfiedStatus="true"` for the target `course`.',
    fix="Let one of them write, or give them different targets.",
)
PASS_MEASURE = declare(
    "OBJ-006",
    "pass-measure",
    "SN 5.7; imsss XSD",
    what="`minNormalizedMeasure` is no decimal from -1 to 1.",
    why="It is the pass mark as a fraction. With 80 nobody ever passes, or the LMS takes 1.0.",
    example="`<imsss:minNormalizedMeasure>80</imsss:minNormalizedMeasure>`",
    fix="Write a fraction: `0.8`.",
)
PRIMARY_OBJECTIVE = declare(
    "OBJ-007",
    "primary-objective",
    "SN 5.7; imsss XSD",
    what="`objectives` has not exactly one `primaryObjective`.",
    why="The primary objective carries the status of the activity; empty objectives make Moodle print "
    "warnings.",
    example="`<imsss:objectives/>`",
    fix="Put one `<imsss:primaryObjective/>` first, or remove `objectives`.",
)
EXTENDED_OBJECTIVE = declare(
    "OBJ-008",
    "extended-objective-form",
    "SCORM 2004 4th SN 5.8; REQ_31.15.2.1.4",
    what="An `adlseq:objective` has no `objectiveID` or no `mapInfo`, names no objective of the same "
    "sequencing, or one that another has named; or `adlseq:objectives` is empty.",
    why=_IGNORED,
    example='`<adlseq:objective objectiveID="o1"/>`',
    fix="Add a `mapInfo` to each objective, or remove `adlseq:objectives`.",
)
BLANK_REFERENCE = declare(
    "OBJ-009",
    "reference-blank",
    "SN 5.7; REQ_31.10.1.2.4",
    what="An objective id, target or reference is blank. Schemas let white space pass.",
    why="Two blank names are one name: status leaks from one objective to another.",
    example='`<imsss:objective objectiveID=" "/>`',
    fix="Name it, or remove the attribute.",
)
MAP_TARGET = declare(
    "OBJ-010",
    "map-target",
    "SN 5.7; imsss XSD",
    what="A `mapInfo` has no `targetObjectiveID`; or, in the 2nd edition, an objective has two `mapInfo`.",
    why="The map connects the objective with nothing.",
    example='`<imsss:mapInfo readSatisfiedStatus="true"/>`',
    fix="Name the global objective in `targetObjectiveID`.",
)
LATER_OBJECTIVES = declare(
    "OBJ-012",
    "extended-objectives-edition",
    "SCORM 2004 4th SN 5.8",
    what="`adlseq:objectives` is used in a manifest of the 2nd or 3rd edition.",
    why="It came with the 4th edition; older LMSs refuse the package or skip it.",
    example="`<adlseq:objectives>` in the 3rd edition.",
    fix="Remove it, or name the 4th edition in `schemaversion`.",
)
RANDOM_TIMING = declare(
    "RND-002",
    "randomization-value",
    "SN 5.8; imsss XSD",
    what="A timing of randomization is none of `never`, `once`, `onEachNewAttempt`; `selectCount` is no "
    "whole number, or `reorderChildren` no boolean.",
    why="Nothing is selected or reordered.",
    example='`<imsss:randomizationControls randomizationTiming="always"/>`',
    fix="Write one of the three words.",
)
DELIVERY_VALUE = declare(
    "DEL-001",
    "delivery-control-value",
    "SN 5.9; imsss XSD",
    what="An attribute of `deliveryControls` is no boolean.",
    why="LMSs take the default: the activity is tracked and completes by itself.",
    example='`<imsss:deliveryControls completionSetByContent="yes"/>`',
    fix="Write `true` or `false`.",
)
CHOICE_VALUE = declare(
    "CCC-001",
    "constrained-choice-value",
    "SN 5.11; REQ_31.13",
    what="An attribute of `constrainedChoiceConsiderations` is no boolean.",
    why=_IGNORED,
    example='`<adlseq:constrainedChoiceConsiderations constrainChoice="yes"/>`',
    fix="Write `true` or `false`.",
)
