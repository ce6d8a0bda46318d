/** What is done and what is still to do: required pages seen and quizzes finished. */

/** @import { Completion, CourseData, PageData, Progress, SectionData } from "./types.js" */

/**
 * Whether a page was seen, and played what it asks to be played.
 * @param {PageData} page
 * @param {Progress} progress
 */
export function isDone({ id, plays = [] }, { seen, answers }) {
  return seen.has(id) && plays.every((one) => answers[one]?.response === true);
}

/**
 * Count what the course, or one of its sections, requires.
 * @param {CourseData} course
 * @param {Progress} progress
 * @param {SectionData | null} section null for the whole course, welcome page included
 * @returns {{ done: number, total: number }}
 */
export function requirements(course, progress, section = null) {
  const pages = course.pages.filter((page) => page.required && (!section || page.section === section.id));
  const quizzes = (section ? [section] : course.sections).filter(({ quiz }) => quiz);
  return {
    done:
      pages.filter((page) => isDone(page, progress)).length +
      quizzes.filter(({ id }) => (progress.quizzes[id]?.attempts ?? 0) > 0).length,
    total: pages.length + quizzes.length,
  };
}

/**
 * A course or section that requires nothing is completed by the first page seen in it (RUN-11).
 * @param {CourseData} course
 * @param {Progress} progress
 * @param {SectionData | null} section
 * @returns {Completion}
 */
export function completionOf(course, progress, section = null) {
  const { done, total } = requirements(course, progress, section);
  const complete = total > 0 ? done === total : isStarted(course, progress, section);
  return complete ? "completed" : "incomplete";
}

/**
 * @param {CourseData} course
 * @param {Progress} progress
 * @param {SectionData | null} section
 */
export function isStarted(course, progress, section = null) {
  const pages = section ? section.pages : course.pages.map(({ id }) => id);
  return pages.some((id) => progress.seen.has(id)) || Boolean(section && progress.quizzes[section.id]);
}

/**
 * Give the share that is done, 1 exactly when the course is completed.
 * @param {CourseData} course
 * @param {Progress} progress
 * @returns {number} 0..1
 */
export function progressMeasure(course, progress) {
  const { done, total } = requirements(course, progress);
  return progress.completion === "completed" || total === 0
    ? Number(progress.completion === "completed")
    : done / total;
}
