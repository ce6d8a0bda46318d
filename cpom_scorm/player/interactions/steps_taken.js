/** Which steps of a scenario a learner has taken, and which comes next. Paths only lead forward. */

/**
 * @typedef {object} ScenarioKey
 * @property {string[]} best the steps that the best decisions lead through
 * @property {Record<string, string>} correct the best decision of every step, in the author's order
 * @property {Record<string, string>} next `step/option` to the step it leads to, empty for none; left out where
 *   that is simply the next one
 */

/**
 * @param {ScenarioKey} key
 * @param {Record<string, string>} response
 * @returns {{taken: string[], open: string}} `open`: the step to answer now; empty once the scenario has ended
 */
export function walk({ correct, next }, response) {
  const steps = Object.keys(correct);
  /** @type {string[]} */
  const taken = [];
  for (let at = 0; at >= 0 && at < steps.length; ) {
    const step = steps[at];
    if (!Object.hasOwn(response, step)) return { taken, open: step };
    taken.push(step);
    const target = next[`${step}/${response[step]}`];
    at = target === undefined ? at + 1 : steps.indexOf(target, at + 1);
  }
  return { taken, open: "" };
}
