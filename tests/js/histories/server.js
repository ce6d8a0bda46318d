/** What an LMS's server keeps, which is not what its API object says: what was committed arrives later or never. */

/**
 * @param {object} means
 * @param {any} means.clock
 * @param {any} means.chance
 * @param {number[]} means.arrives milliseconds, least and most
 * @param {boolean} means.overtakes whether messages overtake each other
 * @param {(values: Record<string, string>) => void} means.stored
 * @returns {any}
 */
export function createServer({ clock, chance, arrives = [0, 0], overtakes = false, stored }) {
  const [least, most] = arrives;
  let sent = 0;
  let latest = 0;
  /** What is on its way, by its number. @type {Map<number, () => void>} */
  const coming = new Map();
  const server = {
    /** @type {Record<string, string>} */
    kept: {},
    /** @param {Record<string, string>} values */
    receive(values) {
      sent += 1;
      const number = sent;
      coming.set(number, () => {
        coming.delete(number);
        server.kept = { ...values };
        stored(server.kept);
      });
      if (most === 0) coming.get(number)?.();
      else {
        const due = clock.now() + least + chance.next() * (most - least);
        latest = overtakes ? due : Math.max(due, latest);
        clock.later(() => coming.get(number)?.(), latest - clock.now());
      }
    },
    /** A course takes longer to open than anything to arrive. */
    arriveAll() {
      for (const arrive of [...coming.values()]) arrive();
    },
    /** The browser that sent it is gone. */
    drop: () => coming.clear(),
  };
  return server;
}
