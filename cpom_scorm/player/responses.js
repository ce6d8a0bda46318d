/**
 * Answers as the text that the LMS stores. Twin of cpom_scorm/interactions/responses.py: both are held to
 * the same vectors. Nothing here knows an edition; its ResponseForm says how lists and pairs are written.
 */

/** @import { Response, ResponseForm } from "./types.js" */

/**
 * Members of lists stand in the order of their letters, however the learner saw them.
 * @param {Response} response
 * @param {ResponseForm} form
 * @param {Record<string, string>} letters the question's option, source and target ids with their letters
 * @returns {string}
 */
export function encode(response, form, letters) {
  if (typeof response === "boolean") return response ? form.true_word : form.false_word;
  if (typeof response === "string") return response;
  /** @param {string} id */
  const name = (id) => (form.uses_letters ? letters[id] : id);
  /** @param {string[]} ids */
  const sorted = (ids) => [...ids].sort((a, b) => (letters[a] < letters[b] ? -1 : 1));
  if (Array.isArray(response)) return sorted(response).map(name).join(form.item_separator);
  return sorted(Object.keys(response))
    .map((source) => name(source) + form.pair_separator + name(response[source]))
    .join(form.item_separator);
}
