/** A typed number: u4 length, then u4 for each character. */

/** @import { ResponseBits } from "../record_responses.js" */

/** What a stored number may consist of; a character's place in it is stored. */
const DIGITS = "0123456789-.";
const LONGEST_NUMBER = 15;

/** @type {ResponseBits} */
export const digits = {
  put(put, response) {
    const kept = storable(String(response));
    put(kept.length, 4);
    for (const character of kept) put(DIGITS.indexOf(character), 4);
  },
  take: (take) => Array.from({ length: take(4) }, () => DIGITS[take(4)] ?? "").join(""),
  kept: (response) => storable(String(response)),
};

/**
 * The part of a typed number that the record can hold.
 * @param {string} text
 */
function storable(text) {
  return Array.from(text)
    .filter((character) => DIGITS.includes(character))
    .slice(0, LONGEST_NUMBER)
    .join("");
}
