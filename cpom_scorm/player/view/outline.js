/** The outline: a plain list of links with the state of each in words, beside the page or, when narrow, over it. */

/** @import { Context } from "./context.js" */
/** @import { State } from "../types.js" */
/** @import { Stop } from "./progress.js" */
import { byId, element, icon } from "./elements.js";
import { stopsOf, tally } from "./progress.js";
import { timeText } from "./strings.js";

/** As in shell.css: from here on the outline stands beside the page. */
const BESIDE = "(width >= 60rem)";
/** From here on there is room for it without being asked. */
const ROOMY = "(width >= 75rem)";

/** @param {Context} context */
export function createOutline({ course, t }) {
  const nav = byId("outline");
  const toggle = byId("outline-toggle");
  const main = byId("main");
  const beside = window.matchMedia(BESIDE);
  /** What the learner chose, for as long as there is room beside the page. @type {boolean | null} */
  let chosen = null;
  let isOpen = false;
  let current = "";
  let quiet = false;
  /** What the list was built from. @type {State | null} */
  let built = null;

  /** @param {boolean} open */
  const set = (open) => {
    isOpen = open;
    nav.hidden = !open;
    toggle.setAttribute("aria-expanded", String(open));
    // Over the page nothing behind it may take the focus.
    main.inert = open && !beside.matches;
  };
  const settle = () => set(beside.matches && (chosen ?? (!quiet && window.matchMedia(ROOMY).matches)));

  /**
   * @param {State} state
   * @param {Stop} stop
   */
  const entry = (state, { hash, title, minutes, done, isQuiz, section }) => {
    const isBegun = isQuiz && Boolean(state.quizzes[section ?? ""]?.open);
    const reached = isBegun ? "half" : done ? "done" : "todo";
    const words = isBegun ? t("state.started") : done ? t("state.done") : timeText(t, minutes);
    const isHere = hash === current;
    return element(
      "li",
      {},
      element(
        "a",
        { href: hash, "data-state": reached, "aria-current": isHere && "page" },
        icon(reached),
        element("span", {}, isQuiz ? `${t("quiz.name")}: ${title}` : title),
        element("small", {}, words),
      ),
    );
  };
  /**
   * @param {State} state
   * @param {Stop[]} stops
   * @param {string | null} id
   */
  const list = (state, stops, id) => {
    const own = stops.filter((stop) => stop.section === id);
    return element("ol", { class: "pages" }, ...own.map((stop) => entry(state, stop)));
  };
  /** @param {HTMLElement} pages those outside all sections */
  const overview = (pages) => {
    pages.prepend(element("li", {}, element("a", { href: "#/" }, icon("menu"), t("page.overview"))));
    return pages;
  };
  /** @param {State} state */
  const build = (state) => {
    built = state;
    const stops = stopsOf(course, state);
    const kept = new Set([...nav.querySelectorAll("details[open]")].map((node) => node.id));
    const sections = course.sections.map(({ id, number, title }) => {
      const own = stops.filter((stop) => stop.section === id);
      const isHere = own.some((stop) => stop.hash === current);
      const { done, total } = tally(own);
      return element(
        "details",
        { id: `outline-${id}`, open: isHere || kept.has(`outline-${id}`) },
        element(
          "summary",
          {},
          element("span", { class: "num" }, number),
          element("span", {}, title),
          icon("chev"),
          element("small", {}, t("progress.done", { done, total })),
        ),
        list(state, stops, id),
      );
    });
    nav.replaceChildren(
      element("h2", {}, t("shell.outline_title", { title: course.shortTitle })),
      overview(list(state, stops, null)),
      ...sections,
    );
  };

  toggle.addEventListener("click", () => {
    if (beside.matches) chosen = !isOpen;
    set(!isOpen);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !isOpen || beside.matches) return;
    set(false);
    toggle.focus();
  });
  beside.addEventListener("change", settle);
  return {
    /** @param {State} state */
    update(state) {
      const isNew = state.seen !== built?.seen || state.quizzes !== built.quizzes;
      if (isNew && !nav.contains(document.activeElement)) build(state);
    },
    /**
     * @param {State} state
     * @param {string} hash of the view that is shown
     * @param {boolean} startsClosed
     */
    moved(state, hash, startsClosed) {
      current = hash;
      quiet = startsClosed;
      settle();
      build(state);
    },
    close: () => set(false),
  };
}
