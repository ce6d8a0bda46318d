/** What a learner was promised to find again, compared with what they found. */

import { questionsAsked } from "../../../cpom_scorm/player/questions_asked.js";

const COMPLETIONS = ["incomplete", "completed"];
const SUCCESSES = ["unknown", "failed", "passed"];
/** Records hold whole seconds. */
const SECOND = 1;

/** @param {any} answer @returns {string} the same text for the same answer */
export function answerText({ tries, result, fraction, response }) {
  return JSON.stringify([tries, result, fraction, response]);
}

/**
 * @param {any} course course data
 * @param {any} accepted progress that was shown as saved
 * @param {any} found progress after opening the course again
 * @param {Map<string, string[]>} given answers as they were given, by question id, oldest first
 * @returns {string[]} what is missing, as sentences
 */
export function missing(course, accepted, found, given) {
  return [
    ...missingAnswers(course, accepted, found, given),
    ...missingAttempts(course, accepted, found),
    ...accepted.seen.filter((id) => !found.seen.includes(id)).map((id) => `page ${id} is not seen any more`),
    ...fallenStatus("course", accepted, found),
    ...course.sections.flatMap(({ id }) => {
      const before = accepted.sections[id];
      return before ? fallenStatus(`section ${id}`, before, found.sections[id] ?? {}) : [];
    }),
    ...scoreFaults(course, accepted, found),
    ...(found.seconds < accepted.seconds - SECOND
      ? [`time fell from ${accepted.seconds} s to ${found.seconds} s`]
      : []),
  ];
}

function missingAnswers(course, accepted, found, given) {
  return Object.keys(accepted.answers).flatMap((id) => {
    const { quiz, section } = course.questions[id];
    if (quiz && isBeyond(found.quizzes[section], accepted.quizzes[section])) return [];
    const before = answerText(accepted.answers[id]);
    if (!found.answers[id]) return [`the accepted answer ${before} to ${id} is missing`];
    const after = answerText(found.answers[id]);
    const order = given.get(id) ?? [];
    if (after === before || found.answers[id].tries > accepted.answers[id].tries) return [];
    if (order.lastIndexOf(after) > order.indexOf(before)) return [];
    return [`the accepted answer ${before} to ${id} became ${after}`];
  });
}

/** Whether a quiz was begun or finished once more since. */
function isBeyond(later, earlier) {
  if (!later || !earlier) return Boolean(later);
  return (
    later.attempts > earlier.attempts || (later.attempts === earlier.attempts && later.open && !earlier.open)
  );
}

function missingAttempts(course, accepted, found) {
  return Object.entries(accepted.quizzes).flatMap(([id, before]) => {
    const after = found.quizzes[id];
    if (!after) return [`the quiz of ${id} was never begun`];
    if (isBeyond(after, before)) return attemptFaults(course, id, before, after);
    const text = ({ attempts, open, counted, last, pastAttempts }) =>
      JSON.stringify([attempts, open, counted, last, pastAttempts]);
    if (text(before) !== text(after))
      return [`attempts of ${id} were ${text(before)} and are ${text(after)}`];
    const section = course.sections.find((one) => one.id === id);
    const asked = (progress) => questionsAsked(section, progress).join();
    return !before.open || asked(accepted) === asked(found) ? [] : [`the questions of ${id} were drawn anew`];
  });
}

/** What a later attempt may change, by the course's score policy (RUN-17). */
function attemptFaults({ scoring }, id, before, after) {
  if (before.counted === null || after.counted === null)
    return before.counted !== after.counted && after.counted === null ? [`the score of ${id} is lost`] : [];
  const fell = scoring.counted === "best" && after.counted < before.counted;
  const moved = scoring.counted === "first" && after.counted !== before.counted;
  const behind = scoring.counted === "last" && after.counted !== after.last;
  return fell || moved || behind
    ? [`the score of ${id} (${scoring.counted}) went from ${before.counted} to ${after.counted}`]
    : [];
}

function fallenStatus(what, before, after) {
  const fell = (order, name) => order.indexOf(after[name]) < order.indexOf(before[name]);
  return [
    ...(fell(COMPLETIONS, "completion") ? [`${what} is no longer ${before.completion}`] : []),
    ...(fell(SUCCESSES, "success") ? [`${what} went from ${before.success} to ${after.success}`] : []),
  ];
}

export function scoreFaults(course, accepted, found) {
  if (accepted.score === null) return [];
  if (course.scoring.counted === "best")
    return found.score >= accepted.score ? [] : [`the score fell from ${accepted.score} to ${found.score}`];
  const counted = course.sections.filter(({ quiz }) => quiz).map(({ id }) => found.quizzes[id]?.counted ?? 0);
  const mean = counted.reduce((sum, score) => sum + score, 0) / counted.length;
  return Math.abs(mean - found.score) < 0.0001 ? [] : [`the score is ${found.score} and should be ${mean}`];
}

/**
 * @param {any} before a state of one session
 * @param {any} after a later one of the same session
 * @returns {string[]}
 */
export function fallen(before, after) {
  return [
    ...fallenStatus("while open, the course", before, after),
    ...(after.seconds < before.seconds
      ? [`time ran backwards: ${before.seconds} s, then ${after.seconds} s`]
      : []),
  ];
}
