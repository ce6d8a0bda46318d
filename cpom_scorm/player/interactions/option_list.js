/** Lists of radio buttons or checkboxes, one `label.opt` around each: for true_false, choice and hotspot. */

/** @import { Interaction, Translate } from "./kinds.js" */
import { optionSet } from "../responses.js";
import { gradeOf } from "./grade.js";
import { clearMarks, lockInputs, newMark } from "./marks.js";

/**
 * A set of options as the answer: what choice and hotspot share. The key is a list of option ids too.
 * @type {Interaction<string[], string[]>}
 */
export const selection = {
  /** Choosing more than is correct makes the whole larger, so that choosing everything earns little. */
  grade(key, response) {
    const right = response.filter((id) => key.includes(id)).length;
    return gradeOf(right, Math.max(key.length, response.length));
  },
  encode: optionSet,
  read(form) {
    const response = chosenValues(form);
    if (response.length > 0) return { response };
    const [field] = optionInputs(form);
    return { error: field.type === "radio" ? "question.error.one" : "question.error.many", field };
  },
  show: chooseValues,
  mark: (form, response, key, { reveal }, t) => markOptions(form, response, key, reveal, t),
  lock: lockInputs,
  chosen: (response) => response,
};

/**
 * @param {HTMLFormElement} form
 * @returns {HTMLInputElement[]}
 */
export function optionInputs(form) {
  return [...form.querySelectorAll("input")];
}

/**
 * @param {HTMLFormElement} form
 * @returns {string[]} the values chosen, in the order shown
 */
export function chosenValues(form) {
  return optionInputs(form)
    .filter((input) => input.checked)
    .map((input) => input.value);
}

/**
 * @param {HTMLFormElement} form
 * @param {string[]} values
 */
export function chooseValues(form, values) {
  for (const input of optionInputs(form)) input.checked = values.includes(input.value);
}

/**
 * @param {HTMLFormElement} form
 * @param {string[]} chosen
 * @param {string[]} correct
 * @param {boolean} reveal
 * @param {Translate} t
 */
export function markOptions(form, chosen, correct, reveal, t) {
  clearMarks(form);
  for (const input of optionInputs(form)) {
    const option = input.closest(".opt");
    const good = correct.includes(input.value);
    if (chosen.includes(input.value)) {
      option?.classList.add(good ? "good" : "bad");
      const words = t(good ? "question.mark.own_correct" : "question.mark.own_incorrect");
      option?.append(newMark(good ? "good" : "bad", words));
    } else if (reveal && good) {
      option?.append(newMark("good", t("question.mark.correct_answer")));
    }
  }
}
