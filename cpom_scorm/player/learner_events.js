/** What a learner does, as the session's methods: each becomes a step of the progress and, if judged, a report. */

import { storedTime } from "./clock.js";
import { DRAWS } from "./draws.js";
import { questionsAsked } from "./questions_asked.js";
import { answered, answerSaved, bookmarked, quizFinished, quizStarted, revised, visited } from "./state.js";

/** @import { Clock, CourseData, Graded, Progress, SectionData, Session } from "./types.js" */
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
  /** @param {string} sectionId */
  const sectionOf = (sectionId) =>
    /** @type {SectionData} */ (course.sections.find(({ id }) => id === sectionId));
  return {
    visit(pageId) {
      change((progress) => visited(progress, pageId), "soon");
    },
    bookmark(place) {
      change((progress) => bookmarked(progress, place), "soon");
    },
    answer(questionId, graded) {
      if (answered(course, desk.progress, questionId, graded) === desk.progress) return;
      report(questionId, graded);
      change((progress) => answered(course, progress, questionId, graded), "now");
    },
    revise(questionId, response) {
      change((progress) => revised(progress, questionId, response), "record");
    },
    startQuiz(sectionId) {
      const section = sectionOf(sectionId);
      const any = () => Math.floor(random() * 2 ** SEED_BITS);
      const seed = DRAWS.pools?.seed(section, desk.progress, any) ?? any();
      change((progress) => quizStarted(section, progress, seed), "soon");
    },
    saveAnswer(questionId, response) {
      answeredAt.set(questionId, clock.wall());
      change((progress) => answerSaved(course, progress, questionId, response), "record");
    },
    finishQuiz(sectionId, graded) {
      const section = sectionOf(sectionId);
      const { answers, quizzes } = desk.progress;
      if (!quizzes[sectionId]?.open) return;
      // What was told at once was reported at once.
      for (const id of questionsAsked(section, desk.progress))
        if (graded[id] && answers[id]?.result !== graded[id].result) report(id, graded[id]);
      const at = storedTime(clock.wall());
      change((progress) => quizFinished(course, progress, section, graded, at), "now");
    },
  };
}
