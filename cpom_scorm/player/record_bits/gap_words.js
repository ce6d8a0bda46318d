/** A typed text for each gap; an empty one is none. */

/** @import { ResponseBits } from "../record_responses.js" */
import { idsOf } from "./ids.js";
import { putText, roomFor, takeText } from "./text.js";

/** @type {ResponseBits} */
export const gapWords = {
  put(put, response, part) {
    const texts = /** @type {Record<string, string>} */ (response);
    for (const gap of idsOf(part, "gap")) putText(put, texts[gap] ?? "", roomFor(part, gap));
  },
  take: (take, part) =>
    Object.fromEntries(
      idsOf(part, "gap")
        .map((gap) => [gap, takeText(take)])
        .filter(([, text]) => text !== ""),
    ),
};
