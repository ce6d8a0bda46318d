/** Keeps an open question's answer: a moment after a change, and whenever it is asked to. */

/** @import { Context } from "./context.js" */
/** @import { Response } from "../types.js" */
import { KINDS } from "../interactions/kinds.js";
import { addTime } from "./answers.js";

const PAUSE_MS = 1000;

/**
 * @param {Context} context
 * @param {HTMLFormElement} form
 * @param {string} id of the question
 * @param {() => void} kept runs after each change that was kept
 * @returns {() => void} keeps the answer at once
 */
export function keepAnswers({ course, session }, form, id, kept) {
  /** What the form last showed or gave: an answer that was changed in another window is not changed back. */
  let last = session.state().answers[id]?.response;
  let timer = 0;
  let begun = performance.now();
  const keep = () => {
    clearTimeout(timer);
    // What was judged is no longer the learner's to change.
    if (form.hasAttribute("data-done")) return;
    addTime(id, (performance.now() - begun) / 1000);
    begun = performance.now();
    const { response = takenBack(last) } = KINDS[course.questions[id].kind].read(form);
    if (response === undefined || JSON.stringify(response) === JSON.stringify(last)) return;
    last = response;
    session.saveAnswer(id, response);
    kept();
  };
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = window.setTimeout(keep, PAUSE_MS);
  });
  return keep;
}

/**
 * What stands for an answer that was taken back.
 * @param {Response | undefined} before
 * @returns {Response | undefined} undefined where nothing can be: a radio button stays chosen
 */
function takenBack(before) {
  if (typeof before === "string") return "";
  if (typeof before !== "object") return undefined;
  return Array.isArray(before) ? [] : {};
}
