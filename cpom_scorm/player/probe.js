/** Asks the LMS's server for a file of the package: proof that it is there and still knows the learner (RUN-30). */

/** @import { Clock } from "./types.js" */
/** @typedef {"match" | "other" | "unreachable" | "unsure"} Finding */

const PATIENCE_MS = 10000;

/**
 * @param {Window & { fetch?: typeof fetch }} window
 * @param {string} token what the file holds
 * @param {Clock} clock
 * @returns {() => Promise<Finding>} `other`: somebody else's answer, such as a sign-in page; `unsure`: this server, or opening from disk, does not allow the question
 */
export function createProbe(window, token, clock) {
  let answeredBefore = false;
  /** @returns {Promise<Finding>} */
  const ask = async () => {
    const answer = await window.fetch("probe.txt", { cache: "no-store" });
    if (!answer.ok) return answeredBefore ? "other" : "unsure";
    const isOurs = (await answer.text()).trim() === token;
    answeredBefore ||= isOurs;
    return isOurs ? "match" : "other";
  };
  return () => {
    if (!/^https?:$/.test(window.location.protocol)) return Promise.resolve("unsure");
    return new Promise((resolve) => {
      clock.later(() => resolve("unsure"), PATIENCE_MS);
      ask().then(resolve, () => resolve("unreachable"));
    });
  };
}
