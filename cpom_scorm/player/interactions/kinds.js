/** The kinds of questions and what the player can do with each: the only place that lists them. */

/** @import { Grade } from "./grade.js" */
/** @import { Response, ResponseForm } from "../types.js" */
import { choice } from "./choice.js";
import { matching } from "./matching.js";
import { numeric } from "./numeric.js";
import { trueFalse } from "./true_false.js";

/**
 * Looks up a text of the player and fills in its `{names}`.
 * @typedef {(key: string, values?: Record<string, string | number>) => string} Translate
 */

/**
 * What the form holds. An `error` is the key of a text that starts with "Error:"; `field` is the input to
 * move to; `response` beside an error is the part that is there, worth keeping while a quiz is open.
 * @template R
 * @typedef {{response: R, error?: undefined} | {error: string, field: HTMLElement, response?: R}} Reading
 */

/**
 * One kind of question. The form is the markup of templates/interactions/<kind>.html.
 * @template {Response} R its responses
 * @template K its key
 * @typedef {object} Interaction
 * @property {(key: K, response: R) => Grade} grade
 * @property {(response: R, form: ResponseForm, letters: Record<string, string>) => string} encode
 * @property {(form: HTMLFormElement) => Reading<R>} read
 * @property {(form: HTMLFormElement, response: R) => void} show fills the form with an earlier answer
 * @property {(form: HTMLFormElement, response: R, key: K, options: {reveal: boolean}, t: Translate) => void} mark
 *   says in words and icons which parts of the answer are right; `reveal` adds the correct answer
 * @property {(form: HTMLFormElement, locked: boolean) => void} lock stops changes, or takes off every mark and
 *   lets the learner answer again
 * @property {(form: HTMLFormElement, order: (count: number) => number[]) => void} shuffle reorders the options
 *   of a fresh form; `order(count)` gives the old index for each new place
 */

/** @type {Record<string, Interaction<any, any>>} */
export const KINDS = {
  true_false: trueFalse,
  choice,
  matching,
  numeric,
};
