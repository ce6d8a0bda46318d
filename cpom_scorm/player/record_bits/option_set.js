/** Chosen options: one bit for each option of the question. */

/** @import { ResponseBits } from "../record_responses.js" */
import { idsOf } from "./ids.js";

/** @type {ResponseBits} */
export const optionSet = {
  put(put, response, part) {
    const chosen = Array.isArray(response) ? response : [];
    for (const option of idsOf(part, "option")) put(chosen.includes(option) ? 1 : 0, 1);
  },
  take: (take, part) => idsOf(part, "option").filter(() => take(1) === 1),
};
