/** Lists of radio buttons or checkboxes, one `label.opt` around each: what true_false and choice share. */

/** @import { Translate } from "./kinds.js" */
import { clearMarks, newMark } from "./marks.js";

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

/**
 * @param {HTMLFormElement} form
 * @param {(count: number) => number[]} order
 */
export function shuffleOptions(form, order) {
  const list = form.querySelector(".opts");
  const options = [...(list?.children ?? [])];
  list?.append(...order(options.length).map((index) => options[index]));
}
