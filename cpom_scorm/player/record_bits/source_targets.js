/** A target for each source. */

/** @import { ResponseBits } from "../record_responses.js" */
import { idsOf } from "./ids.js";
import { putPairs, takePairs } from "./pairs.js";

/** @type {ResponseBits} */
export const sourceTargets = {
  put: (put, response, part) => putPairs(put, response, idsOf(part, "source"), () => idsOf(part, "target")),
  take: (take, part) => takePairs(take, idsOf(part, "source"), () => idsOf(part, "target")),
};
