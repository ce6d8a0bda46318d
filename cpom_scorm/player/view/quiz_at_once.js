/** A question of an attempt that tells at once how right its answer was: judged, locked and reported. */

/** @import { Context } from "./context.js" */
/** @import { QuestionContent } from "../types.js" */
import { startCheck } from "./check.js";
import { element, row, span } from "./elements.js";

/**
 * @param {Context} context
 * @param {HTMLFormElement} form of a quiz, which has no button
 * @param {QuestionContent} question
 * @param {() => void} changed
 */
export function atOnce(context, form, question, changed) {
  const { t } = context;
  const actions = row(
    element("button", { class: "btn", type: "submit" }, t("question.check")),
    span("", "small muted tries"),
  );
  actions.classList.add("actions");
  form.append(actions);
  startCheck(context, form, question, changed);
}
