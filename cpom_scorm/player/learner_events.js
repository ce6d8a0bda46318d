/** What a learner does, as the session's methods: each becomes a step of the progress and, if judged, a report. */

import { reaches, scoreAttempt } from "./scoring.js";
import { answered, answerSaved, bookmarked, quizFinished, quizStarted, revised, visited } from "./state.js";

/** @import { Clock, CourseData, Graded, Progress, Session } from "./types.js" */
/** @import { Desk, Urgency } from "./recorder.js" */
/** @typedef {(progress: Progress) => Progress} Step */

const SEED_BITS = 12;

/**
 * @param {CourseData} course
 * @param {object} means
 * @param {Desk} means.desk
 * @param {Clock} means.clock
 * @param {() => number} means.random 0 to below 1
 * @param {(step: Step, urgency: Urgency) => void} means.change does nothing when the session is over
 * @returns {Pick<Session, "visit" | "bookmark" | "answer" | "revise" | "startQuiz" | "saveAnswer" | "finishQuiz">}
 */
export function learnerEvents(course, { desk, clock, random, change }) {
  /** When the answers of the open attempt were given, milliseconds since 1970. @type {Map<string, number>} */
  const answeredAt = new Map();
  /**
   * @param {string} questionId
   * @param {Graded} graded
   */
  const report = (questionId, graded) => {
    const wall = answeredAt.get(questionId) ?? clock.wall();
    answeredAt.delete(questionId);
    if (course.interactions !== "off") desk.reports.set(questionId, { graded, wall });
  };
  return {
    visit(pageId) {
      change((progress) => visited(progress, pageId), "soon");
    },
    bookmark(place) {
      change((progress) => bookmarked(progress, place), "soon");
    },
    answer(questionId, graded) {
      report(questionId, graded);
      change((progress) => answered(course, progress, questionId, graded), "now");
    },
    revise(questionId, response) {
      change((progress) => revised(progress, questionId, response), "record");
    },
    startQuiz(sectionId) {
      const seed = Math.floor(random() * 2 ** SEED_BITS);
      change((progress) => quizStarted(course, progress, sectionId, seed), "soon");
    },
    saveAnswer(questionId, response) {
      answeredAt.set(questionId, clock.wall());
      change((progress) => answerSaved(course, progress, questionId, response), "record");
    },
    finishQuiz(sectionId, graded) {
      const quiz = course.sections.find(({ id }) => id === sectionId)?.quiz;
      if (!quiz) throw new Error(`section "${sectionId}" has no quiz`);
      if (desk.progress.quizzes[sectionId]?.open) {
        for (const id of quiz.questions) if (graded[id]) report(id, graded[id]);
        change((progress) => quizFinished(course, progress, sectionId, graded), "now");
      }
      const attempt = scoreAttempt(course, quiz, graded);
      const counted = desk.progress.quizzes[sectionId]?.counted ?? attempt.score;
      return { ...attempt, passed: reaches(attempt.score, quiz.pass), counted };
    },
  };
}
