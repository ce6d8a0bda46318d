/** Which of a quiz's finished attempts counts. */

/** @import { QuizProgress } from "../types.js" */

/**
 * @param {string} policy best, last or first
 * @param {QuizProgress} progress with a finished attempt
 * @returns {number} its place among those that are remembered, the newest at 0; none there where it is forgotten
 */
export function countedAttempt(policy, { attempts, counted, pastAttempts }) {
  if (policy === "last") return 0;
  if (policy === "first") return attempts - 1;
  // Reached again, the best score still counts from the day it was first reached.
  return pastAttempts.map(({ score }) => score).lastIndexOf(counted ?? 0);
}
