/** A written text and the criteria that the learner found met: one bit each, then the text. */

/** @import { Response, SelfChecked } from "../types.js" */
/** @import { ResponseBits } from "../record_responses.js" */
import { idsOf } from "./ids.js";
import { putText, roomFor, takeText } from "./text.js";

/** @type {ResponseBits} */
export const selfChecked = {
  neutral: true,
  put(put, response, part) {
    const { text = "", met = [] } = /** @type {Partial<SelfChecked>} */ (response);
    for (const criterion of idsOf(part, "criterion")) put(met.includes(criterion) ? 1 : 0, 1);
    putText(put, text, roomFor(part));
  },
  take(take, part) {
    const met = idsOf(part, "criterion").filter(() => take(1) === 1);
    const text = takeText(take);
    /** @type {Response} */
    const response = text === "" ? {} : { text, met };
    return response;
  },
};
