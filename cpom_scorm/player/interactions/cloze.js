/**
 * Gaps in a running text, to type into or to choose for. The answer maps gap ids to texts; gaps that are still
 * empty are left out. Checked gaps are text, so that the whole can be read as it runs.
 */

/** @import { Interaction } from "./kinds.js" */
import { freeText } from "../responses.js";
import { element } from "../view/elements.js";
import { gradeOf } from "./grade.js";
import { clearMarks, lockInputs } from "./marks.js";
import { accepted, longestIn, readWords } from "./typed_words.js";
import { newAnswer, newVerdict } from "./verdicts.js";

/** @typedef {{accept: Record<string, string[]>, case_matters: boolean}} GapsKey */

/** @type {Interaction<Record<string, string>, GapsKey>} */
export const cloze = {
  grade(key, response) {
    const gaps = Object.keys(key.accept);
    const filled = gaps.filter((gap) => textIn(response, gap));
    const right = filled.filter((gap) => isRight(key, response, gap)).length;
    return gradeOf(right, gaps.length, filled.length - right);
  },
  encode: freeText,
  read(form) {
    const found = gapsOf(form).map((gap) => ({
      ...gap,
      ...readWords(gap.field.value, longestIn(gap.field)),
    }));
    const filled = found.filter(({ text }) => text);
    const response = Object.fromEntries(filled.map(({ id, text }) => [id, text]));
    const open = found.find(({ error }) => error);
    if (!open?.error) return { response };
    const error = open.text ? open.error : "question.error.gaps";
    return { error, field: open.field, ...(filled.length > 0 && { response }) };
  },
  show(form, response) {
    for (const { id, field } of gapsOf(form)) field.value = textIn(response, id);
  },
  mark(form, response, key, { reveal }, t) {
    clearMarks(form);
    for (const { id, place } of gapsOf(form)) {
      const good = isRight(key, response, id);
      place.querySelector(".chosen")?.classList.add(good ? "good" : "bad");
      place.after(newVerdict(good, t), ...(good || !reveal ? [] : [newAnswer(key.accept[id][0], t)]));
    }
  },
  lock(form, locked) {
    lockInputs(form, locked);
    for (const { field, place } of gapsOf(form)) {
      field.hidden = locked;
      place.querySelector(".chosen")?.remove();
      if (locked) field.after(element("span", { class: "chosen" }, field.value));
    }
  },
  isWhole: (key, response) => Object.keys(key.accept).every((gap) => textIn(response, gap)),
  part: (key, response, gap) => ({
    response: textIn(response, gap) || undefined,
    result: isRight(key, response, gap) ? "correct" : "incorrect",
  }),
};

/**
 * @param {Record<string, string>} response
 * @param {string} gap can be called like something that every object has
 */
function textIn(response, gap) {
  return Object.hasOwn(response, gap) ? response[gap] : "";
}

/**
 * @param {GapsKey} key
 * @param {Record<string, string>} response
 * @param {string} gap
 */
function isRight({ accept, case_matters }, response, gap) {
  return accepted({ accept: accept[gap], case_matters }, textIn(response, gap));
}

/**
 * @param {HTMLFormElement} form
 * @returns {{id: string, field: HTMLInputElement | HTMLSelectElement, place: HTMLElement}[]}
 */
function gapsOf(form) {
  /** @type {NodeListOf<HTMLElement>} */
  const places = form.querySelectorAll(".gap");
  return Array.from(places, (place) => ({
    id: place.dataset.gap ?? "",
    field: /** @type {HTMLInputElement | HTMLSelectElement} */ (place.querySelector("input, select")),
    place,
  }));
}
