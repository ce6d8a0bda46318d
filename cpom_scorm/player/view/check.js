/** A knowledge check: answer, feedback, another try. The correct answer shows only when no try is left. */

/** @import { Context } from "./context.js" */
/** @import { QuestionContent, Response } from "../types.js" */
import { KINDS } from "../interactions/kinds.js";
import { icon } from "./elements.js";
import { feedbackNote } from "./feedback.js";
import { showError } from "./form_error.js";
import { judge } from "./judging.js";

/** Where the focus goes when a question opens again. */
const FIRST_INPUT = "fieldset :is(input, select, textarea, button):enabled";

/**
 * @param {Context} context
 * @param {HTMLFormElement} form shuffled
 * @param {QuestionContent} content
 * @param {() => void} [changed] runs after each try
 */
export function startCheck({ course, session, t }, form, content, changed) {
  const id = form.dataset.question ?? "";
  const { kind, tries, scored } = course.questions[id];
  const behavior = KINDS[kind];
  const feedback = part(form, ".feedback");
  const actions = part(form, ".actions");
  const button = part(form, "[type=submit]");
  const left = part(form, ".tries");
  const fresh = { label: button.textContent, left: left.textContent };
  let begun = performance.now();
  /** @param {Response} response */
  const revise = (response) => session.revise(id, response);

  /** Shows the latest try. @returns {boolean} whether there was one */
  const showAnswer = () => {
    const answer = session.state().answers[id];
    if (!answer || answer.result === "ungraded") return false;
    const more = tries - answer.tries;
    const over = !scored || more <= 0 || answer.result === "correct";
    behavior.show(form, answer.response);
    behavior.lock(form, true);
    behavior.mark(form, answer.response, content.key, { reveal: over, revise }, t);
    feedback.replaceChildren(feedbackNote(t, kind, content, answer.response, !over));
    button.replaceChildren(scored ? icon("again") : "", button.dataset.change ?? t("check.again"));
    button.classList.toggle("primary", scored);
    left.textContent = scored ? t("check.tries_left", { count: more }) : "";
    actions.hidden = scored && over;
    return true;
  };
  const tryAgain = () => {
    behavior.lock(form, false);
    feedback.replaceChildren();
    button.textContent = fresh.label;
    button.classList.add("primary");
    begun = performance.now();
    part(form, FIRST_INPUT).focus();
  };
  const submit = () => {
    const reading = behavior.read(form);
    showError(form, reading.error ? t(reading.error, reading.values) : "");
    if (reading.error !== undefined) return reading.field.focus();
    const seconds = (performance.now() - begun) / 1000;
    session.answer(id, judge(course, id, content, reading.response, seconds));
    if (showAnswer() && actions.hidden) focusOn(feedback);
    changed?.();
  };

  behavior.start?.(form, { t, key: content.key, instant: true, told: content.optionFeedback ?? {} });
  // Frames that forbid forms never fire "submit"; the Enter key clicks the button too (CSP-03).
  button.addEventListener("click", (event) => {
    event.preventDefault();
    if (form.hasAttribute("data-done")) tryAgain();
    else submit();
  });
  showAnswer();
}

/**
 * Moves the focus to something that is no control, when the control that had it is gone.
 * @param {HTMLElement} node
 */
export function focusOn(node) {
  node.tabIndex = -1;
  node.focus();
}

/**
 * A part that every question's template has.
 * @param {HTMLElement} form
 * @param {string} selector
 * @returns {HTMLElement}
 */
function part(form, selector) {
  return /** @type {HTMLElement} */ (form.querySelector(selector));
}
