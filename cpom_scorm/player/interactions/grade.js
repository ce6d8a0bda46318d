/** How right an answer is, for every kind. */

/** @import { Result } from "../types.js" */

/**
 * How much of an answer is right. Always `fraction === right / total`.
 * @typedef {object} Grade
 * @property {number} fraction 0 to 1, before the credit rule
 * @property {number} right
 * @property {number} wrong parts that were answered, and wrongly
 * @property {number} total
 * @property {Result} result
 */

/**
 * @param {number} right parts that are right
 * @param {number} total parts that there are, at least 1
 * @param {number} wrong where some parts may be without an answer
 * @returns {Grade}
 */
export function gradeOf(right, total, wrong = total - right) {
  const result = right === total ? "correct" : right > 0 ? "partly" : "incorrect";
  return { fraction: right / total, right, wrong, total, result };
}

/**
 * What cannot be right or wrong.
 * @returns {Grade}
 */
export function ungraded() {
  return { fraction: 0, right: 0, wrong: 0, total: 1, result: "neutral" };
}
