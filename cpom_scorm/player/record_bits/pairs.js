/** A choice for each of several lines: what it chose, + 1; 0 for none. */

/** @import { Response } from "../types.js" */
/** @import { Put, Take } from "../record_responses.js" */
import { widthFor } from "../bits.js";

/**
 * @param {Put} put
 * @param {Response} response by line
 * @param {string[]} lines
 * @param {(line: string) => string[]} choices what a line can choose
 */
export function putPairs(put, response, lines, choices) {
  const pairs = typeof response === "object" ? /** @type {Record<string, string>} */ (response) : {};
  for (const line of lines) {
    const open = choices(line);
    put(open.indexOf(pairs[line]) + 1, widthFor(open.length));
  }
}

/**
 * @param {Take} take
 * @param {string[]} lines
 * @param {(line: string) => string[]} choices
 * @returns {Record<string, string>}
 */
export function takePairs(take, lines, choices) {
  /** @type {Record<string, string>} */
  const pairs = {};
  for (const line of lines) {
    const open = choices(line);
    const chosen = open[take(widthFor(open.length)) - 1];
    if (chosen !== undefined) pairs[line] = chosen;
  }
  return pairs;
}
