/** Options in an order: for each place the option that stands there, + 1; 0 for none. */

/** @import { ResponseBits } from "../record_responses.js" */
import { widthFor } from "../bits.js";
import { idsOf } from "./ids.js";

/** @type {ResponseBits} */
export const optionOrder = {
  put(put, response, part) {
    const options = idsOf(part, "option");
    const order = Array.isArray(response) ? response : [];
    for (const place of options.keys()) put(options.indexOf(order[place]) + 1, widthFor(options.length));
  },
  take(take, part) {
    const options = idsOf(part, "option");
    return options.flatMap(() => options[take(widthFor(options.length)) - 1] ?? []);
  },
};
