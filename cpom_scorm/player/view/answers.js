/** What an open attempt holds: which of its questions lack an answer, and its end. */

/** @import { Context } from "./context.js" */
/** @import { Graded, SectionContent, SectionData } from "../types.js" */
import { questionsAsked } from "../questions_asked.js";
import { isAnswered, isEmpty, judge } from "./judging.js";
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
  const { session } = context;
  session.startQuiz(section.id);
  const [first = 1] = unanswered(context, content, questionsAsked(section, session.state()));
  context.go(quizHash(section.id, first));
}

/**
 * @param {Context} context
 * @param {SectionData} section
 * @param {SectionContent} content
 */
export function finishQuiz({ course, session, replace }, section, content) {
  const state = session.state();
  /** @type {Record<string, Graded>} */
  const graded = {};
  for (const id of questionsAsked(section, state)) {
    const response = state.answers[id]?.response;
    if (response === undefined || isEmpty(response)) continue;
    graded[id] = judge(course, id, content.questions[id], response, spent.get(id) ?? 0);
    spent.delete(id);
  }
  session.finishQuiz(section.id, graded);
  replace(quizHash(section.id));
}
