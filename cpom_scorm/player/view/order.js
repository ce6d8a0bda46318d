/** Orders that look random but come from a stored number, so that coming back shows the same (RUN-41). */

/**
 * @param {number} seed
 * @param {string} name what is ordered, so that two lists with one seed differ
 * @returns {(count: number) => number[]} the old place for each new place
 */
export function seededOrder(seed, name) {
  return (count) => {
    const next = randomNumbers(seed, name);
    const places = Array.from({ length: count }, (_, place) => place);
    for (let last = count - 1; last > 0; last -= 1) {
      const other = Math.floor(next() * (last + 1));
      [places[last], places[other]] = [places[other], places[last]];
    }
    return places;
  };
}

/**
 * The mulberry32 generator, started by an FNV-1a hash of the name.
 * @param {number} seed
 * @param {string} name
 * @returns {() => number} 0 up to but not 1
 */
function randomNumbers(seed, name) {
  let state = seed ^ 0x811c9dc5;
  for (const letter of name) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
