/** Ratings: a point of the scale for each statement, by its id; for the stem alone the id is "". */

/** @import { Interaction } from "./kinds.js" */
import { oneOption } from "../responses.js";
import { ungraded } from "./grade.js";
import { lockInputs } from "./marks.js";

/** @type {Interaction<Record<string, string>, string[]>} */
export const likert = {
  grade: ungraded,
  encode: oneOption,
  read(form) {
    const rated = rowsIn(form).flatMap(({ row, chosen }) => (chosen ? [[row, chosen.value]] : []));
    const response = Object.fromEntries(rated);
    const open = rowsIn(form).find(({ chosen }) => !chosen);
    if (!open) return { response };
    const error = open.row ? "question.error.likert" : "question.error.one";
    return { error, field: open.inputs[0], ...(rated.length > 0 && { response }) };
  },
  show(form, response) {
    for (const { row, inputs } of rowsIn(form))
      for (const input of inputs) input.checked = response[row] === input.value;
    recount(form);
  },
  /** No rating is right: the chosen points stay as they are. */
  mark() {},
  lock(form, locked) {
    lockInputs(form, locked);
    if (!locked) recount(form);
  },
  start(form, { t }) {
    const place = form.querySelector(".tries");
    const rows = rowsIn(form);
    if (!place || rows.length < 2) return;
    form.querySelector(".likert")?.addEventListener("input", () => {
      const rated = rowsIn(form).filter(({ chosen }) => chosen).length;
      place.textContent = t("question.rated", { rated, total: rows.length });
    });
    recount(form);
  },
  part: (_key, response, part) => ({ response: response[part], result: "neutral" }),
};

/** @param {HTMLFormElement} form */
function rowsIn(form) {
  /** @type {NodeListOf<HTMLElement>} */
  const scales = form.querySelectorAll("[data-row]");
  return [...scales].map((scale) => {
    const inputs = [...scale.querySelectorAll("input")];
    return { row: scale.dataset.row ?? "", inputs, chosen: inputs.find(({ checked }) => checked) };
  });
}

/**
 * Tells the counter, and nobody outside of the form's scales.
 * @param {HTMLFormElement} form
 */
function recount(form) {
  form.querySelector(".likert")?.dispatchEvent(new Event("input"));
}
