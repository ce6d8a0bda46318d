/** Words that learners type: how they are read, and which of them are accepted. fill_in and cloze share them. */

import { byteLength, cut } from "../record_bits/text.js";
import { oneLine } from "../responses.js";

/** @typedef {{accept: string[], case_matters: boolean}} WordsKey */

/**
 * @param {WordsKey} key
 * @param {string} text
 */
export function accepted({ accept, case_matters: caseMatters }, text) {
  const own = comparable(text, caseMatters);
  return accept.some((words) => comparable(words, caseMatters) === own);
}

/**
 * The text as it is kept and reported. Where it is too long, what fits stands beside the error.
 * @param {string} typed
 * @param {number} longest in bytes of UTF-8
 * @returns {{text: string, error?: string}}
 */
export function readWords(typed, longest) {
  const text = oneLine(typed);
  if (text === "") return { text, error: "question.error.words_missing" };
  if (byteLength(text) <= longest) return { text };
  return { text: cut(text, longest).trim(), error: "question.error.words_long" };
}

/**
 * The field's own limit counts characters; a list of options has none.
 * @param {HTMLElement} field
 */
export function longestIn(field) {
  return Number(field.dataset.maxLength ?? Number.POSITIVE_INFINITY);
}

/** What phones and word processors write for the plain signs on a keyboard. @type {[RegExp, string][]} */
const SIGNS = [
  [/[\u2018\u2019\u02bc]/gu, "'"],
  [/[\u201c\u201d]/gu, '"'],
  [/[\u2010-\u2014\u2212]/gu, "-"],
];

/**
 * Letters are folded as Unicode's case folding does, so alike in every language: ß is ss, and the Turkish ı is
 * no i.
 * @param {string} text
 * @param {boolean} caseMatters
 */
function comparable(text, caseMatters) {
  const line = SIGNS.reduce((plain, [sign, key]) => plain.replace(sign, key), oneLine(text.normalize()));
  if (caseMatters) return line;
  const folded = line.toLowerCase().replace(/[^ı]+/gu, (letters) => letters.toUpperCase());
  return folded.normalize();
}
