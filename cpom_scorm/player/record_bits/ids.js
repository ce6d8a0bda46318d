/** What the parts of an answer are called. */

/** @import { Part } from "../record_layout.js" */

/**
 * @param {Part} part
 * @param {string} role
 * @returns {string[]} in slot order
 */
export function idsOf(part, role) {
  return part.options[role] ?? [];
}
