/** Works out the formulas of calculators, as the compiler has read them. Its `worked_out` gives the same. */

/** Of results that size not all digits would be right. */
const LARGEST = 1e15;

/** Numbers, names and operations, each operation after what it takes. @typedef {(number | string)[]} Postfix */

/** @type {Map<number | string, (...taken: number[]) => number>} */
const OPERATIONS = new Map([
  ["+", (a, b) => a + b],
  ["-", (a, b) => a - b],
  ["*", (a, b) => a * b],
  ["/", (a, b) => (b === 0 ? Number.NaN : a / b)],
  ["^", (a, b) => (a ** b >= -Infinity ? a ** b : Infinity)],
  ["~", (a) => -a],
  ["abs", Math.abs],
  ["min", Math.min],
  ["max", Math.max],
  ["round", rounded],
]);

/**
 * @param {Postfix} postfix
 * @param {Map<number | string, number>} values by name; NaN where an output above has none
 * @returns {number} NaN where something is divided by zero, Infinity where the result has no size to be shown
 */
export function evaluate(postfix, values) {
  /** @type {number[]} */
  const stack = [];
  for (const part of postfix) {
    const operation = OPERATIONS.get(part);
    const value = operation
      ? operation(...stack.splice(-operation.length))
      : Number(values.get(part) ?? part);
    if (!Number.isFinite(value)) return value;
    stack.push(value);
  }
  return Math.abs(stack[0]) < LARGEST ? stack[0] : Infinity;
}

/**
 * Rounds halves away from zero, and trusts in 15 digits: 1.005 becomes 1.01, though the computer holds a little
 * less.
 * @param {number} value
 * @param {number} decimals
 */
export function rounded(value, decimals) {
  const whole = Math.round(Number((Math.abs(value) * 10 ** decimals).toPrecision(15)));
  return (Math.sign(value) * whole) / 10 ** decimals + 0;
}
