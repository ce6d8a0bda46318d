/** Makes a history that breaks a promise as short as it can be. */

/**
 * Drop runs of steps, then single ones, while it still breaks.
 * @param {any} history
 * @param {(history: any) => Promise<boolean>} breaks
 * @returns {Promise<any>}
 */
export async function shortest(history, breaks) {
  let best = history;
  for (let size = Math.ceil(history.steps.length / 2); size >= 1; size = size > 1 ? Math.ceil(size / 2) : 0) {
    for (let at = 0; at < best.steps.length; ) {
      const shorter = { ...best, steps: [...best.steps.slice(0, at), ...best.steps.slice(at + size)] };
      if (await breaks(shorter)) best = shorter;
      else at += size;
    }
  }
  const plain = { ...best, lms: "strict" };
  return (await breaks(plain)) ? plain : best;
}
