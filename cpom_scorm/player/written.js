/** Remembers what the LMS holds, so that only changes are written and no status ever falls (RUN-10). */

/** @import { SectionProgress, StatusElement, Transport } from "./types.js" */
/** @import { Entry } from "./report.js" */

/**
 * @param {Transport} transport
 */
export function writtenValues(transport) {
  /** @type {Map<string, string>} */
  const held = new Map();
  /** Elements that are to be written again. @type {Set<string>} */
  const lost = new Set();
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
  /**
   * @param {StatusElement} status
   * @param {number} index what `{n}` stands for
   * @param {boolean} fresh the LMS cannot have anything yet: do not ask
   */
  const statusOf = ({ element, ranks }, index, fresh) => {
    const name = element.replace("{n}", String(index));
    const value = held.get(name) ?? (fresh ? "" : transport.get(name).value.toLowerCase());
    // What a page's copy says of a lost one proves nothing about the server.
    if (!lost.has(name)) held.set(name, value);
    return { name, rank: ranks[value] ?? 0 };
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
      for (const status of statuses) {
        const { name, rank } = statusOf(status, index, fresh);
        const value = status.values[`${completion}.${success}`];
        const ours = status.ranks[value] ?? 0;
        if (ours > rank || (ours > 0 && ours === rank && lost.delete(name))) put(name, value);
      }
    },
    /** @param {StatusElement[]} statuses */
    hasAny: (statuses) => statuses.some((status) => statusOf(status, 0, false).rank > 0),
    /** Write everything again: the LMS may have lost it. Statuses are asked for anew first. */
    forget() {
      for (const name of held.keys()) lost.add(name);
      held.clear();
    },
  };
}
