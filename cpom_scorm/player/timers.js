/** Timers known by name: arming one again replaces it. */

/** @import { Clock } from "./types.js" */

/**
 * @param {Clock} clock
 */
export function namedTimers(clock) {
  /** @type {Map<string, number>} */
  const armed = new Map();
  /** @param {string} name */
  const disarm = (name) => {
    const timer = armed.get(name);
    if (timer !== undefined) clock.cancel(timer);
    armed.delete(name);
  };
  return {
    disarm,
    /** @param {string} name */
    isArmed: (name) => armed.has(name),
    /**
     * @param {string} name
     * @param {() => void} run
     * @param {number} milliseconds
     */
    arm(name, run, milliseconds) {
      disarm(name);
      const timer = clock.later(() => {
        armed.delete(name);
        run();
      }, milliseconds);
      armed.set(name, timer);
    },
    disarmAll: () => [...armed.keys()].forEach(disarm),
  };
}
