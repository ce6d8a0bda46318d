/** Questions as forms on paper: nothing to press, and lists written out that paper cannot open. */

/** @import { Context } from "../view/context.js" */
/** @import { QuestionContent } from "../types.js" */
import { KINDS } from "../interactions/kinds.js";
import { element, fromMarkup, span } from "../view/elements.js";
import { noAnswer } from "../view/no_answer.js";
import { shuffleOptions } from "../view/order.js";

const NEEDS_SCRIPT =
  "button, .actions, .feedback, .error, .to-come, .moves, .counts, .outcome, [data-stepping], [role=status]";

/**
 * Makes a fresh form one to fill in with a pen. Options stand in an order that does not give the answer away.
 * @param {Context} context
 * @param {HTMLFormElement} form
 */
export function forPaper({ course, session }, form) {
  shuffleOptions(course, form, session.state().token);
  for (const node of form.querySelectorAll(NEEDS_SCRIPT)) node.remove();
  for (const grip of form.querySelectorAll(".grip")) grip.replaceChildren();
  for (const select of form.querySelectorAll("select")) writeOut(select);
  for (const details of form.querySelectorAll("details")) details.open = true;
  for (const fieldset of form.querySelectorAll("fieldset")) fieldset.disabled = true;
}

/**
 * The form again, with its correct answer and why it is correct.
 * @param {Context} context
 * @param {string} id
 * @param {QuestionContent} content
 * @param {HTMLFormElement} form fresh
 */
export function answered({ course, t }, id, content, form) {
  const { kind } = course.questions[id];
  const { key, rationale, feedback } = content;
  const behavior = KINDS[kind];
  behavior.lock(form, true);
  behavior.mark(form, noAnswer(kind), key, { reveal: true }, t);
  // Nobody gave a wrong answer here.
  for (const mark of form.querySelectorAll(".mark.bad")) mark.remove();
  for (const marked of form.querySelectorAll(".bad")) marked.classList.remove("bad");
  for (const node of form.querySelectorAll(`${NEEDS_SCRIPT}, .hint, .nudge`)) node.remove();
  const why = rationale ?? feedback.correct ?? feedback.any;
  if (why) form.append(fromMarkup(`<p class="why">${why}</p>`));
}

/** @param {HTMLSelectElement} select */
function writeOut(select) {
  const texts = [...select.options].filter(({ value }) => value).map(({ text }) => text);
  const words = texts.join(" / ");
  const place = select.closest("ul, p");
  const known = place?.nextElementSibling;
  select.replaceWith(span("", "blank"));
  if (known?.textContent !== words) place?.after(element("p", { class: "small" }, words));
}
