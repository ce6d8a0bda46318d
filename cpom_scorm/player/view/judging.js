/** From an answer in a form to what the session keeps and reports about it. */

/** @import { CourseData, Graded, QuestionContent, Reported, Response } from "../types.js" */
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
  const { encode, grade, part: partOf } = KINDS[kind];
  const { fraction, wrong, total, result } = grade(content.key, response);
  const letters = lettersOf(course, id);
  /** @returns {Reported[]} */
  const records = content.records.map(([part, patterns, description]) => {
    const own = partOf ? partOf(content.key, response, part) : { response, result };
    const encoded = own.response === undefined ? "" : encode(own.response, course.responses[kind], letters);
    return { part, result: own.result, encoded, patterns, description };
  });
  return { response, fraction, wrong: wrong / total, result, latencySeconds, records };
}

/**
 * Whether every part of the question has an answer.
 * @param {string} kind
 * @param {QuestionContent} content
 * @param {Response | undefined} response
 */
export function isAnswered(kind, content, response) {
  if (response === undefined || isEmpty(response)) return false;
  const { isWhole } = KINDS[kind];
  if (isWhole) return isWhole(content.key, response);
  const isPairs = typeof response === "object" && !Array.isArray(response);
  return !isPairs || Object.keys(response).length >= Object.keys(Object(content.key)).length;
}

/**
 * Whether an answer was taken back.
 * @param {Response} response
 */
export function isEmpty(response) {
  return response === "" || (typeof response === "object" && Object.keys(response).length === 0);
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
