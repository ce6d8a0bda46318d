/** What an open attempt holds: the order of its questions, which of them lack an answer, and its end. */

/** @import { Context } from "./context.js" */
/** @import { Graded, SectionContent, SectionData } from "../types.js" */
import { isAnswered, isEmpty, judge } from "./judging.js";
import { seededOrder } from "./order.js";
import { quizHash } from "./routes.js";

/** Seconds spent on each question of open attempts while this window is open. @type {Map<string, number>} */
const spent = new Map();

/**
 * @param {string} id of the question
 * @param {number} seconds
 */
export function addTime(id, seconds) {
  spent.set(id, (spent.get(id) ?? 0) + seconds);
}

/**
 * @param {Context} context
 * @param {SectionData} section
 * @param {string} name of what is ordered
 */
export function orderOf({ session }, section, name) {
  return seededOrder(session.state().quizzes[section.id]?.seed ?? 0, name);
}

/**
 * The ids of the questions in the order that the attempt shows them.
 * @param {Context} context
 * @param {SectionData} section
 * @returns {string[]}
 */
export function questionOrder(context, section) {
  const { questions, shuffle } = section.quiz ?? { questions: [], shuffle: false };
  if (!shuffle) return questions;
  return orderOf(context, section, section.id)(questions.length).map((place) => questions[place]);
}

/**
 * Numbers of the questions that lack an answer, or part of one.
 * @param {Context} context
 * @param {SectionContent} content
 * @param {string[]} order
 */
export function unanswered({ course, session }, content, order) {
  const { answers } = session.state();
  return order.flatMap((id, at) =>
    isAnswered(course.questions[id].kind, content.questions[id], answers[id]?.response) ? [] : [at + 1],
  );
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
 * @param {Context} context
 * @param {SectionData} section
 * @param {SectionContent} content
 */
export function finishQuiz({ course, session, replace }, section, content) {
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
