/** One or several options out of a list. The answer and the key are lists of option ids. */

/** @import { Interaction } from "./kinds.js" */
import { optionSet } from "../responses.js";
import { gradeOf } from "./grade.js";
import { lockInputs } from "./marks.js";
import { chooseValues, chosenValues, markOptions, optionInputs, shuffleOptions } from "./option_list.js";

/** @type {Interaction<string[], string[]>} */
export const choice = {
  /** Choosing more than is correct makes the whole larger, so that choosing everything earns little. */
  grade(key, response) {
    const right = response.filter((id) => key.includes(id)).length;
    return gradeOf(right, Math.max(key.length, response.length));
  },
  encode: optionSet,
  read(form) {
    const response = chosenValues(form);
    if (response.length > 0) return { response };
    const [field] = optionInputs(form);
    return { error: field.type === "radio" ? "question.error.one" : "question.error.many", field };
  },
  show: chooseValues,
  mark: (form, response, key, { reveal }, t) => markOptions(form, response, key, reveal, t),
  lock: lockInputs,
  chosen: (response) => response,
  shuffle: shuffleOptions,
};
