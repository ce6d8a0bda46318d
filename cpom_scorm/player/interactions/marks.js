/** Marks beside answers: an icon and words, never a color alone (A11Y-03); and taking them off again. */

/** @import { Translate } from "./kinds.js" */
import { element, icon } from "../view/elements.js";

/**
 * @param {"good" | "bad"} tone
 * @param {string} words
 */
export function newMark(tone, words) {
  return element("span", { class: `mark ${tone}` }, icon(tone === "good" ? "ok" : "no"), words);
}

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

/** @param {HTMLFormElement} form */
export function clearMarks(form) {
  for (const mark of form.querySelectorAll("fieldset :is(.mark, .answer)")) mark.remove();
  for (const marked of form.querySelectorAll("fieldset :is(.good, .bad)"))
    marked.classList.remove("good", "bad");
}

/**
 * @param {HTMLFormElement} form
 * @param {boolean} locked
 */
export function lockInputs(form, locked) {
  form.toggleAttribute("data-done", locked);
  const inputs = form.querySelectorAll("fieldset :is(input, select, textarea, button)");
  for (const input of inputs) input.toggleAttribute("disabled", locked);
  if (!locked) clearMarks(form);
}
