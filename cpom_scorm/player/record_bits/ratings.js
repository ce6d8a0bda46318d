/** A point of the scale for each statement, or for the question itself, which is called "". */

/** @import { Part } from "../record_layout.js" */
/** @import { ResponseBits } from "../record_responses.js" */
import { idsOf } from "./ids.js";
import { putPairs, takePairs } from "./pairs.js";

/** @type {ResponseBits} */
export const ratings = {
  neutral: true,
  put: (put, response, part) => putPairs(put, response, rowsOf(part), () => idsOf(part, "option")),
  take: (take, part) => takePairs(take, rowsOf(part), () => idsOf(part, "option")),
};

/** @param {Part} part */
function rowsOf(part) {
  const rows = idsOf(part, "row");
  return rows.length > 0 ? rows : [""];
}
