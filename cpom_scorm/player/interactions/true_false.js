/** True or false. The answer and the key are booleans; True always stands first. */

/** @import { Interaction } from "./kinds.js" */
import { gradeOf } from "./grade.js";
import { lockInputs } from "./marks.js";
import { chooseValues, chosenValues, markOptions, optionInputs } from "./option_list.js";

/** @type {Interaction<boolean, boolean>} */
export const trueFalse = {
  grade: (key, response) => gradeOf(response === key ? 1 : 0, 1),
  encode: (response, form) => (response ? form.true_word : form.false_word),
  read(form) {
    const [chosen] = chosenValues(form);
    if (chosen === undefined) return { error: "question.error.one", field: optionInputs(form)[0] };
    return { response: chosen === "true" };
  },
  show: (form, response) => chooseValues(form, [String(response)]),
  mark: (form, response, key, { reveal }, t) =>
    markOptions(form, [String(response)], [String(key)], reveal, t),
  lock: lockInputs,
};
