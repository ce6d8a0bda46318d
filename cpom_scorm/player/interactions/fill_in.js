/** A word or a few, typed by the learner. */

/** @import { Interaction } from "./kinds.js" */
/** @import { WordsKey } from "./typed_words.js" */
import { freeText } from "../responses.js";
import { gradeOf } from "./grade.js";
import { clearMarks, lockInputs } from "./marks.js";
import { accepted, longestIn, readWords } from "./typed_words.js";
import { markField } from "./verdicts.js";

/** @type {Interaction<string, WordsKey>} */
export const fillIn = {
  grade: (key, response) => gradeOf(accepted(key, response) ? 1 : 0, 1),
  encode: freeText,
  read(form) {
    const field = fieldOf(form);
    const { text: response, error } = readWords(field.value, longestIn(field));
    return error ? { error, field, ...(response && { response }) } : { response };
  },
  show(form, response) {
    fieldOf(form).value = response;
  },
  mark(form, response, key, { reveal }, t) {
    clearMarks(form);
    markField(fieldOf(form), accepted(key, response), reveal && key.accept[0], t);
  },
  lock: lockInputs,
};

/** @param {HTMLFormElement} form */
function fieldOf(form) {
  return /** @type {HTMLInputElement} */ (form.querySelector("input"));
}
