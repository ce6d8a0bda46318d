"""Rules on items and on the settings and navigation elements in them."""

from __future__ import annotations

from cpom_scorm.package.manual import declare

ITEM_TITLE = declare(
    "ITM-005",
    "item-title",
    "CAM 3.4.1; REQ_30.6.3.6.6",
    what="An item has no title, two titles, or (a warning) a blank one.",
    why="Menus show an empty line; Open edX stops the import.",
    example='`<item identifier="i1" identifierref="r1"/>`',
    fix="Give the item one `<title>` as its first child.",
)
ITEM_VISIBLE = declare(
    "ITM-006",
    "item-isvisible",
    "XSD xs:boolean",
    what="`isvisible` is no boolean. `1` and `0` are a warning: the conformance suite wants words.",
    why="Open edX shows only items that say `true`; others hide or show the item as they guess.",
    example='`isvisible="yes"`',
    fix='Write `isvisible="true"` or `isvisible="false"`.',
)
PREREQUISITES_TYPE = declare(
    "ITM-014",
    "prerequisites-type",
    "SCORM 1.2 CAM 2.3.5; adlcp_rootv1p2 XSD",
    what='`adlcp:prerequisites` has no `type="aicc_script"`, or more than 200 characters.',
    why="Schema checks refuse it.",
    example="`<adlcp:prerequisites>i1</adlcp:prerequisites>`",
    fix='Write `<adlcp:prerequisites type="aicc_script">i1</adlcp:prerequisites>`.',
)
THRESHOLD_ATTRIBUTES = declare(
    "ITM-019",
    "completion-threshold-attributes",
    "SCORM 2004 4th CAM 3.4.1; XSD",
    what="`minProgressMeasure` or `progressWeight` is no decimal from 0 to 1, or `completedByMeasure` is no "
    "boolean.",
    why="LMSs ignore the threshold or never mark the item complete.",
    example='`<adlcp:completionThreshold minProgressMeasure="80"/>`',
    fix='Write a fraction: `minProgressMeasure="0.8"`.',
)
THRESHOLD_TWICE = declare(
    "ITM-020",
    "completion-threshold-twice",
    "SCORM 2004 4th CAM 3.4.1",
    what="A completion threshold has both attributes and text.",
    why="The 4th edition reads the attributes, older readers the text: two thresholds in one place.",
    example='`<adlcp:completionThreshold minProgressMeasure="0.8">0.5</adlcp:completionThreshold>`',
    fix="Keep the attributes and remove the text.",
)
OLD_ELEMENT = declare(
    "ITM-023",
    "old-generation-element",
    "CAM 3.4.1",
    what="A manifest of SCORM 2004 has an ADL element that only SCORM 1.2 knows.",
    why="LMSs skip it; the schema of the 4th edition lets it pass silently.",
    example="`<adlcp:masteryscore>80</adlcp:masteryscore>` in SCORM 2004.",
    fix="Use what 2004 has for it: `dataFromLMS`, `timeLimitAction`, `minNormalizedMeasure` or sequencing "
    "rules.",
)
NEW_ELEMENT = declare(
    "ITM-024",
    "new-generation-element",
    "SCORM 1.2 CAM 2.3",
    what="A manifest of SCORM 1.2 has sequencing or navigation elements of SCORM 2004.",
    why="Nothing in SCORM 1.2 obeys them, and schema checks refuse the package.",
    example="`<imsss:sequencing>` in an item of SCORM 1.2.",
    fix="Remove them, or make a SCORM 2004 package.",
)
SHARED_DATA = declare(
    "ITM-025",
    "shared-data-form",
    "SCORM 2004 4th CAM 3.4.1; REQ_30.6.3.7.14",
    what="`adlcp:data` has no `map` or stands on an item that launches nothing, a `map` has no `targetID`, a "
    "blank one or that of another `map` of the item, or its read or write setting is no boolean.",
    why="The SCO does not get the data store and its calls fail.",
    example="`<adlcp:data/>`",
    fix='Write `<adlcp:data><adlcp:map targetID="store-1"/></adlcp:data>`.',
)
LATER_EDITION = declare(
    "ITM-026",
    "later-edition-feature",
    "SCORM 2004 4th CAM 3.4",
    what="A manifest of the 2nd or 3rd edition uses what came with the 4th: `adlcp:data`, "
    "`sharedDataGlobalToSystem`, attributes of `completionThreshold`.",
    why="LMSs of the older edition refuse the package or skip it.",
    example='`<adlcp:completionThreshold minProgressMeasure="0.8"/>` in the 3rd edition.',
    fix="Use the form of the older edition, or name the 4th edition in `schemaversion`.",
)
SETTING_TWICE = declare(
    "ITM-027",
    "item-setting-twice",
    "CAM 3.4.1; REQ_30.6.3.6.9 to 30.6.3.6.14",
    what="An ADL element stands twice in one parent.",
    why="LMSs take the first or the last; schemas do not notice.",
    example="Two `adlcp:dataFromLMS` in one item.",
    fix="Keep one.",
)
SETTING_PLACE = declare(
    "ITM-028",
    "item-setting-place",
    "CAM 3.4.1; REQ_30.6.3.6.9.1",
    what="An ADL element stands in another parent than the edition allows.",
    why="LMSs look for it in its own parent only, and skip it elsewhere.",
    example="`adlcp:dataFromLMS` in a `resource`.",
    fix="Move it to the item that it is meant for.",
)
PRESENTATION_PLACE = declare(
    "NAV-001",
    "presentation-without-resource",
    "SN 5.6; REQ_33.2",
    what="An item that launches nothing says which controls of the LMS are hidden.",
    why="The controls are shown beside content; an item without a resource shows none. The conformance suite "
    "fails the package.",
    example="`adlnav:presentation` in an item that only groups others.",
    fix="Move it to the items that have an `identifierref`.",
)
HIDDEN_CONTROL = declare(
    "NAV-002",
    "hidden-control-name",
    "SN 5.6; adlnav XSD",
    what="`hideLMSUI` names no control of the edition: `previous`, `continue`, `exit`, `abandon` and, from "
    "the 3rd edition on, `exitAll`, `abandonAll`, `suspendAll`.",
    why="The LMS shows the control that was to be hidden.",
    example="`<adlnav:hideLMSUI>next</adlnav:hideLMSUI>`",
    fix="Write one of these names.",
)
NAVIGATION_PLACE = declare(
    "NAV-003",
    "navigation-place",
    "SN 5.6; REQ_33",
    what="A navigation element stands elsewhere than `presentation` in `item`, `navigationInterface` in it, "
    "`hideLMSUI` in that.",
    why="LMSs skip it and show all their controls.",
    example="`<item …><adlnav:hideLMSUI>exit</adlnav:hideLMSUI></item>`",
    fix="Nest it: `presentation`, `navigationInterface`, `hideLMSUI`.",
)
NAVIGATION_TWICE = declare(
    "NAV-004",
    "navigation-twice",
    "SN 5.6; REQ_33",
    what="An item has two `presentation` elements, or one of these two `navigationInterface`.",
    why="LMSs take one of them and show the controls that the other hides.",
    example="One `presentation` for each hidden control.",
    fix="Put all `hideLMSUI` into one `navigationInterface`.",
)
