/** Remembers what the LMS holds, so that only changes are written and no status ever falls (RUN-10). */

/** @import { SectionProgress, StatusElement, Transport } from "./types.js" */
/** @import { Entry } from "./report.js" */

/**
 * @param {Transport} transport
 */
export function writtenValues(transport) {
  /** @type {Map<string, string>} */
  const held = new Map();
  /**
   * @param {string} element
   * @param {string} value
   * @returns {boolean} whether the LMS has it
   */
  const put = (element, value) => {
    if (held.get(element) === value) return true;
    const { ok } = transport.set(element, value);
    if (ok) held.set(element, value);
    return ok;
  };
  return {
    put,
    /** @param {Entry[]} entries in order; what one refuses does not keep the others away */
    putAll: (entries) => entries.map(([element, value]) => put(element, value)).every(Boolean),
    /**
     * Write what has been reached where it is higher than what the LMS has.
     * @param {StatusElement[]} statuses
     * @param {SectionProgress} reached
     * @param {number} index what `{n}` stands for
     * @param {boolean} fresh the LMS cannot have anything yet: do not ask
     */
    climb(statuses, { completion, success }, index = 0, fresh = false) {
      for (const { element, values, ranks } of statuses) {
        const name = element.replace("{n}", String(index));
        const value = values[`${completion}.${success}`];
        const before = held.get(name) ?? (fresh ? "" : transport.get(name).value.toLowerCase());
        held.set(name, before);
        if ((ranks[value] ?? 0) > (ranks[before] ?? 0)) put(name, value);
      }
    },
    /** Write everything again: the LMS may have lost it. Statuses are asked for anew first. */
    forget: () => held.clear(),
  };
}
