/** A target for each source, chosen from lists. Two sources may have the same target. */

/** @import { Interaction } from "./kinds.js" */
/** @import { PairLine } from "./pairs.js" */
import { pairing } from "./pairs.js";

/** @type {Interaction<Record<string, string>, Record<string, string>>} */
export const matching = {
  ...pairing(linesOf, "question.error.matching"),
  shuffle(form, order) {
    const lists = form.querySelectorAll("select");
    const places = order((lists[0]?.options.length ?? 1) - 1);
    for (const list of lists) {
      const targets = [...list.options].slice(1);
      list.append(...places.map((index) => targets[index]));
    }
  },
};

/**
 * @param {HTMLFormElement} form
 * @returns {PairLine[]}
 */
function linesOf(form) {
  return [...form.querySelectorAll("select")].map((select) => ({
    source: select.dataset.source ?? "",
    line: /** @type {HTMLElement} */ (select.closest("li")),
    control: select,
    field: select,
    value: select.value,
    choose: (target) => {
      select.value = target;
    },
    textOf: (target) => [...select.options].find(({ value }) => value === target)?.text ?? "",
  }));
}
