/** Orders that look random but come from a stored seed and the things' own names: coming back gives the same. */

/**
 * Order things by a hash of each, so that one that comes or goes leaves the others in their order.
 * @template {string | number} T
 * @param {T[]} things
 * @param {number} seed
 * @param {string} name of what is ordered, so that two lists with one seed differ
 * @returns {T[]}
 */
export function ranked(things, seed, name) {
  return things
    .map((thing) => /** @type {const} */ ([hash(`${seed} ${name} ${thing}`), thing]))
    .sort(([a], [b]) => a - b)
    .map(([, thing]) => thing);
}

/**
 * FNV-1a, mixed as the mulberry32 generator mixes.
 * @param {string} name
 */
function hash(name) {
  let state = 0x811c9dc5;
  for (const letter of name) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  state = Math.imul(state ^ (state >>> 15), state | 1);
  state ^= state + Math.imul(state ^ (state >>> 7), state | 61);
  return (state ^ (state >>> 14)) >>> 0;
}
