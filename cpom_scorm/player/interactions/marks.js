/** Marks beside answers: an icon and words, never a color alone (A11Y-03); and taking them off again. */

import { element, icon } from "../view/elements.js";

const ICONS = { good: "ok", warn: "part", bad: "no" };

/**
 * @param {keyof typeof ICONS} tone
 * @param {string | Node} words
 */
export function newMark(tone, words) {
  return element("span", { class: `mark ${tone}` }, icon(ICONS[tone]), words);
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
