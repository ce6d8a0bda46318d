/** An open attempt, one question at a time: answers are kept and can be changed until the attempt is finished. */

/** @import { Context, View } from "./context.js" */
/** @import { Graded, Response, SectionContent, SectionData } from "../types.js" */
import { KINDS } from "../interactions/kinds.js";
import { focusOn } from "./check.js";
import { element, fromMarkup, icon } from "./elements.js";
import { isAnswered, judge } from "./judging.js";
import { seededOrder } from "./order.js";
import { quizHash } from "./routes.js";

const PAUSE_MS = 1000;

/** Seconds spent on each question of open attempts while this window is open. @type {Map<string, number>} */
const spent = new Map();

/**
 * @param {Context} context
 * @param {SectionData} section
 * @param {number} number of the question, from 1
 * @returns {Promise<View>}
 */
export async function quizRun(context, section, number) {
  const { course, session, t } = context;
  const content = await context.load(section.script);
  const order = questionOrder(context, section);
  const id = order[number - 1];
  const form = /** @type {HTMLFormElement} */ (fromMarkup(content.questions[id].html ?? ""));
  const { kind, shuffle } = course.questions[id];
  if (shuffle && section.quiz?.shuffle) KINDS[kind].shuffle(form, seededOrder(seedOf(context, section), id));
  const saved = session.state().answers[id];
  if (saved) KINDS[kind].show(form, saved.response);

  const counts = element("span", { class: "num" });
  const dots = element("ol", { class: "dots" });
  const notice = element("div", { role: "status" });
  const showCounts = () => {
    const open = unanswered(context, content, order);
    const values = { answered: order.length - open.length, open: open.length };
    counts.textContent = open.length ? t("quiz.answered_open", values) : t("quiz.all_answered");
    dots.replaceChildren(
      ...order.map((_, at) => dot(context, section, at + 1, number, !open.includes(at + 1))),
    );
  };
  const keep = keepAnswers(context, form, id, showCounts);
  const finish = () => {
    keep.now();
    const open = unanswered(context, content, order);
    if (open.length === 0) return finishQuiz(context, section, content);
    notice.replaceChildren(
      unansweredNote(context, section, open, () => finishQuiz(context, section, content)),
    );
    focusOn(notice);
  };
  showCounts();

  const name = `${section.number} ${t("quiz.name")}`;
  const heading = t("quiz.question_of", { number, total: order.length });
  const node = element(
    "article",
    { class: "page flow" },
    element(
      "header",
      {},
      element("p", { class: "eyebrow" }, element("span", {}, name), counts),
      element("h1", { tabindex: -1 }, heading),
    ),
    element("nav", { "aria-label": t("quiz.questions") }, dots),
    form,
    notice,
    steps(context, section, number, order.length, finish),
  );
  return { node, place: name, current: quizHash(section.id), quiet: true, shown: keep.start };
}

/**
 * Begins an attempt, or goes to the first question of the open one that lacks an answer.
 * @param {Context} context
 * @param {SectionData} section
 * @param {SectionContent} content
 */
export function startQuiz(context, section, content) {
  context.session.startQuiz(section.id);
  const [first = 1] = unanswered(context, content, questionOrder(context, section));
  context.go(quizHash(section.id, first));
}

/**
 * The order that the attempt shows its questions in.
 * @param {Context} context
 * @param {SectionData} section
 * @returns {string[]}
 */
export function questionOrder(context, section) {
  const { questions, shuffle } = section.quiz ?? { questions: [], shuffle: false };
  if (!shuffle) return questions;
  return seededOrder(seedOf(context, section), section.id)(questions.length).map((place) => questions[place]);
}

/**
 * @param {Context} context
 * @param {SectionData} section
 */
function seedOf({ session }, { id }) {
  return session.state().quizzes[id]?.seed ?? 0;
}

/**
 * Numbers of the questions that lack an answer, or part of one.
 * @param {Context} context
 * @param {SectionContent} content
 * @param {string[]} order
 */
function unanswered({ session }, content, order) {
  const { answers } = session.state();
  return order.flatMap((id, at) =>
    isAnswered(content.questions[id], answers[id]?.response) ? [] : [at + 1],
  );
}

/**
 * Keeps what the form holds: a moment after a change, when the learner moves on, and when the window is hidden.
 * @param {Context} context
 * @param {HTMLFormElement} form
 * @param {string} id
 * @param {() => void} kept
 */
function keepAnswers({ course, session }, form, id, kept) {
  const { kind } = course.questions[id];
  const leaving = new AbortController();
  let last = JSON.stringify(session.state().answers[id]?.response);
  let timer = 0;
  let begun = performance.now();
  const now = () => {
    clearTimeout(timer);
    const { response = emptyResponse(session.state().answers[id]?.response) } = KINDS[kind].read(form);
    if (response === undefined || JSON.stringify(response) === last) return;
    last = JSON.stringify(response);
    session.saveAnswer(id, response);
    kept();
  };
  const stop = () => {
    now();
    spent.set(id, (spent.get(id) ?? 0) + (performance.now() - begun) / 1000);
    leaving.abort();
  };
  const start = () => {
    begun = performance.now();
    form.addEventListener("input", () => {
      clearTimeout(timer);
      timer = window.setTimeout(now, PAUSE_MS);
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    // Before the session's own listeners, which take leave of the LMS.
    const options = { capture: true, signal: leaving.signal };
    window.addEventListener("hashchange", stop, options);
    window.addEventListener("pagehide", now, options);
    document.addEventListener("visibilitychange", now, options);
  };
  return { now, start };
}

/**
 * What stands for an answer that was taken back.
 * @param {Response | undefined} before
 * @returns {Response | undefined} undefined where nothing can: a number once typed stays until another is
 */
function emptyResponse(before) {
  if (typeof before !== "object") return undefined;
  return Array.isArray(before) ? [] : {};
}

/**
 * @param {Context} context
 * @param {SectionData} section
 * @param {number} number
 * @param {number} current
 * @param {boolean} answered
 */
function dot({ t }, { id }, number, current, answered) {
  const isHere = number === current;
  const words = isHere ? t("quiz.is_current") : answered ? t("quiz.is_answered") : t("quiz.is_open");
  const attributes = {
    href: quizHash(id, number),
    "data-state": answered && "done",
    "aria-current": isHere && "step",
  };
  return element("li", {}, element("a", attributes, String(number), element("span", { class: "sr" }, words)));
}

/**
 * @param {Context} context
 * @param {SectionData} section
 * @param {number} number
 * @param {number} total
 * @param {() => void} finish
 */
function steps({ t }, { id }, number, total, finish) {
  const back =
    number > 1 &&
    element(
      "a",
      { class: "btn", href: quizHash(id, number - 1) },
      icon("prev", true),
      t("quiz.question", { number: number - 1 }),
    );
  const next =
    number < total &&
    element(
      "a",
      { class: "btn primary", href: quizHash(id, number + 1) },
      t("quiz.question", { number: number + 1 }),
      icon("next", true),
    );
  const end = element(
    "button",
    { type: "button", class: next ? "btn quiet" : "btn primary" },
    t("quiz.finish"),
  );
  end.addEventListener("click", finish);
  return element("div", { class: "row spread" }, back, next, end);
}

/**
 * @param {Context} context
 * @param {SectionData} section
 * @param {number[]} open
 * @param {() => void} finish
 */
function unansweredNote({ t }, { id }, open, finish) {
  const links = open.map((number) =>
    element("a", { class: "btn", href: quizHash(id, number) }, t("quiz.question", { number })),
  );
  const anyway = element("button", { class: "btn", type: "button" }, t("quiz.finish_anyway"));
  anyway.addEventListener("click", finish);
  return element(
    "div",
    { class: "note warn" },
    icon("warn"),
    element("strong", {}, t("quiz.unanswered", { count: open.length })),
    element("p", {}, t("quiz.unanswered_text")),
    element("div", { class: "row" }, ...links, anyway),
  );
}

/** @param {Response} response */
function isEmpty(response) {
  return typeof response === "object" && Object.keys(response).length === 0;
}

/**
 * @param {Context} context
 * @param {SectionData} section
 * @param {SectionContent} content
 */
function finishQuiz({ course, session, replace }, section, content) {
  const { answers } = session.state();
  /** @type {Record<string, Graded>} */
  const graded = {};
  for (const id of section.quiz?.questions ?? []) {
    const response = answers[id]?.response;
    if (response === undefined || isEmpty(response)) continue;
    graded[id] = judge(course, id, content.questions[id], response, spent.get(id) ?? 0);
    spent.delete(id);
  }
  session.finishQuiz(section.id, graded);
  replace(quizHash(section.id));
}
