/** Marks beside answers: an icon and words, never a color alone (A11Y-03); and taking them off again. */

/** @import { Translate } from "./kinds.js" */

/** @typedef {"good" | "bad"} Tone */

const SVG = "http://www.w3.org/2000/svg";

/**
 * @param {Tone} tone
 * @param {string} words
 * @returns {HTMLElement}
 */
export function newMark(tone, words) {
  const icon = document.createElementNS(SVG, "svg");
  icon.setAttribute("class", "i");
  icon.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", tone === "good" ? "#i-ok" : "#i-no");
  icon.append(use);
  const mark = document.createElement("span");
  mark.className = `mark ${tone}`;
  mark.append(icon, words);
  return mark;
}

/**
 * @param {boolean} good
 * @param {Translate} t
 */
export function newVerdict(good, t) {
  return good ? newMark("good", t("question.mark.correct")) : newMark("bad", t("question.mark.incorrect"));
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
  for (const input of form.querySelectorAll("input, select")) input.toggleAttribute("disabled", locked);
  if (!locked) clearMarks(form);
}
