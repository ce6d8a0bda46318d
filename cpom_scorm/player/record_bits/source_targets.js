/** A target for each source, or for each cell of a table. */

/** @import { ResponseBits } from "../record_responses.js" */
import { idsOf } from "./ids.js";
import { putPairs, takePairs } from "./pairs.js";

/** @type {(role: string) => ResponseBits} */
const targetsOf = (role) => ({
  put: (put, response, part) => putPairs(put, response, idsOf(part, role), () => idsOf(part, "target")),
  take: (take, part) => takePairs(take, idsOf(part, role), () => idsOf(part, "target")),
});

export const sourceTargets = targetsOf("source");
export const cellTargets = targetsOf("cell");
