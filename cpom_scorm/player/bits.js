/** Numbers of any bit width as base64url text, most significant bit first (RUN-60: nothing an LMS would escape). */

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/**
 * Collect bits. A value too large for its width is stored as the largest that fits, a negative one as 0.
 * @returns {{ put: (value: number, width: number) => void, text: () => string }}
 */
export function bitWriter() {
  let text = "";
  let held = 0;
  let count = 0;
  /** @param {number} bit */
  const push = (bit) => {
    held = held * 2 + bit;
    count += 1;
    if (count === 6) {
      text += ALPHABET[held];
      held = 0;
      count = 0;
    }
  };
  return {
    put(value, width) {
      const kept = Math.min(Math.max(Math.round(value) || 0, 0), 2 ** width - 1);
      for (let bit = width - 1; bit >= 0; bit -= 1) push(Math.floor(kept / 2 ** bit) % 2);
    },
    text() {
      while (count > 0) push(0);
      return text;
    },
  };
}

/**
 * Read what a writer wrote. Reading past the end gives 0 and `exhausted()` becomes true.
 * @param {string} text
 * @returns {{ take: (width: number) => number, exhausted: () => boolean, spare: () => number }}
 */
export function bitReader(text) {
  const digits = Array.from(text, (character) => ALPHABET.indexOf(character));
  const total = digits.includes(-1) ? 0 : digits.length * 6;
  let at = 0;
  return {
    take(width) {
      let value = 0;
      for (const end = at + width; at < end; at += 1) {
        const bit = at < total ? Math.floor(digits[Math.floor(at / 6)] / 2 ** (5 - (at % 6))) % 2 : 0;
        value = value * 2 + bit;
      }
      return value;
    },
    exhausted: () => at > total,
    spare: () => total - at,
  };
}

/**
 * How many bits hold every whole number from 0 to `largest`.
 * @param {number} largest
 */
export function widthFor(largest) {
  return largest < 1 ? 0 : Math.floor(Math.log2(largest)) + 1;
}
