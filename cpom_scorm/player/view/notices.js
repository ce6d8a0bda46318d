/** Notices in the page: they never block it, never take the focus and say what to do next (A11Y-12). */

/** @import { Context } from "./context.js" */
/** @import { Notice, State } from "../types.js" */
import { button, element, icon, note, row } from "./elements.js";

/** Tone and icon of each notice. @type {Record<Notice, [string, string]>} */
const LOOKS = {
  "no-lms": ["", "unplug"],
  "foreign-record": ["warn", "warn"],
  "damaged-record": ["warn", "warn"],
  "session-ended": ["bad", "warn"],
  updated: ["", "info"],
  review: ["", "info"],
};

/**
 * Shows all notices on the launch page; elsewhere those that are new there, and the end of the session always.
 * @param {Context} context
 */
export function createNotices({ session, t }) {
  /** @type {Set<Notice>} */
  const read = new Set();
  const [launch, page] = document.querySelectorAll("[data-notices]");
  let shown = "";

  /** @param {Notice} id */
  const notice = (id) =>
    note(
      ...LOOKS[id],
      element("h2", {}, t(`notice.${id}.title`)),
      element("p", {}, t(`notice.${id}.text`)),
      id === "no-lms" && row(button("", session.retry, icon("again"), t("save.retry"))),
    );
  return {
    /**
     * @param {State} state
     * @param {boolean} atLaunch
     */
    update({ notices }, atLaunch) {
      const wanted = notices.filter((id) => atLaunch || id === "session-ended" || !read.has(id));
      const [here, other] = atLaunch ? [launch, page] : [page, launch];
      if (shown === `${atLaunch} ${wanted}`) return;
      shown = `${atLaunch} ${wanted}`;
      other.replaceChildren();
      here.replaceChildren(...wanted.map(notice));
    },
    /** @param {State} state the learner moves on: what was there has been seen */
    moved({ notices }) {
      for (const id of notices) read.add(id);
    },
  };
}
