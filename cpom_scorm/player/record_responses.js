/** How the response of each kind of question stands in the state record. */

import { widthFor } from "./bits.js";

/** @import { Response } from "./types.js" */
/** @import { Part } from "./record_layout.js" */
/** @typedef {(value: number, width: number) => void} Put */
/** @typedef {(width: number) => number} Take */

/** What a stored number may consist of; a character's place in it is stored. */
const DIGITS = "0123456789-.";
const LONGEST_NUMBER = 15;

/**
 * One entry for each kind of question; `take` reads exactly the bits that `put` wrote.
 * @type {Record<string, { put: (put: Put, response: Response, part: Part) => void, take: (take: Take, part: Part) => Response }>}
 */
export const RESPONSE_BITS = {
  true_false: {
    put: (put, response) => put(response === true ? 1 : 0, 1),
    take: (take) => take(1) === 1,
  },
  choice: {
    put(put, response, part) {
      const chosen = Array.isArray(response) ? response : [];
      for (const option of idsOf(part, "option")) put(chosen.includes(option) ? 1 : 0, 1);
    },
    take: (take, part) => idsOf(part, "option").filter(() => take(1) === 1),
  },
  matching: {
    put(put, response, part) {
      const targets = idsOf(part, "target");
      const pairs = typeof response === "object" && !Array.isArray(response) ? response : {};
      for (const source of idsOf(part, "source")) {
        put(targets.indexOf(pairs[source]) + 1, widthFor(targets.length));
      }
    },
    take(take, part) {
      const targets = idsOf(part, "target");
      /** @type {Record<string, string>} */
      const pairs = {};
      for (const source of idsOf(part, "source")) {
        const target = targets[take(widthFor(targets.length)) - 1];
        if (target !== undefined) pairs[source] = target;
      }
      return pairs;
    },
  },
  numeric: {
    put(put, response) {
      const kept = storable(String(response));
      put(kept.length, 4);
      for (const character of kept) put(DIGITS.indexOf(character), 4);
    },
    take: (take) => Array.from({ length: take(4) }, () => DIGITS[take(4)] ?? "").join(""),
  },
};

/**
 * The part of a typed number that the record can hold.
 * @param {string} text
 */
export function storable(text) {
  return Array.from(text)
    .filter((character) => DIGITS.includes(character))
    .slice(0, LONGEST_NUMBER)
    .join("");
}

/**
 * @param {Part} part
 * @param {string} role
 */
function idsOf(part, role) {
  return part.options[role] ?? [];
}
