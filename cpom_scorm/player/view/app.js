/** Shows the view that the address names. */

/** @import { Context, View } from "./context.js" */
/** @import { CourseData, Session } from "../types.js" */
/** @import { Route } from "./routes.js" */
/** @import { Sections } from "./sections.js" */
import { createFrame } from "./frame.js";
import { leaveView } from "./leave.js";
import { pageView } from "./page.js";
import { parseRoute, quizHash } from "./routes.js";
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
  /** @type {Context} */
  const context = {
    course,
    session,
    t: createStrings(course.strings, course.locale),
    load: sections.load,
    tools: sections.tools,
    quiz: sections.quiz,
    go: (hash) => {
      window.location.hash = hash;
    },
    replace: (hash) => {
      window.history.replaceState(null, "", hash);
      show(true);
    },
  };
  const frame = createFrame(context);
  const { show, keep } = createRouter(context, frame);
  let hasMoved = false;
  window.addEventListener("hashchange", () => {
    hasMoved = true;
    show(true);
  });
  // Before the session listens, which takes leave of the LMS.
  window.addEventListener("pagehide", keep);
  document.addEventListener("visibilitychange", keep);
  session.subscribe(frame.update);
  let known = session.state();
  session.subscribe((state) => {
    if (state.mode === "connecting") known = state;
  });
  let isEarly = true;
  const started = session.start().then(() => {
    isEarly = false;
  });
  await Promise.race([started, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
  const wasEarly = isEarly || hasMoved;
  // Who has gone on meanwhile may have begun something there.
  if (!hasMoved) await show(false);
  await started;
  const { answers, quizzes } = session.state();
  // What is remembered came after the view that should show it. Where nothing is, what was begun there stays.
  if (wasEarly && (isMore(answers, known.answers) || isMore(quizzes, known.quizzes))) await show(false);
}

/**
 * @param {object} now
 * @param {object} before
 */
function isMore(now, before) {
  return Object.keys(now).length > Object.keys(before).length;
}

/**
 * @param {Context} context
 * @param {ReturnType<typeof createFrame>} frame
 */
function createRouter(context, frame) {
  /** @type {View | null} */
  let current = null;
  let turn = 0;
  const keep = () => current?.keep?.();
  /** @param {boolean} moves */
  const show = async (moves) => {
    const route = parseRoute(window.location.hash, context.course);
    if (!route) return;
    keep();
    turn += 1;
    const mine = turn;
    let view;
    try {
      view = await viewFor(context, route);
    } catch (problem) {
      console.error(problem);
      view = notLoaded(context, () => show(true));
    }
    // The learner may be somewhere else by now.
    if (mine !== turn) return;
    current = view;
    frame.show(view, moves);
  };
  return { show, keep };
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
  if (route.name === "tool") return (await context.tools()).view(context, route);
  const section = course.sections.find(({ id }) => id === route.section);
  if (!section?.quiz) return notFound(context);
  const progress = session.state().quizzes[section.id];
  if (route.number !== null && progress?.open)
    return (await context.quiz()).run(context, section, route.number);
  // Without an open attempt there is no question to answer: back from a result, for example.
  if (route.number !== null) window.history.replaceState(null, "", quizHash(section.id));
  if (progress && progress.attempts > 0 && !progress.open) {
    return (await context.tools()).result(context, section, section.quiz, progress);
  }
  return (await context.quiz()).intro(context, section);
}
