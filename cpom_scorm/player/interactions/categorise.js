/** A category for each item: the same radio buttons in every line. LMSs get it as matching. */

/** @import { Interaction } from "./kinds.js" */
/** @import { PairLine } from "./pairs.js" */
import { pairing } from "./pairs.js";

/** @type {Interaction<Record<string, string>, Record<string, string>>} */
export const categorise = {
  ...pairing(linesOf, "question.error.categorise"),
  shuffle(form, order) {
    const items = [...form.querySelectorAll("[data-item]")];
    items[0]?.parentElement?.append(...order(items.length).map((index) => items[index]));
  },
};

/**
 * @param {HTMLFormElement} form
 * @returns {PairLine[]}
 */
function linesOf(form) {
  /** @type {NodeListOf<HTMLElement>} */
  const items = form.querySelectorAll("[data-item]");
  return [...items].map((line) => {
    const inputs = [...line.querySelectorAll("input")];
    return {
      source: line.dataset.item ?? "",
      line,
      control: /** @type {HTMLElement} */ (line.querySelector(".bins")),
      field: inputs[0],
      value: inputs.find(({ checked }) => checked)?.value ?? "",
      choose: (target) => {
        for (const input of inputs) input.checked = input.value === target;
      },
      textOf: (target) =>
        inputs.find(({ value }) => value === target)?.parentElement?.textContent?.trim() ?? "",
    };
  });
}
