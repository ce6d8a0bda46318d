/** Chosen options, or lines that were ticked: one bit for each. */

/** @import { ResponseBits } from "../record_responses.js" */
import { idsOf } from "./ids.js";

/** @type {(role: string) => ResponseBits} */
const setOf = (role) => ({
  put(put, response, part) {
    const chosen = Array.isArray(response) ? response : [];
    for (const id of idsOf(part, role)) put(chosen.includes(id) ? 1 : 0, 1);
  },
  take: (take, part) => idsOf(part, role).filter(() => take(1) === 1),
});

export const optionSet = setOf("option");
export const lineSet = setOf("criterion");
