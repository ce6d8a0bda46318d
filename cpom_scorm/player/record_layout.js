/** Which bits of a state record belong to what, worked out from the slot table (docs/state-record.md). */

import { widthFor } from "./bits.js";

/** Spare interaction indexes, for an LMS that already held entries when the record began. */
const SPARE_INDEXES = 32;

/**
 * @typedef {object} Part
 * @property {string} kind page, section or question
 * @property {string} id
 * @property {string} type a question's kind, else ""
 * @property {boolean} live still what the newest slot table means by this id
 * @property {Record<string, string[]>} options a question's option ids by role, in slot order
 */

/**
 * @typedef {object} Layout
 * @property {Part[]} parts in slot order
 * @property {number} countWidth bits of a number of questions
 * @property {number} indexWidth bits of an interaction's index + 1
 */

/**
 * Work out the layout of a generation: the first `count` slots.
 * @param {string[][]} slots the whole table
 * @param {number} count
 * @returns {Layout}
 */
export function layoutOf(slots, count) {
  const known = slots.slice(0, count);
  const newest = lastSlots(slots);
  const parts = [...lastSlots(known).values()]
    .filter((slot) => slots[slot][0] !== "option")
    .sort((a, b) => a - b)
    .map((slot) => partOf(slots[slot], slot === newest.get(identity(slots[slot]))));
  const byQuestion = new Map(parts.filter((part) => part.kind === "question").map((part) => [part.id, part]));
  for (const slot of [...lastSlots(known).values()].sort((a, b) => a - b)) {
    const [kind, question, role, option] = slots[slot];
    const owner = kind === "option" ? byQuestion.get(question) : undefined;
    if (owner) {
      owner.options[role] ??= [];
      owner.options[role].push(option);
    }
  }
  return {
    parts,
    countWidth: widthFor(byQuestion.size),
    indexWidth: widthFor(byQuestion.size + SPARE_INDEXES),
  };
}

/**
 * A thing that got a second slot (a question whose kind changed) is meant by its last one.
 * @param {string[][]} slots
 * @returns {Map<string, number>} identity to slot number
 */
export function lastSlots(slots) {
  return new Map(slots.map((slot, number) => [identity(slot), number]));
}

/** @param {string[]} slot */
function identity([kind, ...names]) {
  return [kind, ...(kind === "option" ? names.slice(0, 3) : names.slice(0, 1))].join(" ");
}

/**
 * @param {string[]} slot
 * @param {boolean} live
 * @returns {Part}
 */
function partOf([kind, id, type = ""], live) {
  return { kind, id, type, live, options: {} };
}
