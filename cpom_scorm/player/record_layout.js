/** Which bits of a state record belong to what, worked out from the slot table (docs/state-record.md). */

import { widthFor } from "./bits.js";

/** What of a question is reported on its own. */
const REPORTED_ROLES = ["row", "gap"];
/** Kinds of blocks that keep something and report nothing. @type {string[]} */
export const UNREPORTED = ["checklist", "reflection", "builder", "responsibility_exercise", "video", "audio"];
/** Spare interaction indexes, for an LMS that already held entries when the record began. */
const SPARE_INDEXES = 32;

/**
 * @typedef {object} Part
 * @property {string} kind page, section or question
 * @property {string} id
 * @property {string} type a question's kind, else ""
 * @property {boolean} live still what the newest slot table means by this id
 * @property {Record<string, string[]>} options a question's option ids by role, in slot order
 * @property {string[]} records ids of the records that the LMS gets: the question's, or one of each row or gap
 * @property {Record<string, number>} texts bytes that are kept of texts, by question or by `question/part`
 */

/**
 * @typedef {object} Layout
 * @property {Part[]} parts in slot order
 * @property {number} indexWidth bits of a record's index + 1
 */

/**
 * Work out the layout of a generation: the first `count` slots.
 * @param {string[][]} slots the whole table
 * @param {number} count
 * @param {Record<string, number>} texts longest text in bytes, by question or by `question/part`; those that left have none
 * @param {Map<string, number>} newest what `lastSlots` gives for the whole table
 * @returns {Layout}
 */
export function layoutOf(slots, count, texts = {}, newest = lastSlots(slots)) {
  const last = count === slots.length ? newest : lastSlots(slots.slice(0, count));
  const numbers = [...last.values()].sort((a, b) => a - b);
  /** @type {Part[]} */
  const parts = [];
  /** @type {Map<string, Part>} */
  const questions = new Map();
  for (const number of numbers) {
    const [kind, id, type = ""] = slots[number];
    if (kind === "option") continue;
    const live = newest.get(`${kind} ${id}`) === number;
    parts.push({ kind, id, type, live, options: {}, records: [id], texts });
    if (kind === "question") questions.set(id, parts[parts.length - 1]);
  }
  for (const number of numbers) {
    const [kind, question, role, option] = slots[number];
    const options = kind === "option" ? questions.get(question)?.options : undefined;
    if (!options) continue;
    options[role] ??= [];
    options[role].push(option);
  }
  let records = 0;
  for (const part of questions.values()) {
    const own = REPORTED_ROLES.flatMap((role) => part.options[role] ?? []);
    if (UNREPORTED.includes(part.type)) part.records = [];
    else if (own.length > 0) part.records = own.map((name) => recordId(part.id, name));
    records += part.records.length;
  }
  return {
    parts,
    indexWidth: widthFor(records + SPARE_INDEXES),
  };
}

/**
 * The id of the record that the LMS gets of a question or of one of its parts.
 * @param {string} question
 * @param {string} part empty: the whole question
 */
export function recordId(question, part) {
  return part ? `${question}_${part}` : question;
}

/**
 * A thing that got a second slot (a question whose kind changed) is meant by its last one.
 * @param {string[][]} slots
 * @returns {Map<string, number>} kind and id, of options role and both ids, to slot number
 */
export function lastSlots(slots) {
  const last = new Map();
  slots.forEach(([kind, id, role, option], number) => {
    last.set(kind === "option" ? `${kind} ${id} ${role} ${option}` : `${kind} ${id}`, number);
  });
  return last;
}
