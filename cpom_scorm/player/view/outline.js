/** The outline: a plain list of links with the state of each in words, beside the page or, when narrow, over it. */

/** @import { Context } from "./context.js" */
/** @import { SectionData, State } from "../types.js" */
/** @import { Stop } from "./progress.js" */
import { byId, element, icon, span } from "./elements.js";
import { stopsOf, tally } from "./progress.js";
import { timeText } from "./strings.js";

/** As in shell.css: from here on the outline stands beside the page. */
const BESIDE = "(width >= 60rem)";
/** From here on there is room for it without being asked. */
const ROOMY = "(width >= 75rem)";

/** @param {Context} context */
export function createOutline({ course, session, t }) {
  const nav = byId("outline");
  const toggle = byId("outline-toggle");
  const [main, bar] = [byId("main"), byId("bar")];
  const beside = window.matchMedia(BESIDE);
  /** What the learner chose, for as long as there is room beside the page. @type {boolean | null} */
  let chosen = null;
  let current = "";
  let quiet = false;
  /** What the list was built from; null: it is out of date. @type {State | null} */
  let built = null;

  const isClosed = () => nav.hasAttribute("hidden");
  /** @param {boolean} open */
  const set = (open) => {
    nav.hidden = !open;
    toggle.setAttribute("aria-expanded", String(open));
    // Over the page nothing behind it may take the focus.
    main.inert = open && !beside.matches;
    if (open && !built) build(session.state());
  };
  // It goes with the bar, which some views lack.
  const settle = () =>
    set(beside.matches && !bar.hidden && (chosen ?? (!quiet && window.matchMedia(ROOMY).matches)));

  /** @param {Stop} stop */
  const entry = ({ hash, label, minutes, done, begun }) => {
    const reached = begun ? "half" : done ? "done" : "todo";
    const words = begun ? t("state.started") : done ? t("state.done") : timeText(t, minutes);
    return link(hash, reached, icon(reached), span(label), element("small", {}, words));
  };
  /**
   * @param {string} href
   * @param {string} reached
   * @param {...Node} children
   */
  const link = (href, reached, ...children) => {
    const attributes = { href, "data-state": reached, "aria-current": href === current && "page" };
    return element("li", {}, element("a", attributes, ...children));
  };
  /**
   * A section; its list is made when the learner opens it, for a course may have a thousand pages (PERF-03).
   * @param {Stop[]} stops
   * @param {SectionData} section
   * @param {boolean} open
   */
  const part = (stops, { id, number, title }, open) => {
    const { done, total } = tally(stops);
    const counts = element("small", {}, total > 0 ? t("progress.done", { done, total }) : "");
    const summary = element("summary", {}, span(number, "num"), span(title), icon("chev"), counts);
    const list = element("ol", { class: "pages" });
    const node = element("details", { id: `outline-${id}`, open }, summary, list);
    const fill = () => {
      if (node.open && !list.firstChild) list.append(...stops.map(entry));
    };
    node.addEventListener("toggle", fill);
    fill();
    return node;
  };
  /** @param {State} state */
  const build = (state) => {
    built = state;
    const stops = stopsOf(course, state);
    const open = new Set([...nav.querySelectorAll("details[open]")].map((node) => node.id));
    const outside = stops.filter((stop) => stop.section === null);
    nav.replaceChildren(
      element("h2", {}, t("shell.outline_title", { title: course.shortTitle })),
      element(
        "ol",
        { class: "pages" },
        link("#/", "", icon("menu"), span(t("page.overview"))),
        ...outside.map(entry),
      ),
      ...course.sections.map((section) => {
        const own = stops.filter((stop) => stop.section === section.id);
        const isHere = own.some((stop) => stop.hash === current);
        return part(own, section, isHere || open.has(`outline-${section.id}`));
      }),
    );
  };

  toggle.addEventListener("click", () => {
    if (beside.matches) chosen = isClosed();
    set(isClosed());
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || isClosed() || beside.matches) return;
    set(false);
    toggle.focus();
  });
  beside.addEventListener("change", settle);
  return {
    /** @param {State} state */
    update(state) {
      const { seen, quizzes, answers } = built ?? {};
      if (state.seen === seen && state.quizzes === quizzes && state.answers === answers) return;
      if (nav.contains(document.activeElement)) return;
      built = null;
      if (!isClosed()) build(state);
    },
    /**
     * @param {string} hash of the view that is shown
     * @param {boolean} startsClosed
     */
    moved(hash, startsClosed) {
      current = hash;
      quiet = startsClosed;
      built = null;
      settle();
    },
    close: () => set(false),
  };
}
