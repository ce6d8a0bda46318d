/** The kinds of questions and what the player can do with each: the only place that lists them. */

/** @import { Grade } from "./grade.js" */
/** @import { Response, ResponseForm, Result } from "../types.js" */
import { categorise } from "./categorise.js";
import { choice } from "./choice.js";
import { cloze } from "./cloze.js";
import { fillIn } from "./fill_in.js";
import { hotspot } from "./hotspot.js";
import { likert } from "./likert.js";
import { longFillIn } from "./long_fill_in.js";
import { matching } from "./matching.js";
import { numeric } from "./numeric.js";
import { scenario } from "./performance.js";
import { sequencing } from "./sequencing.js";
import { trueFalse } from "./true_false.js";

/**
 * Looks up a text of the player and fills in its `{names}`; writes numbers, and shares 0..1 in whole per cent.
 * @typedef {((key: string, values?: Record<string, string | number>) => string) &
 *   {number: (value: number) => string, percent: (share: number) => string}} Translate
 */

/**
 * What the form holds. An `error` is the key of a text that starts with "Error:" and takes the `values`; `field` is
 * the input to move to; `response` beside an error is the part that is there, worth keeping while a quiz is open.
 * @template R
 * @typedef {{response: R, error?: undefined, values?: undefined} |
 *   {error: string, values?: Record<string, number>, field: HTMLElement, response?: R}} Reading
 */

/**
 * What a kind that needs more than native inputs gets to work with.
 * @template K
 * @typedef {object} Setting
 * @property {Translate} t
 * @property {K} key for the kind's own use: nothing of it may show before it is told
 * @property {boolean} instant whether learners are told at once how right they are
 * @property {Record<string, string>} told HTML by option, for decisions that have consequences
 */

/**
 * How an answer is marked.
 * @typedef {object} Marking
 * @property {boolean} reveal adds the correct answer
 * @property {(response: Response) => void} [revise] keeps what the learner changes beside a marked answer
 */

/**
 * One kind of question. The form is the markup of templates/interactions/<kind>.html.
 * @template {Response} R its responses
 * @template K its key
 * @typedef {object} Interaction
 * @property {(key: K, response: R) => Grade} grade
 * @property {(response: any, form: ResponseForm, letters: Record<string, string>) => string} encode what the LMS
 *   gets: the whole response, or what `part` gives
 * @property {(form: HTMLFormElement) => Reading<R>} read
 * @property {(form: HTMLFormElement, response: R) => void} show fills the form with an earlier answer
 * @property {(form: HTMLFormElement, response: R, key: K, marking: Marking, t: Translate) => void} mark
 *   says in words and icons which parts of the answer are right
 * @property {(form: HTMLFormElement, locked: boolean) => void} lock stops changes, or takes off every mark and
 *   lets the learner answer again
 * @property {(form: HTMLFormElement, order: (count: number) => number[]) => void} [shuffle] reorders the options
 *   of a fresh form; `order(count)` gives the old index for each new place
 * @property {(form: HTMLFormElement, setting: Setting<K>) => void} [start] brings a fresh form to life, once
 *   it has been shuffled and before an answer is shown
 * @property {(key: K, response: R) => boolean} [isWhole] whether every part has an answer; left out where a
 *   response has as many entries as the key
 * @property {(key: K, response: R, part: string) => {response: unknown, result: Result}} [part] for kinds that
 *   are reported in parts
 * @property {(response: R) => string[]} [chosen] ids of the options whose own feedback is told
 */

/** @type {Record<string, Interaction<any, any>>} */
export const KINDS = {
  true_false: trueFalse,
  choice,
  hotspot,
  fill_in: fillIn,
  cloze,
  numeric,
  matching,
  categorise,
  sequencing,
  performance: scenario,
  likert,
  long_fill_in: longFillIn,
};
