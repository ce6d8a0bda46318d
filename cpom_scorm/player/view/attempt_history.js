/** The latest finished attempts of a quiz, and which of them counts. */

/** @import { Context } from "./context.js" */
/** @import { QuizData, QuizProgress } from "../types.js" */
import { wallTime } from "../clock.js";
import { countedAttempt } from "./counted_attempt.js";
import { element, span } from "./elements.js";
import { scoreText } from "./progress.js";
import { clockText } from "./strings.js";

/** @type {Intl.DateTimeFormatOptions} */
const WHEN = { dateStyle: "medium", timeStyle: "short" };

/**
 * @param {Context} context
 * @param {QuizData} quiz
 * @param {QuizProgress} progress
 * @returns {HTMLElement[]} nothing before the second attempt
 */
export function history({ course, t }, quiz, progress) {
  const { attempts, pastAttempts: finished } = progress;
  if (finished.length < 2) return [];
  const counts = countedAttempt(course.scoring.counted, progress);
  const rows = finished.map(({ score, at }, place) =>
    element(
      "li",
      {},
      span(t("result.attempt", { number: attempts - place })),
      span(clockText(wallTime(at), course.locale, WHEN)),
      element("b", {}, scoreText(t, quiz, score)),
      place === counts && span(t("result.this_counts"), "state good"),
    ),
  );
  return [element("h2", {}, t("result.history")), element("ul", { class: "attempts num" }, ...rows)];
}
