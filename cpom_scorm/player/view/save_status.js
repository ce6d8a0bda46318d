/** Whether the LMS has the learner's progress: a word in the bar, and a strip below it while it has not. */

/** @import { Context } from "./context.js" */
/** @import { Save, State } from "../types.js" */
import { button, byId, element, icon, note, row, span } from "./elements.js";
import { clockText } from "./strings.js";

const ICONS = { idle: "", saving: "again", saved: "saved", sent: "info", failed: "unsaved", off: "unplug" };

/** @param {Context} context */
export function createSaveStatus({ course, session, t }) {
  const place = byId("save");
  const strip = byId("strip");
  let shown = "";

  /**
   * @param {boolean} failed
   * @param {string} time
   */
  const failure = (failed, time) =>
    failed &&
    note(
      "strip warn",
      "unsaved",
      element(
        "p",
        {},
        element("b", {}, time ? t("save.failed_since", { time }) : t("save.failed_start")),
        ` ${t("save.failed_text")}`,
      ),
      row(button("", session.retry, icon("again"), t("save.retry"))),
    );
  return {
    /** @param {State} state */
    update({ save: { status, at } }) {
      const time = at === null ? "" : clockText(at, course.locale);
      if (shown === status + time) return;
      const recovers = shown.startsWith("failed");
      shown = status + time;
      const failed = status === "failed";
      // Read aloud when saving stops or works again, not every ten seconds; the strip tells of the failure.
      place.setAttribute("aria-live", recovers || status === "off" ? "polite" : "off");
      const words = status === "idle" ? [] : [icon(ICONS[status]), span(t(`save.${status}`, { time }))];
      place.className = failed ? "save warn" : "save";
      place.replaceChildren(...words);
      strip.replaceChildren(failure(failed, time) || "");
    },
  };
}
