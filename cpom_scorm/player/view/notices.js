/** Notices in the page: they never block it, never take the focus and say what to do next (A11Y-12). */

/** @import { Context } from "./context.js" */
/** @import { Notice, State } from "../types.js" */
import { element, icon } from "./elements.js";

/**
 * @param {Context["t"]} t
 * @returns {Record<Notice, { tone: string, picture: string, title: string, text: string }>}
 */
const wording = (t) => ({
  "no-lms": {
    tone: "",
    picture: "unplug",
    title: t("notice.no_lms_title"),
    text: t("notice.no_lms_text"),
  },
  "foreign-record": {
    tone: "warn",
    picture: "warn",
    title: t("notice.foreign_record_title"),
    text: t("notice.foreign_record_text"),
  },
  "damaged-record": {
    tone: "warn",
    picture: "warn",
    title: t("notice.damaged_record_title"),
    text: t("notice.damaged_record_text"),
  },
  "session-ended": {
    tone: "bad",
    picture: "warn",
    title: t("notice.session_ended_title"),
    text: t("notice.session_ended_text"),
  },
  review: {
    tone: "",
    picture: "info",
    title: t("notice.review_title"),
    text: t("notice.review_text"),
  },
});

/**
 * Shows all notices on the launch page; elsewhere those that are new there, and the end of the session always.
 * @param {Context} context
 */
export function createNotices({ session, t }) {
  /** @type {Set<Notice>} */
  const read = new Set();
  const places = document.querySelectorAll("[data-notices]");
  let shown = "";

  /** @param {Notice} id */
  const note = (id) => {
    const { tone, picture, title, text } = wording(t)[id];
    const retry =
      id === "no-lms" &&
      element("button", { class: "btn", type: "button" }, icon("again"), t("notice.retry"));
    if (retry) retry.addEventListener("click", () => session.retry());
    return element(
      "section",
      { class: `note ${tone}` },
      icon(picture),
      element("h2", {}, title),
      element("p", {}, text),
      retry && element("div", { class: "row" }, retry),
    );
  };
  return {
    /**
     * @param {State} state
     * @param {boolean} atLaunch
     */
    update({ notices }, atLaunch) {
      const wanted = notices.filter((id) => atLaunch || id === "session-ended" || !read.has(id));
      const key = `${atLaunch} ${wanted}`;
      if (key === shown) return;
      shown = key;
      for (const [at, place] of places.entries()) {
        const isHere = (at === 0) === atLaunch;
        place.toggleAttribute("hidden", !isHere || wanted.length === 0);
        place.replaceChildren(...(isHere ? wanted.map(note) : []));
      }
    },
    /** @param {State} state the learner moves on: what was there has been seen */
    moved({ notices }) {
      for (const id of notices) read.add(id);
    },
  };
}
