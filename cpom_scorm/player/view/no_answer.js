/** What stands for an answer that nobody gave: no key takes it for right. */

/** @import { Response } from "../types.js" */

/** For kinds whose answers are texts; "-" is no number, which an empty text would be. @type {Record<string, string>} */
const TEXTS = { fill_in: "", numeric: "-" };

/**
 * @param {string} kind
 * @returns {Response}
 */
export function noAnswer(kind) {
  return TEXTS[kind] ?? [];
}
