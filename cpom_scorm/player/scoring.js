/** Scores and what they pass: the rules of "Reporting a course with five quizzes". Scores are 0..1. */

/** @import { CourseData, Graded, QuestionData, QuizData, QuizProgress, Success } from "./types.js" */

/** Scores are kept in ten-thousandths, so that what is compared is what is stored and reported. */
const RESOLUTION = 10000;

/**
 * @param {number} value
 * @returns {number}
 */
export function rounded(value) {
  return Math.round(Math.min(Math.max(value || 0, 0), 1) * RESOLUTION) / RESOLUTION;
}

/**
 * @param {number} score
 * @param {number} pass
 */
export function reaches(score, pass) {
  return rounded(score) >= rounded(pass);
}

/**
 * What a question earns of its points, by the author's rule for answers that are partly right.
 * @param {QuestionData} question
 * @param {Pick<Graded, "fraction" | "wrong" | "result">} graded
 * @returns {number} 0..1
 */
export function earned({ credit }, { fraction, wrong = 0, result }) {
  if (result === "correct") return 1;
  if (result !== "partly" || credit === "whole") return 0;
  return credit === "share" ? fraction : Math.max(fraction - wrong, 0);
}

/**
 * Score one attempt. A question without an answer earns nothing; one that is not scored never counts.
 * @param {CourseData} course
 * @param {string[]} asked the questions of the attempt
 * @param {Record<string, Graded>} graded by question id
 * @returns {number}
 */
export function scoreAttempt(course, asked, graded) {
  let points = 0;
  let weights = 0;
  for (const id of asked) {
    const question = course.questions[id];
    if (!question.scored) continue;
    weights += question.weight;
    if (graded[id]) points += question.weight * earned(question, graded[id]);
  }
  return rounded(points / weights);
}

/**
 * Give the weighted mean of the counted scores, or null until every quiz has a finished attempt.
 * @param {CourseData} course
 * @param {Readonly<Record<string, QuizProgress>>} quizzes
 * @returns {number | null}
 */
export function courseScore(course, quizzes) {
  let points = 0;
  let weights = 0;
  for (const { id, quiz } of course.sections) {
    if (!quiz) continue;
    const counted = quizzes[id]?.counted ?? null;
    if (counted === null) return null;
    points += counted * quiz.weight;
    weights += quiz.weight;
  }
  return weights > 0 ? rounded(points / weights) : null;
}

/**
 * @param {CourseData} course
 * @param {Readonly<Record<string, QuizProgress>>} quizzes
 * @returns {Success}
 */
export function courseSuccess(course, quizzes) {
  const score = courseScore(course, quizzes);
  if (score === null) return "unknown";
  const passed =
    course.scoring.require === "each"
      ? course.sections.every(({ id, quiz }) => !quiz || quizSuccess(quiz, quizzes[id]) === "passed")
      : reaches(score, course.scoring.pass);
  return passed ? "passed" : "failed";
}

/**
 * @param {QuizData | null} quiz
 * @param {QuizProgress | undefined} progress
 * @returns {Success}
 */
export function quizSuccess(quiz, progress) {
  const counted = progress?.counted ?? null;
  if (!quiz || counted === null) return "unknown";
  return reaches(counted, quiz.pass) ? "passed" : "failed";
}
