/** A decision for each step of a scenario that was reached. */

/** @import { Part } from "../record_layout.js" */
/** @import { ResponseBits } from "../record_responses.js" */
import { idsOf } from "./ids.js";
import { putPairs, takePairs } from "./pairs.js";

/** @type {ResponseBits} */
export const decisionPath = {
  put: (put, response, part) => putPairs(put, response, idsOf(part, "step"), (step) => decisions(part, step)),
  take: (take, part) => takePairs(take, idsOf(part, "step"), (step) => decisions(part, step)),
};

/**
 * @param {Part} part
 * @param {string} step
 */
function decisions(part, step) {
  const own = idsOf(part, "answer").filter((answer) => answer.startsWith(`${step}/`));
  return own.map((answer) => answer.slice(step.length + 1));
}
