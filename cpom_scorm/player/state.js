/** How a learner's progress changes: each function gives the progress after one event and changes nothing. */

import { completionOf } from "./completion.js";
import { questionsAsked } from "./questions_asked.js";
import { HISTORY_LENGTH } from "./record.js";
import { RESPONSE_BITS } from "./record_responses.js";
import { courseScore, courseSuccess, quizSuccess, scoreAttempt } from "./scoring.js";

/** @import { Answer, Completion, CourseData, Graded, Progress, QuizData, QuizProgress, Response, SectionData, SectionProgress, Success } from "./types.js" */

const MOST_TRIES = 15;
export const MOST_ATTEMPTS = 255;
const CLIMB = ["incomplete", "completed", "unknown", "failed", "passed"];

/**
 * @param {number} token 24 random bits that name the attempt
 * @returns {Progress}
 */
export function emptyProgress(token) {
  return {
    token,
    sequence: 0,
    completion: "incomplete",
    success: "unknown",
    score: null,
    seconds: 0,
    bookmark: null,
    seen: new Set(),
    answers: {},
    quizzes: {},
    sections: {},
    reported: {},
    interactionCount: 0,
  };
}

/**
 * @param {Progress} progress
 * @param {string} place
 * @returns {Progress}
 */
export function bookmarked(progress, place) {
  return progress.bookmark === place ? progress : { ...progress, bookmark: place };
}

/**
 * @param {Progress} progress
 * @param {string} pageId
 * @returns {Progress}
 */
export function visited(progress, pageId) {
  const here = bookmarked(progress, `page/${pageId}`);
  return here.seen.has(pageId) ? here : { ...here, seen: new Set([...here.seen, pageId]) };
}

/**
 * Whether a question takes an answer now. One of a quiz does while an attempt is open, until it was judged.
 * @param {CourseData} course
 * @param {Progress} progress
 * @param {string} questionId
 */
export function isOpen(course, { quizzes, answers }, questionId) {
  const { quiz, section } = course.questions[questionId];
  const result = answers[questionId]?.result ?? "ungraded";
  return !quiz || Boolean(quizzes[section ?? ""]?.open && (result === "ungraded" || result === "neutral"));
}

/**
 * One more try at a knowledge check, or the one at a question of a quiz.
 * @param {CourseData} course
 * @param {Progress} progress
 * @param {string} questionId
 * @param {Graded} graded
 * @returns {Progress}
 */
export function answered(course, progress, questionId, graded) {
  if (!isOpen(course, progress, questionId)) return progress;
  const before = course.questions[questionId].quiz ? 0 : (progress.answers[questionId]?.tries ?? 0);
  const tries = Math.min(before + 1, MOST_TRIES);
  return withAnswer(progress, questionId, answerOf(course, questionId, graded, tries));
}

/**
 * Change what is kept without another try: what a learner ticked beside an answer, or did in a block that asks
 * nothing.
 * @param {Progress} progress
 * @param {string} id of the question or block
 * @param {Response} response
 * @returns {Progress}
 */
export function revised(progress, id, response) {
  const answer = progress.answers[id] ?? { tries: 1, result: "neutral", fraction: 0 };
  return withAnswer(progress, id, { ...answer, response });
}

/**
 * @param {Progress} progress
 * @param {string} questionId
 * @param {Answer} answer
 * @returns {Progress}
 */
function withAnswer(progress, questionId, answer) {
  return { ...progress, answers: { ...progress.answers, [questionId]: answer } };
}

/**
 * Begin an attempt, or carry on the open one. Without any attempt left nothing begins.
 * @param {SectionData} section
 * @param {Progress} progress
 * @param {number} seed 12 bits
 * @returns {Progress}
 */
export function quizStarted({ id: sectionId, quiz }, progress, seed) {
  /** @type {QuizProgress} */
  const fresh = { attempts: 0, open: false, seed, counted: null, last: null, pastAttempts: [] };
  const before = progress.quizzes[sectionId] ?? fresh;
  if (!quiz || before.open || before.attempts >= (quiz.attempts ?? Infinity)) return progress;
  const answers = { ...progress.answers };
  for (const id of everyQuestion(quiz)) delete answers[id];
  const quizzes = { ...progress.quizzes, [sectionId]: { ...before, open: true, seed } };
  return bookmarked({ ...progress, answers, quizzes }, `quiz/${sectionId}`);
}

/**
 * Keep the answer to a question of an open attempt; it is judged when the attempt is finished.
 * @param {CourseData} course
 * @param {Progress} progress
 * @param {string} questionId
 * @param {Response} response
 * @returns {Progress}
 */
export function answerSaved(course, progress, questionId, response) {
  const { quiz } = course.questions[questionId];
  if (!quiz || !isOpen(course, progress, questionId)) return progress;
  const held = kept(course, questionId, response);
  return withAnswer(progress, questionId, { tries: 1, result: "ungraded", fraction: 0, response: held });
}

/**
 * Finish the open attempt: its score counts by the course's policy.
 * @param {CourseData} course
 * @param {Progress} progress
 * @param {SectionData} section
 * @param {Record<string, Graded>} graded by question id
 * @param {number} at minutes since the start of histories
 * @returns {Progress}
 */
export function quizFinished(course, progress, section, graded, at) {
  const { id: sectionId, quiz } = section;
  const before = progress.quizzes[sectionId];
  if (!before?.open || !quiz) return progress;
  const asked = questionsAsked(section, progress);
  const answers = { ...progress.answers };
  for (const id of everyQuestion(quiz)) delete answers[id];
  for (const id of asked) if (graded[id]) answers[id] = answerOf(course, id, graded[id], 1);
  const score = scoreAttempt(course, asked, graded);
  const counts = before.counted === null || countsNow(course.scoring.counted, score, before.counted);
  const after = {
    ...before,
    attempts: Math.min(before.attempts + 1, MOST_ATTEMPTS),
    open: false,
    counted: counts ? score : before.counted,
    last: score,
    pastAttempts: [{ score, at }, ...before.pastAttempts].slice(0, HISTORY_LENGTH),
  };
  return { ...progress, answers, quizzes: { ...progress.quizzes, [sectionId]: after } };
}

/**
 * Draw the consequences: completion and success of sections and course, and the overall score.
 * Statuses only climb, and under `best` so does the score (RUN-10, RUN-17).
 * @param {CourseData} course
 * @param {Progress} progress
 * @returns {Progress}
 */
export function settled(course, progress) {
  const score = courseScore(course, progress.quizzes) ?? progress.score;
  const best = course.scoring.counted === "best" && progress.score !== null && score !== null;
  const reached = {
    completion: higher(progress.completion, completionOf(course, progress)),
    success: higher(progress.success, courseSuccess(course, progress.quizzes)),
    score: best ? Math.max(Number(score), Number(progress.score)) : score,
    sections: settledSections(course, progress),
  };
  const same =
    reached.completion === progress.completion &&
    reached.success === progress.success &&
    reached.score === progress.score &&
    reached.sections === progress.sections;
  return same ? progress : { ...progress, ...reached };
}

/**
 * @param {CourseData} course
 * @param {Progress} progress
 * @returns {Progress["sections"]} the same value when nothing changed
 */
function settledSections(course, progress) {
  /** @type {Record<string, SectionProgress>} */
  const changed = {};
  for (const section of course.sections) {
    const before = progress.sections[section.id] ?? { completion: "incomplete", success: "unknown" };
    const completion = higher(before.completion, completionOf(course, progress, section));
    const success = higher(before.success, quizSuccess(section.quiz, progress.quizzes[section.id]));
    if (completion !== before.completion || success !== before.success)
      changed[section.id] = { completion, success };
  }
  return Object.keys(changed).length > 0 ? { ...progress.sections, ...changed } : progress.sections;
}

/**
 * @template {Completion | Success} T
 * @param {T} one
 * @param {T} other
 * @returns {T}
 */
export function higher(one, other) {
  return CLIMB.indexOf(other) > CLIMB.indexOf(one) ? other : one;
}

/**
 * @param {string} policy
 * @param {number} score
 * @param {number} counted
 */
function countsNow(policy, score, counted) {
  return policy === "last" || (policy === "best" && score > counted);
}

/**
 * @param {CourseData} course
 * @param {string} questionId
 * @param {Graded} graded
 * @param {number} tries
 * @returns {Answer}
 */
function answerOf(course, questionId, { response, fraction, result }, tries) {
  const partly = Math.min(Math.max(Math.round(fraction * 100), 1), 99) / 100;
  const shares = { correct: 1, incorrect: 0, partly, neutral: 0 };
  return { tries, result, fraction: shares[result], response: kept(course, questionId, response) };
}

/**
 * What the record can hold of a response, so that a learner comes back to what they left.
 * @param {CourseData} course
 * @param {string} questionId
 * @param {Response} response
 * @returns {Response}
 */
function kept(course, questionId, response) {
  const { kept: keptOf = (whole) => whole } = RESPONSE_BITS[course.questions[questionId].kind];
  return keptOf(response);
}

/**
 * @param {QuizData} quiz
 * @returns {string[]} those of its pools too
 */
export function everyQuestion({ questions, pools }) {
  return [...questions, ...pools.flatMap(([, pool]) => pool)];
}
