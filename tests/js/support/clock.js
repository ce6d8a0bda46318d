/** A clock that moves only when told, and runs what was due on the way. */

/** @returns {any} */
export function fakeClock({ wall = Date.UTC(2026, 10, 22, 9, 30) } = {}) {
  let now = 1000;
  let shift = 0;
  let last = 0;
  const timers = new Map();
  return {
    now: () => now,
    wall: () => wall + now + shift,
    later(run, milliseconds) {
      last += 1;
      timers.set(last, { at: now + milliseconds, run });
      return last;
    },
    cancel: (timer) => timers.delete(timer),
    /** Somebody sets the computer's date. */
    setDateBack(milliseconds) {
      shift -= milliseconds;
    },
    /** Time goes by although nothing ran, as in a slow call. */
    jump(milliseconds) {
      now += milliseconds;
    },
    async advance(milliseconds) {
      const end = now + milliseconds;
      await settle();
      for (;;) {
        const due = [...timers].filter(([, { at }]) => at <= end).sort(([, a], [, b]) => a.at - b.at)[0];
        if (!due) break;
        timers.delete(due[0]);
        now = Math.max(now, due[1].at);
        due[1].run();
        await settle();
      }
      now = Math.max(now, end);
    },
  };
}

/** Let promises that are ready go on. */
export async function settle() {
  for (let turn = 0; turn < 12; turn += 1) await null;
}
