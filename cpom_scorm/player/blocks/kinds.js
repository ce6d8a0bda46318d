/** What blocks do beyond their markup: each begins once its page is made. The only place that lists them. */

/** @import { Context } from "../view/context.js" */
import { startComparison } from "./comparison.js";
import { startOrgChart } from "./org_chart.js";
import { startScenario } from "./scenario.js";
import { startTabs } from "./tabs.js";

/**
 * `node` is the element with `data-block`, complete without script and not yet in the document.
 * @typedef {(node: HTMLElement, context: Context) => void} StartBlock
 */

/** @type {Record<string, StartBlock>} */
export const BLOCKS = {
  comparison: startComparison,
  tabs: startTabs,
  org_chart: startOrgChart,
  scenario: startScenario,
};
