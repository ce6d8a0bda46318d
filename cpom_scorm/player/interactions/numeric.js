/** A number typed by the learner. The key holds the target and both ends of what counts as correct. */

/** @import { Interaction } from "./kinds.js" */
import { gradeOf } from "./grade.js";
import { clearMarks, lockInputs } from "./marks.js";
import { NUMBER_ERRORS, NUMBER_HINTS, numberText, readNumber } from "./number_text.js";
import { markField } from "./verdicts.js";

/** @typedef {{correct: string, min: string, max: string}} NumericKey */

/** @type {Interaction<string, NumericKey>} */
export const numeric = {
  grade: (key, response) => gradeOf(isWithin(key, response) ? 1 : 0, 1),
  encode: (response) => response,
  read(form) {
    const field = fieldOf(form);
    const read = readNumber(field.value, localeOf(field));
    if (read.error) return { error: NUMBER_ERRORS[read.error], values: NUMBER_HINTS, field };
    return { response: read.number };
  },
  show(form, response) {
    const field = fieldOf(form);
    // An answer that was taken back is no 0.
    field.value = response && numberText(response, localeOf(field));
  },
  mark(form, response, key, { reveal }, t) {
    clearMarks(form);
    const field = fieldOf(form);
    const answer = reveal && numberText(key.correct, localeOf(field));
    markField(field, isWithin(key, response), answer, t);
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

/** @param {HTMLElement} field */
function localeOf(field) {
  return field.dataset.locale ?? "en";
}
