/** Whether the LMS has the learner's progress: a word in the bar, and a strip below it while it has not. */

/** @import { Context } from "./context.js" */
/** @import { Save, State } from "../types.js" */
import { button, byId, element, icon, note, row, span } from "./elements.js";
import { clockText } from "./strings.js";

const ICONS = { idle: "", saving: "again", saved: "saved", sent: "info", failed: "unsaved", off: "unplug" };

/** Let the browser ask before a window closes that holds what is not saved (RUN-22). @param {Event} event */
const warn = (event) => event.preventDefault();

/** @param {Context} context */
export function createSaveStatus({ course, session, t }) {
  const place = byId("save");
  const strip = byId("strip");
  let shown = "";

  /** @param {string} time of the last save; may be empty */
  const failure = (time) =>
    notice(
      "warn",
      "unsaved",
      time ? t("save.failed_since", { time }) : t("save.failed_start"),
      t("save.failed_text"),
      row(button("", session.retry, icon("again"), t("save.retry"))),
    );
  /** @param {string} time */
  const recovery = (time) => notice("good", "saved", t("save.again"), t("save.again_text", { time }));
  return {
    /** @param {State} state */
    update({ save: { status, at } }) {
      const time = at === null ? "" : clockText(at, course.locale);
      if (shown === status + time) return;
      const recovers = shown.startsWith("failed");
      shown = status + time;
      const failed = status === "failed";
      window[failed ? "addEventListener" : "removeEventListener"]("beforeunload", warn);
      // Read aloud when saving stops, not every ten seconds; the strip tells of a failure and of its end.
      place.setAttribute("aria-live", status === "off" ? "polite" : "off");
      const words = status === "idle" ? [] : [icon(ICONS[status]), span(t(`save.${status}`, { time }))];
      place.className = failed ? "save warn" : "save";
      place.replaceChildren(...words);
      if (failed) strip.replaceChildren(failure(time));
      else if (recovers) strip.replaceChildren(status === "saved" ? recovery(time) : "");
    },
    /** The learner moves on: that all is well again has been seen. */
    moved() {
      if (!shown.startsWith("failed")) strip.replaceChildren();
    },
  };
}

/**
 * @param {string} tone
 * @param {string} picture
 * @param {string} title
 * @param {string} text
 * @param {...HTMLElement} more
 */
function notice(tone, picture, title, text, ...more) {
  const words = element("p", {}, element("b", {}, title), ` ${text}`);
  return note(`strip ${tone}`, picture, words, ...more);
}
