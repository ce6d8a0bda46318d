/** The form of a question in an open attempt. */

/** @import { Context } from "./context.js" */
/** @import { SectionContent, SectionData } from "../types.js" */
import { KINDS } from "../interactions/kinds.js";
import { fromMarkup } from "./elements.js";
import { keepAnswers } from "./keeping.js";
import { shuffleOptions } from "./order.js";
import { QUIZ_FEATURES } from "./quiz_features.js";

/**
 * A question of the attempt as the learner left it.
 * @param {Context} context
 * @param {SectionData} section
 * @param {SectionContent} content
 * @param {string} id
 * @param {() => void} changed runs after each change that was kept
 * @returns {{ form: HTMLFormElement, keep: () => void }}
 */
export function quizForm(context, section, content, id, changed) {
  const { course, session, t } = context;
  const question = content.questions[id];
  const { kind } = course.questions[id];
  const form = /** @type {HTMLFormElement} */ (fromMarkup(question.html ?? ""));
  const { answers, quizzes } = session.state();
  const saved = answers[id];
  if (section.quiz?.shuffle) shuffleOptions(course, form, quizzes[section.id]?.seed ?? 0);
  if (section.quiz?.feedback === "immediate") QUIZ_FEATURES.atOnce?.(context, form, question, changed);
  else KINDS[kind].start?.(form, { t, key: question.key, instant: false, told: {} });
  if (saved && !form.hasAttribute("data-done")) KINDS[kind].show(form, saved.response);
  return { form, keep: keepAnswers(context, form, id, changed) };
}
