/** What blocks do beyond their markup: each begins once its page is made. The only place that lists them. */

/** @import { Context } from "../view/context.js" */
import { startBuilder } from "./builder.js";
import { startCalculator } from "./calculator.js";
import { startChecklist } from "./checklist.js";
import { startComparison } from "./comparison.js";
import { startFigure } from "./figure.js";
import { keepTexts } from "./kept_texts.js";
import { startOrgChart } from "./org_chart.js";
import { startRecording } from "./recording.js";
import { startResponsibilityExercise } from "./responsibility_exercise.js";
import { startScenario } from "./scenario.js";
import { startSelfRatings } from "./self_ratings.js";
import { startTabs } from "./tabs.js";

/**
 * `node` is the element with `data-block`, complete without script and not yet in the document. What it gives
 * keeps at once what the learner did, and runs when the view is left. `key` is what the block is checked by.
 * @typedef {(node: HTMLElement, context: Context, key?: Record<string, string>) => (() => void) | void} StartBlock
 */

/** @type {Record<string, StartBlock>} */
export const BLOCKS = {
  comparison: startComparison,
  figure: startFigure,
  tabs: startTabs,
  org_chart: startOrgChart,
  scenario: startScenario,
  calculator: startCalculator,
  self_ratings: startSelfRatings,
  checklist: startChecklist,
  reflection: keepTexts,
  builder: startBuilder,
  responsibility_exercise: startResponsibilityExercise,
  video: startRecording,
  audio: startRecording,
};
