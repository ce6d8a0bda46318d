/** How long a text is and how much more fits: learners count characters, the record bytes of UTF-8. */

/** @import { Translate } from "./kinds.js" */
import { byteLength, cut } from "../record_bits/text.js";

/** Where a text has used this share of its room, learners hear of what is left. */
const NEARLY_FULL = 0.8;
const STEP = 10;

/** @param {string} text */
export function wordCount(text) {
  return text.split(/\s+/u).filter(Boolean).length;
}

/**
 * @param {string} text
 * @param {number} longest in bytes
 * @returns {number} characters at its end that do not fit
 */
export function excess(text, longest) {
  return Array.from(text).length - Array.from(cut(text, longest)).length;
}

/**
 * In characters as wide as those of the text, in steps of ten: it is told aloud while the learner types.
 * @param {string} text
 * @param {number} longest in bytes
 * @returns {number | null} null while there is room enough
 */
export function roomLeft(text, longest) {
  const bytes = byteLength(text);
  if (bytes <= longest * NEARLY_FULL) return null;
  const room = Math.floor(((longest - bytes) * Array.from(text).length) / bytes);
  return room > STEP ? room - (room % STEP) : room;
}

/**
 * The text without the spaces around it; a browser gives every line end as "\n".
 * @param {HTMLTextAreaElement} field
 */
export function textIn(field) {
  return field.value.trim();
}

/** @param {HTMLTextAreaElement} field */
export function longestOf(field) {
  return Number(field.dataset.maxLength);
}

/**
 * Tell beside a field what is left of its room, or what is too much, now and whenever learners type.
 * @param {HTMLTextAreaElement} field
 * @param {Element} place
 * @param {Translate} t
 * @param {string} tooMuch string that says so
 */
export function watchRoom(field, place, t, tooMuch) {
  const tell = () => {
    const over = excess(textIn(field), longestOf(field));
    const left = roomLeft(textIn(field), longestOf(field));
    const told = left === null ? "" : t(left > 0 ? "question.room" : "question.full", { count: left });
    const said = over > 0 ? t(tooMuch, { count: over }) : told;
    place.classList.toggle("error", over > 0);
    if (place.textContent !== said) place.textContent = said;
  };
  field.addEventListener("input", tell);
  tell();
}
