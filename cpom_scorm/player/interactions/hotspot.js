/** Areas of a picture, each with its place in a list: the picture follows the list, and a click goes to it. */

/** @import { Interaction } from "./kinds.js" */
import { selection } from "./option_list.js";

/** @type {Interaction<string[], string[]>} */
export const hotspot = {
  ...selection,
  show(form, response) {
    selection.show(form, response);
    follow(form);
  },
  mark(form, response, key, marking, t) {
    selection.mark(form, response, key, marking, t);
    follow(form);
  },
  lock(form, locked) {
    selection.lock(form, locked);
    follow(form);
  },
  start(form) {
    for (const { area, input } of areasIn(form)) area.addEventListener("click", () => input.click());
    form.addEventListener("change", () => follow(form));
  },
};

/**
 * Shows each area as its line in the list is.
 * @param {HTMLFormElement} form
 */
function follow(form) {
  for (const { area, input } of areasIn(form)) {
    const marks = input.closest(".opt")?.querySelector(".mark")?.classList;
    area.classList.toggle("good", Boolean(marks?.contains("good")));
    area.classList.toggle("bad", Boolean(marks?.contains("bad")));
    area.classList.toggle("on", input.checked || Boolean(marks));
  }
}

/** @param {HTMLFormElement} form */
function areasIn(form) {
  /** @type {NodeListOf<SVGElement>} */
  const areas = form.querySelectorAll(".hot");
  return [...areas].map((area) => {
    const input = form.querySelector(`#${area.dataset.for}`);
    return { area, input: /** @type {HTMLInputElement} */ (input) };
  });
}
