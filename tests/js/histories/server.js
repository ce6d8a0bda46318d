/** What an LMS's server keeps, which is not what its API object says: what was committed arrives later or never. */

/**
 * @param {object} means
 * @param {any} means.clock
 * @param {any} means.chance
 * @param {number[]} means.arrives milliseconds, least and most
 * @param {(values: Record<string, string>, overtaken: boolean) => void} means.stored
 * @returns {any}
 */
export function createServer({ clock, chance, arrives = [0, 0], stored }) {
  const [least, most] = arrives;
  let sent = 0;
  let newest = 0;
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
        const late = number < newest;
        newest = number;
        server.kept = { ...values };
        stored(server.kept, late);
      });
      if (most === 0) coming.get(number)?.();
      else clock.later(() => coming.get(number)?.(), least + chance.next() * (most - least));
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
