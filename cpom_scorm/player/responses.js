/**
 * Answers as the text that the LMS stores. Twin of cpom_scorm/interactions/responses.py: both are held to
 * the same vectors. Nothing here knows an edition; its ResponseForm says how lists and pairs are written.
 */

/** @import { ResponseForm } from "./types.js" */
/** @typedef {Record<string, string>} Letters the ids of options, sources and targets with their letters */

/** What begins with a brace is read as a property such as {lang=en} (2004 RTE 4.1.1.6). */
const BRACE = /^(?=\{)/;

/**
 * @param {string} option
 * @param {ResponseForm} form
 * @param {Letters} letters
 */
export function oneOption(option, form, letters) {
  return form.uses_letters ? letters[option] : option;
}

/**
 * Chosen options stand in the order of their letters, however the learner saw them.
 * @param {string[]} response
 * @param {ResponseForm} form
 * @param {Letters} letters
 */
export function optionSet(response, form, letters) {
  return optionOrder(byLetter(response, letters), form, letters);
}

/**
 * @param {string[]} response
 * @param {ResponseForm} form
 * @param {Letters} letters
 */
export function optionOrder(response, form, letters) {
  return response.map((option) => oneOption(option, form, letters)).join(form.item_separator);
}

/**
 * @param {Record<string, string>} response
 * @param {ResponseForm} form
 * @param {Letters} letters
 */
export function pairs(response, form, letters) {
  return byLetter(Object.keys(response), letters)
    .map((source) => [source, response[source]].map((id) => oneOption(id, form, letters)))
    .map((pair) => pair.join(form.pair_separator))
    .join(form.item_separator);
}

/**
 * The steps of a scenario, in the order in which they were taken.
 * @param {Record<string, string>} response
 * @param {ResponseForm} form
 */
export function path(response, form) {
  return Object.entries(response)
    .map((pair) => pair.join(form.pair_separator))
    .join(form.item_separator);
}

/**
 * Words on one line, kept from being read as a delimiter or a property.
 * @param {string} response
 * @param {ResponseForm} form
 */
export function freeText(response, { item_separator: separator }) {
  const line = plainLine(response);
  return separator ? line.replaceAll(separator, `${separator.slice(0, -1)} ${separator.slice(-1)}`) : line;
}

/**
 * One line of words that no LMS takes for anything else.
 * @param {string} text
 */
export function plainLine(text) {
  return oneLine(text).replace(BRACE, " ");
}

/** @param {string} text */
export function oneLine(text) {
  return text.replace(/\s+/gu, " ").trim();
}

/**
 * @param {string[]} ids
 * @param {Letters} letters
 */
function byLetter(ids, letters) {
  return [...ids].sort((a, b) => (letters[a] < letters[b] ? -1 : 1));
}
