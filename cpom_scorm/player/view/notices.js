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
  "second-window": ["warn", "info"],
  elsewhere: ["warn", "info"],
  unrestored: ["warn", "unsaved"],
};
/** What a button below a notice says. @type {Record<string, string>} */
const BUTTONS = {
  "no-lms": "save.retry",
  unrestored: "save.retry",
  "second-window": "windows.here",
  elsewhere: "windows.here",
};
/** Shown as long as it is so. */
const LASTING = /^(session-ended|second-window|elsewhere)$/;

/**
 * Shows all notices on the launch page; elsewhere those that are new there and those that last.
 * @param {Context} context
 */
export function createNotices(context) {
  const { session, replace, t } = context;
  /** @type {Set<Notice>} */
  const read = new Set();
  const [launch, page] = document.querySelectorAll("[data-notices]");
  let shown = "";

  const retry = async () => {
    await session.retry();
    // The view shows what is known now; the focus is not left with a button that is gone.
    if (session.state().mode === "normal" && document.activeElement === document.body)
      replace(window.location.hash);
  };

  /** @param {Notice} id */
  const notice = (id) =>
    session.told[id]?.(context) ??
    note(
      ...LOOKS[id],
      element("h2", {}, t(`notice.${id}.title`)),
      element("p", {}, t(`notice.${id}.text`)),
      BUTTONS[id] && row(button("", retry, icon("again"), t(BUTTONS[id]))),
    );
  return {
    /**
     * @param {State} state
     * @param {boolean} atLaunch
     */
    update({ notices }, atLaunch) {
      const wanted = notices.filter((id) => atLaunch || LASTING.test(id) || !read.has(id));
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
