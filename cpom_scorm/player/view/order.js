/** Orders that look random but come from a stored number, so that coming back shows the same (RUN-41). */

/** @import { CourseData } from "../types.js" */
import { KINDS } from "../interactions/kinds.js";
import { ranked } from "../ranked.js";

/**
 * @param {number} seed
 * @param {string} name what is ordered, so that two lists with one seed differ
 * @returns {(count: number) => number[]} the old place for each new place
 */
export function seededOrder(seed, name) {
  return (count) => ranked([...Array(count).keys()], seed, name);
}

/**
 * Shuffle the options of a fresh form, where its question allows it.
 * @param {CourseData} course
 * @param {HTMLFormElement} form
 * @param {number} seed
 */
export function shuffleOptions({ questions }, form, seed) {
  const id = form.dataset.question ?? "";
  const { kind, shuffle } = questions[id];
  if (shuffle) KINDS[kind].shuffle?.(form, seededOrder(seed, id));
}
