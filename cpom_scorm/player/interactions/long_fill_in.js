/**
 * A text that learners compare with criteria and a model answer. Both come into the page once the text is saved,
 * and go when it is opened again.
 */

/** @import { SelfChecked } from "../types.js" */
/** @import { Interaction, Marking, Translate } from "./kinds.js" */
import { cut } from "../record_bits/text.js";
import { freeText } from "../responses.js";
import { element, fromMarkup } from "../view/elements.js";
import { ungraded } from "./grade.js";
import { lockInputs } from "./marks.js";
import { excess, longestOf, textIn, watchRoom, wordCount } from "./text_room.js";

/** @typedef {{criteria: [id: string, html: string][], model: string}} Comparison */

/** @type {Interaction<SelfChecked, Comparison>} */
export const longFillIn = {
  grade: ungraded,
  encode: ({ text }, form) => freeText(text, form),
  read(form) {
    const field = fieldIn(form);
    const text = textIn(field);
    const longest = longestOf(field);
    const met = field.dataset.met?.split(" ") ?? [];
    if (!text) return { error: "question.error.text_missing", field };
    const count = excess(text, longest);
    if (count === 0) return { response: { text, met } };
    const response = { text: cut(text, longest), met };
    return { error: "question.error.text_long", values: { count }, field, response };
  },
  show(form, { text = "", met = [] }) {
    const field = fieldIn(form);
    field.value = text;
    keepTicks(form, met);
    field.dispatchEvent(new Event("input"));
  },
  mark(form, { text, met = [] }, { criteria, model }, { revise }, t) {
    clear(form);
    const place = form.querySelector(".feedback");
    if (text && criteria.length > 0) place?.before(checklist(form, { text, met }, criteria, revise, t));
    if (!model) return;
    const words = fromMarkup(`<div class="flow">${model}</div>`);
    place?.after(
      element("details", { class: "more later" }, element("summary", {}, t("question.model")), words),
    );
  },
  lock(form, locked) {
    lockInputs(form, locked);
    const field = fieldIn(form);
    field.hidden = locked;
    form.querySelector(".written")?.remove();
    if (locked) field.after(element("p", { class: "written", dir: "auto" }, field.value));
    else clear(form);
  },
  start(form, { t }) {
    const field = fieldIn(form);
    const [words, room] = [...form.querySelectorAll(".counts > *")];
    const count = () => {
      words.textContent = t("question.words", { count: wordCount(textIn(field)) });
    };
    field.addEventListener("input", count);
    count();
    watchRoom(field, room, t, "question.excess");
  },
  isWhole: (_key, { text }) => Boolean(text),
};

/**
 * @param {HTMLFormElement} form
 * @returns {HTMLTextAreaElement}
 */
function fieldIn(form) {
  return /** @type {HTMLTextAreaElement} */ (form.querySelector("textarea"));
}

/**
 * Ticks outlast a change of the text.
 * @param {HTMLFormElement} form
 * @param {string[]} met
 */
function keepTicks(form, met) {
  const { dataset } = fieldIn(form);
  if (met.length > 0) dataset.met = met.join(" ");
  else delete dataset.met;
}

/** @param {HTMLFormElement} form */
function clear(form) {
  for (const node of form.querySelectorAll(".later")) node.remove();
}

/**
 * @param {HTMLFormElement} form
 * @param {SelfChecked} response
 * @param {[id: string, html: string][]} criteria
 * @param {Marking["revise"]} revise without it, ticks can be read only
 * @param {Translate} t
 */
function checklist(form, response, criteria, revise, t) {
  const count = element("p", { class: "met", role: "status" });
  const boxes = criteria.map(([value]) =>
    element("input", { type: "checkbox", value, "data-after": true, disabled: !revise }),
  );
  for (const box of boxes) box.checked = response.met.includes(box.value);
  const chosen = () => boxes.filter(({ checked }) => checked).map(({ value }) => value);
  const tell = () => {
    count.textContent = t("question.met", { met: chosen().length, count: boxes.length });
  };
  if (revise) tell();
  const list = element(
    "fieldset",
    { class: "later opts" },
    element("legend", {}, element("span", { class: "stem" }, t("question.criteria"))),
    ...criteria.map(([, html], at) =>
      element("label", { class: "opt" }, boxes[at], fromMarkup(`<span>${html}</span>`)),
    ),
    count,
  );
  list.addEventListener("change", () => {
    keepTicks(form, chosen());
    revise?.({ ...response, met: chosen() });
    tell();
  });
  return list;
}
