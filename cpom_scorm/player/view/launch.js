/**
 * Fills in on the launch page what is known about the learner. The page is complete without, so whatever is not begun
 * stays as the compiler wrote it; progress is never taken back.
 */

/** @import { Context } from "./context.js" */
/** @import { State } from "../types.js" */
/** @import { Stop } from "./progress.js" */
import { byId, element, icon, setProgress } from "./elements.js";
import { scoreText, stateOf, stopsOf, tally } from "./progress.js";
import { timeText } from "./strings.js";

const TONES = { done: "state good", half: "state now" };
const WORDS = { done: "state.complete", half: "state.in_progress" };

/** @param {Context} context */
export function createLaunch({ course, t }) {
  const cards = document.querySelectorAll("[data-section]");

  /**
   * @param {State} state
   * @param {Stop[]} stops
   */
  const resume = (state, stops) => {
    const place = state.bookmark && `#/${state.bookmark}`;
    const stop = stops.find(({ hash }) => hash === place);
    const link = byId("resume");
    const words = stop ? t("launch.resume", { title: stop.title }) : t("launch.start");
    link.setAttribute("href", stop?.hash ?? stops[0]?.hash ?? "#/");
    link.firstElementChild?.replaceChildren(words);
    byId("from-start").hidden = !stop;
  };
  /** @param {Stop[]} stops */
  const progress = (stops) => {
    const { done, total, minutes, minutesLeft, hasQuiz } = tally(stops);
    if (done === 0) return;
    const all = timeText(t, minutes);
    setProgress(byId("launch-progress"), done, total, t("progress.label", { done, total }));
    byId("launch-steps").textContent = hasQuiz
      ? t("progress.steps", { done, count: total })
      : t("progress.pages", { done, count: total });
    byId("launch-time").textContent = minutesLeft
      ? t("launch.time_left", { left: timeText(t, minutesLeft), all })
      : t("launch.time", { all });
  };
  /** @param {State} state */
  const outcome = ({ completion, success, score }) => {
    if (completion !== "completed") return;
    const values = { score: t.percent(score ?? 0), mark: t.percent(course.scoring.pass) };
    const place = byId("outcome");
    place.hidden = false;
    const words =
      success === "passed"
        ? t("launch.passed", values)
        : success === "failed"
          ? t("launch.failed", values)
          : t("launch.completed");
    (place.firstElementChild ?? place).textContent = words;
  };
  /**
   * @param {Element} card
   * @param {State} state
   * @param {Stop[]} all
   */
  const section = (card, state, all) => {
    const id = card.getAttribute("data-section") ?? "";
    const stops = all.filter((stop) => stop.section === id);
    const reached = stateOf(stops);
    if (reached === "todo") return;
    const { done, total } = tally(stops);
    const quiz = state.quizzes[id];
    const data = course.sections.find((one) => one.id === id)?.quiz;
    const detail =
      data && quiz && quiz.counted !== null
        ? t("launch.scored", { result: scoreText(t, data, quiz.counted) })
        : total > 0
          ? t("progress.pages", { done, count: total })
          : "";
    card.classList.toggle("now", reached === "half");
    card.setAttribute("href", (stops.find((stop) => !stop.done) ?? stops[0])?.hash ?? "#/");
    card
      .querySelector(".end")
      ?.replaceChildren(
        element("span", { class: TONES[reached] }, icon(reached), t(WORDS[reached])),
        element("div", { class: "num" }, detail),
      );
  };
  return {
    /** @param {State} state */
    update(state) {
      const stops = stopsOf(course, state);
      resume(state, stops);
      progress(stops);
      outcome(state);
      byId("leave").hidden = state.mode !== "normal";
      for (const card of cards) section(card, state, stops);
    },
  };
}
