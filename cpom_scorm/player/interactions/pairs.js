/** Pairs of an id and another: what matching and categorise share. */

import { gradeOf } from "./grade.js";

/**
 * @param {Record<string, string>} key
 * @param {Record<string, string>} response
 */
export function gradePairs(key, response) {
  const sources = Object.keys(key);
  const right = sources.filter((source) => response[source] === key[source]).length;
  const wrong = sources.filter((source) => response[source] !== undefined).length - right;
  return gradeOf(right, sources.length, wrong);
}
