/** Notices in the page: they never block it, never take the focus and say what to do next (A11Y-12). */

/** @import { Context } from "./context.js" */
/** @import { Notice, State } from "../types.js" */
import { button, element, icon, note, row } from "./elements.js";

/** Tone and icon of each notice that the player tells by itself. @type {Record<string, [string, string]>} */
const LOOKS = {
  "no-lms": ["", "unplug"],
  "foreign-record": ["warn", "warn"],
  "damaged-record": ["warn", "warn"],
  "session-ended": ["bad", "warn"],
  updated: ["", "info"],
  reopen: ["bad", "warn"],
  review: ["", "info"],
  unrestored: ["warn", "unsaved"],
};

/**
 * Shows all notices on the launch page; elsewhere those that are new there, and the end of the session always.
 * @param {Context} context
 */
export function createNotices(context) {
  const { session, t } = context;
  /** @type {Set<Notice>} */
  const read = new Set();
  const [launch, page] = document.querySelectorAll("[data-notices]");
  let shown = "";

  /** @param {Notice} id */
  const notice = (id) =>
    session.told[id]?.(context) ??
    note(
      ...LOOKS[id],
      element("h2", {}, t(`notice.${id}.title`)),
      element("p", {}, t(`notice.${id}.text`)),
      /^(no-lms|unrestored)$/.test(id) && row(button("", session.retry, icon("again"), t("save.retry"))),
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
