/** What a learner wrote: u12 length in bytes of UTF-8, then the bytes. */

/** @import { Part } from "../record_layout.js" */
/** @import { Put, Take } from "../record_responses.js" */

const LENGTH_BITS = 12;
const BYTE_BITS = 8;

/**
 * @param {Put} put
 * @param {string} text
 * @param {number} longest in bytes; a longer text loses its end
 */
export function putText(put, text, longest) {
  const bytes = new TextEncoder().encode(cut(text, longest));
  put(bytes.length, LENGTH_BITS);
  for (const byte of bytes) put(byte, BYTE_BITS);
}

/**
 * @param {Part} part
 * @param {string} [name] of one text among several
 * @returns {number} bytes that are kept of it
 */
export function roomFor({ id, texts }, name) {
  return texts[`${id}/${name}`] ?? texts[id] ?? 0;
}

/** @param {Take} take */
export function takeText(take) {
  const bytes = Uint8Array.from({ length: take(LENGTH_BITS) }, () => take(BYTE_BITS));
  return new TextDecoder().decode(bytes);
}

/**
 * @param {string} text
 * @returns {number} its bytes of UTF-8
 */
export function byteLength(text) {
  return new TextEncoder().encode(text).length;
}

/**
 * @param {string} text
 * @param {number} longest in bytes
 */
export function cut(text, longest) {
  return text.slice(0, new TextEncoder().encodeInto(text, new Uint8Array(longest)).read);
}
