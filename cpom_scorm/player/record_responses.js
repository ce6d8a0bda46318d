/** How the response of each kind of question stands in the state record. */

/** @import { Response } from "./types.js" */
/** @import { Part } from "./record_layout.js" */
import { oneBit } from "./record_bits/bit.js";
import { digits } from "./record_bits/digits.js";
import { gapWords } from "./record_bits/gap_words.js";
import { optionOrder } from "./record_bits/option_order.js";
import { lineSet, optionSet } from "./record_bits/option_set.js";
import { decisionPath } from "./record_bits/path.js";
import { ratings } from "./record_bits/ratings.js";
import { selfChecked } from "./record_bits/self_checked.js";
import { cellTargets, sourceTargets } from "./record_bits/source_targets.js";
import { words } from "./record_bits/words.js";

/** @typedef {(value: number, width: number) => void} Put */
/** @typedef {(width: number) => number} Take */

/**
 * `take` reads exactly the bits that `put` wrote.
 * @typedef {object} ResponseBits
 * @property {(put: Put, response: Response, part: Part) => void} put
 * @property {(take: Take, part: Part) => Response} take
 * @property {(response: Response) => Response} [kept] what comes back, where that can be less
 * @property {true} [neutral] a question without right and wrong
 */

/** @type {Record<string, ResponseBits>} */
export const RESPONSE_BITS = {
  true_false: oneBit,
  choice: optionSet,
  hotspot: optionSet,
  fill_in: words,
  cloze: gapWords,
  numeric: digits,
  matching: sourceTargets,
  categorise: sourceTargets,
  sequencing: optionOrder,
  performance: decisionPath,
  likert: ratings,
  long_fill_in: selfChecked,
  checklist: lineSet,
  reflection: words,
  builder: gapWords,
  responsibility_exercise: cellTargets,
  video: oneBit,
  audio: oneBit,
};
