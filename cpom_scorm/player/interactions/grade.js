/** How right an answer is, for every kind. */

/** @import { Result } from "../types.js" */

/**
 * How much of an answer is right. Always `fraction === right / total`.
 * @typedef {object} Grade
 * @property {number} fraction 0 to 1, before the partial-credit rule
 * @property {number} right
 * @property {number} total
 * @property {Result} result
 */

/**
 * @param {number} right parts that are right
 * @param {number} total parts that there are, at least 1
 * @returns {Grade}
 */
export function gradeOf(right, total) {
  const result = right === total ? "correct" : right > 0 ? "partly" : "incorrect";
  return { fraction: right / total, right, total, result };
}
