/** How far the learner is, worked out from course and state: counts, states and what comes next. */

/** @import { CourseData, QuizData, SectionData, State } from "../types.js" */
/** @import { Translate } from "../interactions/kinds.js" */
import { isDone } from "../completion.js";
import { pageHash, quizHash } from "./routes.js";

/**
 * A page or a section's quiz.
 * @typedef {object} Stop
 * @property {string} hash
 * @property {string} title
 * @property {string} label the title, after what kind of quiz this is
 * @property {number} minutes
 * @property {boolean} counts whether the course is complete only after it
 * @property {boolean} done
 * @property {boolean} begun something in it is still to do: an attempt, or a film to play
 * @property {string | null} section
 * @property {boolean} isQuiz
 */

/**
 * All places in reading order.
 * @param {CourseData} course
 * @param {State} state
 * @returns {Stop[]}
 */
export function stopsOf(course, state) {
  const titles = new Map(course.pages.map((page) => [page.id, page]));
  const welcome = course.pages.filter((page) => page.section === null).map((page) => page.id);
  /** @param {string} id @returns {Stop[]} */
  const pageStop = (id) => {
    const page = titles.get(id);
    if (!page) return [];
    const { title, minutes, required: counts, section } = page;
    return [
      {
        hash: pageHash(id),
        title,
        label: title,
        minutes,
        counts,
        done: isDone(page, state),
        begun: state.seen.has(id) && !isDone(page, state),
        section,
        isQuiz: false,
      },
    ];
  };
  return [
    ...welcome.flatMap(pageStop),
    ...course.sections.flatMap((section) => [
      ...section.pages.flatMap(pageStop),
      ...quizStop(section, state),
    ]),
  ];
}

/**
 * @param {SectionData} section
 * @param {State} state
 * @returns {Stop[]}
 */
function quizStop({ id, quiz }, state) {
  if (!quiz) return [];
  const done = (state.quizzes[id]?.attempts ?? 0) > 0;
  const { title, minutes } = quiz;
  const label = `${quiz.name}: ${title}`;
  const begun = Boolean(state.quizzes[id]?.open);
  return [
    { hash: quizHash(id), title, label, minutes, counts: true, done, begun, section: id, isQuiz: true },
  ];
}

/** @param {Stop[]} stops */
export function tally(stops) {
  const counted = stops.filter((stop) => stop.counts);
  const open = stops.filter((stop) => !stop.done);
  return {
    done: counted.filter((stop) => stop.done).length,
    total: counted.length,
    minutes: minutesOf(stops),
    minutesLeft: minutesOf(open),
    hasQuiz: stops.some((stop) => stop.isQuiz),
  };
}

/**
 * @param {Stop[]} stops those of one section
 * @returns {"done" | "half" | "todo"}
 */
export function stateOf(stops) {
  // Where nothing is required, all has to be seen before it may be called complete.
  const required = stops.some((stop) => stop.counts);
  if (stops.every((stop) => stop.done || (required && !stop.counts))) return "done";
  return stops.some((stop) => stop.done) ? "half" : "todo";
}

/**
 * What a score comes to: right answers, or per cent where only a share can be told.
 * @param {Translate} t
 * @param {QuizData} quiz
 * @param {number} score
 */
export function scoreText(t, { needed, total }, score) {
  return needed === null ? t.percent(score) : t("quiz.of", { right: Math.round(score * total), total });
}

/** @param {Stop[]} stops */
function minutesOf(stops) {
  return stops.reduce((sum, stop) => sum + stop.minutes, 0);
}
