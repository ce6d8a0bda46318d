/** Shows the view that the address names, and keeps what stands around it up to date. */

/** @import { Context, View } from "./context.js" */
/** @import { CourseData, Session, State } from "../types.js" */
/** @import { Route } from "./routes.js" */
/** @import { Sections } from "./sections.js" */
import { byId, setProgress } from "./elements.js";
import { createLaunch } from "./launch.js";
import { leaveView } from "./leave.js";
import { createNotices } from "./notices.js";
import { createOutline } from "./outline.js";
import { pageView } from "./page.js";
import { stopsOf, tally } from "./progress.js";
import { quizIntro } from "./quiz_intro.js";
import { quizResult } from "./quiz_result.js";
import { quizRun } from "./quiz_run.js";
import { parseRoute, quizHash } from "./routes.js";
import { createSaveStatus } from "./save_status.js";
import { createStrings } from "./strings.js";
import { notFound, notLoaded } from "./trouble.js";

/** How long a first view other than the launch page waits for what the LMS remembers. */
const PATIENCE_MS = 400;

/**
 * @param {CourseData} course
 * @param {Session} session
 * @param {Sections} sections
 */
export async function startApp(course, session, sections) {
  const t = createStrings(course.strings, course.language);
  /** @type {Context} */
  const context = {
    course,
    session,
    t,
    load: sections.load,
    go: (hash) => {
      window.location.hash = hash;
    },
    replace: (hash) => {
      window.history.replaceState(null, "", hash);
      show(true);
    },
  };
  const launch = createLaunch(context);
  const outline = createOutline(context);
  const notices = createNotices(context);
  const saveStatus = createSaveStatus(context);
  const [bar, main, launchPage, place] = [byId("bar"), byId("main"), byId("launch"), byId("view")];
  /** @type {View | null} */
  let current = null;
  let turn = 0;
  let atLaunch = true;

  /** @param {State} state */
  const update = (state) => {
    const { done, total } = tally(stopsOf(course, state));
    setProgress(byId("bar-progress"), done, total, t("progress.label", { done, total }));
    if (atLaunch) launch.update(state);
    else outline.update(state);
    notices.update(state, atLaunch);
    saveStatus.update(state);
  };
  /**
   * @param {View | null} view null: the launch page
   * @param {boolean} moves whether the learner came here from another view
   */
  const put = (view, moves) => {
    current = view;
    atLaunch = view === null;
    if (moves) notices.moved(session.state());
    bar.hidden = view?.last ?? atLaunch;
    launchPage.hidden = !atLaunch;
    place.hidden = atLaunch;
    main.classList.toggle("bare", atLaunch);
    place.replaceChildren(...(view ? [view.node] : []));
    byId("bar-place").textContent = view?.place ?? "";
    if (view) outline.moved(view.current ?? "", view.quiet ?? false);
    else outline.close();
    const heading = headingOf(view?.node ?? launchPage);
    document.title = view
      ? t("shell.title", { page: heading?.textContent ?? "", course: course.title })
      : course.title;
    if (moves) {
      window.scrollTo(0, 0);
      heading?.focus({ preventScroll: true });
    }
    view?.shown?.();
    update(session.state());
  };
  const keep = () => current?.keep?.();
  /** @param {boolean} moves */
  const show = async (moves) => {
    const route = parseRoute(window.location.hash, course);
    if (!route) return;
    keep();
    turn += 1;
    const mine = turn;
    let view;
    try {
      view = await viewFor(context, route);
    } catch {
      view = notLoaded(context, () => show(true));
    }
    // Somewhere else by now, or sent on to another view.
    if (mine === turn) put(view, moves);
  };

  window.addEventListener("hashchange", () => show(true));
  window.addEventListener("beforeprint", () => {
    for (const closed of place.querySelectorAll(".more")) closed.setAttribute("open", "");
  });
  document.querySelector(".skip")?.addEventListener("click", (event) => {
    event.preventDefault(); // Its address would read as the address of a view.
    headingOf(atLaunch ? launchPage : place)?.focus();
  });
  // Before the session listens, which takes leave of the LMS.
  window.addEventListener("pagehide", keep);
  document.addEventListener("visibilitychange", keep);
  session.subscribe(update);
  const started = session.start();
  await Promise.race([started, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
  const isEarly = session.state().mode === "connecting";
  await show(false);
  await started;
  const { answers, quizzes } = session.state();
  // What the LMS remembers came after the view that should show it.
  if (isEarly && (Object.keys(answers).length > 0 || Object.keys(quizzes).length > 0)) await show(false);
}

/** @param {Element} node */
function headingOf(node) {
  return node.querySelector("h1");
}

/**
 * @param {Context} context
 * @param {Route} route
 * @returns {Promise<View | null>} null for the launch page
 */
async function viewFor(context, route) {
  const { course, session } = context;
  // After the session nothing would be kept, so there is no way back into the course.
  if (route.name === "exit" || session.state().mode === "ended") return leaveView(context);
  if (route.name === "launch") return null;
  if (route.name === "page") return pageView(context, route.id);
  if (route.name === "unknown") return notFound(context);
  const section = course.sections.find(({ id }) => id === route.section);
  if (!section?.quiz) return notFound(context);
  const progress = session.state().quizzes[section.id];
  if (route.number !== null && progress?.open) return quizRun(context, section, route.number);
  if (route.number !== null) window.history.replaceState(null, "", quizHash(section.id));
  if (progress && progress.attempts > 0 && !progress.open) {
    return quizResult(context, section, section.quiz, progress);
  }
  return quizIntro(context, section);
}
