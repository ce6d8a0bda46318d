/** One typed text. */

/** @import { ResponseBits } from "../record_responses.js" */
import { putText, takeText } from "./text.js";

/** @type {ResponseBits} */
export const words = {
  put: (put, response, part) => putText(put, String(response), part.longestText),
  take: takeText,
};
