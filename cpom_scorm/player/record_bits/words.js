/** One typed text. */

/** @import { ResponseBits } from "../record_responses.js" */
import { putText, roomFor, takeText } from "./text.js";

/** @type {ResponseBits} */
export const words = {
  put: (put, response, part) => putText(put, String(response), roomFor(part)),
  take: takeText,
};
