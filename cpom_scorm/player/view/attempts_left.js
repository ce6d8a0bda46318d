/** How many attempts a learner still has, where the author set a limit. */

/** @import { Translate } from "../interactions/kinds.js" */
/** @import { QuizData, QuizProgress } from "../types.js" */
import { element } from "./elements.js";

/**
 * @param {Translate} t
 * @param {QuizData} quiz
 * @param {QuizProgress} progress
 * @returns {HTMLElement | null} null where there is no limit
 */
export function limit(t, quiz, progress) {
  if (quiz.attempts === null) return null;
  const left = quiz.attempts - progress.attempts;
  return element("p", {}, left > 0 ? t("result.left", { count: left }) : t("result.none_left"));
}
