/** Keeps an open question's answer: a moment after a change, on moving on, and when the window is hidden. */

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
 * @returns {{ now: () => void, start: () => void }} `start` once the form is on the page
 */
export function keepAnswers({ course, session }, form, id, kept) {
  const leaving = new AbortController();
  const saved = () => session.state().answers[id]?.response;
  let timer = 0;
  let begun = 0;
  const now = () => {
    clearTimeout(timer);
    const { response = takenBack(saved()) } = KINDS[course.questions[id].kind].read(form);
    if (response === undefined || JSON.stringify(response) === JSON.stringify(saved())) return;
    session.saveAnswer(id, response);
    kept();
  };
  const stop = () => {
    now();
    addTime(id, (performance.now() - begun) / 1000);
    leaving.abort();
  };
  const start = () => {
    begun = performance.now();
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", () => {
      clearTimeout(timer);
      timer = window.setTimeout(now, PAUSE_MS);
    });
    // Before the session's own listeners, which take leave of the LMS.
    const options = { capture: true, signal: leaving.signal };
    window.addEventListener("hashchange", stop, options);
    window.addEventListener("pagehide", now, options);
    document.addEventListener("visibilitychange", now, options);
  };
  return { now, start };
}

/**
 * What stands for an answer that was taken back.
 * @param {Response | undefined} before
 * @returns {Response | undefined} undefined where nothing can: a number once typed stays until another is
 */
function takenBack(before) {
  if (typeof before !== "object") return undefined;
  return Array.isArray(before) ? [] : {};
}
