/** One or several options out of a list. */

/** @import { Interaction } from "./kinds.js" */
import { selection } from "./option_list.js";

/** @type {Interaction<string[], string[]>} */
export const choice = {
  ...selection,
  shuffle(form, order) {
    const list = form.querySelector(".opts");
    const options = [...(list?.children ?? [])];
    list?.append(...order(options.length).map((index) => options[index]));
  },
};
