/** A judgment: one bit. */

/** @import { ResponseBits } from "../record_responses.js" */

/** @type {ResponseBits} */
export const oneBit = {
  put: (put, response) => put(response === true ? 1 : 0, 1),
  take: (take) => take(1) === 1,
};
