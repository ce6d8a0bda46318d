/** From an answer in a form to what the session keeps and reports about it. */

/** @import { CourseData, Graded, QuestionContent, Response } from "../types.js" */
import { KINDS } from "../interactions/kinds.js";

/**
 * @param {CourseData} course
 * @param {string} id of the question
 * @param {QuestionContent} content
 * @param {Response} response
 * @param {number} latencySeconds
 * @returns {Graded}
 */
export function judge(course, id, content, response, latencySeconds) {
  const { kind } = course.questions[id];
  const { fraction, result } = KINDS[kind].grade(content.key, response);
  const encoded = KINDS[kind].encode(response, course.responses[kind], lettersOf(course, id));
  const { pattern, description } = content;
  return { response, fraction, result, latencySeconds, encoded, pattern, description };
}

/**
 * Whether every part of the question has an answer.
 * @param {QuestionContent} content
 * @param {Response | undefined} response
 */
export function isAnswered(content, response) {
  if (response === undefined) return false;
  if (typeof response !== "object") return true;
  const parts = Array.isArray(response) ? 1 : Object.keys(Object(content.key)).length;
  return Object.keys(response).length >= parts;
}

/**
 * The characters by which SCORM 1.2 knows options, sources and targets.
 * @param {CourseData} course
 * @param {string} id of the question
 * @returns {Record<string, string>}
 */
function lettersOf(course, id) {
  const own = course.record.slots.filter(([kind, question]) => kind === "option" && question === id);
  return Object.fromEntries(own.map(([, , , option, letter]) => [option, letter]));
}
