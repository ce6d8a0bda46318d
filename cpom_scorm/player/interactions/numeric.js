/** A number typed by the learner. The key holds the target and both ends of what counts as correct. */

/** @import { Interaction } from "./kinds.js" */
/** @import { DecimalMark } from "./number_text.js" */
import { gradeOf } from "./grade.js";
import { clearMarks, lockInputs, markField } from "./marks.js";
import { readNumber } from "./number_text.js";

const ERRORS = {
  missing: "question.error.number_missing",
  unclear: "question.error.number_unclear",
  long: "question.error.number_long",
};

/** @typedef {{correct: string, min: string, max: string}} NumericKey */

/** @type {Interaction<string, NumericKey>} */
export const numeric = {
  grade: (key, response) => gradeOf(isWithin(key, response) ? 1 : 0, 1),
  encode: (response) => response,
  read(form) {
    const field = fieldOf(form);
    const read = readNumber(field.value, decimalMark(form));
    if (read.error) return { error: ERRORS[read.error], field };
    return { response: read.number };
  },
  show(form, response) {
    fieldOf(form).value = response.replace(".", decimalMark(form));
  },
  mark(form, response, key, { reveal }, t) {
    clearMarks(form);
    const answer = reveal && key.correct.replace(".", decimalMark(form));
    markField(fieldOf(form), isWithin(key, response), answer, t);
  },
  lock: lockInputs,
};

/**
 * @param {NumericKey} key
 * @param {string} response
 */
function isWithin({ min, max }, response) {
  return Number(min) <= Number(response) && Number(response) <= Number(max);
}

/** @param {HTMLFormElement} form */
function fieldOf(form) {
  return /** @type {HTMLInputElement} */ (form.querySelector("input"));
}

/**
 * @param {HTMLFormElement} form
 * @returns {DecimalMark}
 */
function decimalMark(form) {
  const language = form.closest("[lang]")?.getAttribute("lang") ?? "en";
  try {
    return (0.5).toLocaleString(language).includes(",") ? "," : ".";
  } catch {
    return "."; // A tag that no browser knows.
  }
}
