/** Time as the player needs it: a clock that nobody can turn back, and a stopwatch for the session. */

/** @import { Clock } from "./types.js" */

/** A learner who does nothing for longer has left the screen: the gap counts as this much (RUN-50). */
const LONGEST_GAP = 30 * 60 * 1000;

/**
 * @param {Window} window
 * @returns {Clock}
 */
export function browserClock(window) {
  return {
    now: () => window.performance.now(),
    wall: () => Date.now(),
    later: (run, milliseconds) => window.setTimeout(run, milliseconds),
    cancel: (timer) => window.clearTimeout(timer),
  };
}

/**
 * Measure a session. Call `touch` whenever the learner does something.
 * @param {Clock} clock
 * @returns {{ touch: () => void, restart: () => void, seconds: () => number }}
 */
export function stopwatch(clock) {
  let counted = 0;
  let last = clock.now();
  const gap = () => Math.min(Math.max(clock.now() - last, 0), LONGEST_GAP);
  return {
    touch() {
      counted += gap();
      last = clock.now();
    },
    restart() {
      counted = 0;
      last = clock.now();
    },
    seconds: () => (counted + gap()) / 1000,
  };
}

const MINUTE = 60_000;
/** When the times of finished attempts begin. */
const EPOCH = Date.UTC(2025, 0, 1);

/**
 * Give a time as records hold it.
 * @param {number} wall milliseconds since 1970
 * @returns {number} whole minutes since 2025-01-01T00:00Z
 */
export const storedTime = (wall) => Math.floor((wall - EPOCH) / MINUTE);

/** @param {number} stored minutes, as `storedTime` gives them */
export const wallTime = (stored) => EPOCH + stored * MINUTE;
