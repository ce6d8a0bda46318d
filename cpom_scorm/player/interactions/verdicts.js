/** Verdicts on parts of an answer: what kinds without options tell beside their fields and lines. */

/** @import { Translate } from "./kinds.js" */
import { newMark } from "./marks.js";

/**
 * @param {boolean} good
 * @param {Translate} t
 */
export function newVerdict(good, t) {
  return good ? newMark("good", t("question.mark.correct")) : newMark("bad", t("question.mark.incorrect"));
}

/**
 * Marks the one field of a form.
 * @param {HTMLElement} field
 * @param {boolean} good
 * @param {string | false} answer the correct one, if it is to be told
 * @param {Translate} t
 */
export function markField(field, good, answer, t) {
  field.classList.add(good ? "good" : "bad");
  field.closest(".row")?.append(newVerdict(good, t), ...(good || !answer ? [] : [newAnswer(answer, t)]));
}

/**
 * @param {string} answer
 * @param {Translate} t
 */
export function newAnswer(answer, t) {
  return newMark("good", t("question.mark.answer_is", { answer }));
}
