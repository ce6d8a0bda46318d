/**
 * Which questions an attempt asks, and in which order: worked out from the attempt's seed and the questions' own
 * ids, so that the record holds no list and a course published anew moves nothing that it need not.
 */

/** @import { Progress, SectionData } from "./types.js" */
import { DRAWS } from "./draws.js";
import { ranked } from "./ranked.js";

/**
 * Give the questions of the open or last attempt, in the order shown.
 * @param {SectionData} section
 * @param {Pick<Progress, "quizzes" | "answers">} progress
 * @returns {string[]}
 */
export function questionsAsked({ id, quiz }, { quizzes, answers }) {
  if (!quiz) return [];
  const seed = quizzes[id]?.seed ?? 0;
  const asked = [...quiz.questions, ...(DRAWS.pools?.drawn(quiz.pools, seed, answers) ?? [])];
  return quiz.shuffle ? ranked(asked, seed, id) : asked;
}
