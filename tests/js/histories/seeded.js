/** Chance that a number decides: the same seed gives the same history everywhere. */

/** @returns {any} */
export function seeded(seed) {
  let state = (seed * 2654435761) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (below) => Math.floor(next() * below);
  return {
    /** 0 to below 1. */
    next,
    /** 0 to below `below`. */
    whole,
    chance: (share) => next() < share,
    pick: (list) => list[whole(list.length)],
    /** One of the names, each as often as its weight says. */
    weighted(weights) {
      const names = Object.keys(weights).filter((name) => weights[name] > 0);
      let left = next() * names.reduce((sum, name) => sum + weights[name], 0);
      for (const name of names) {
        left -= weights[name];
        if (left < 0) return name;
      }
      return names[names.length - 1];
    },
  };
}
