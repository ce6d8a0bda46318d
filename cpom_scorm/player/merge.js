/** Puts two states of one learner's progress together, so that nothing that either holds is lost (RUN-34). */

import { HISTORY_LENGTH } from "./record.js";
import { everyQuestion, higher, MOST_ATTEMPTS } from "./state.js";

/** @import { Answer, CourseData, Finished, Progress, QuizData, QuizProgress, SectionProgress } from "./types.js" */
/** @typedef {{ ours: Progress, older: Progress, newer: Progress, withheld: string[] }} Sides */

/**
 * Add to what the LMS gave, and to what was done since, all that a copy holds besides. The attempt stays the LMS's.
 * What follows from it, `settled` says.
 * @param {CourseData} course
 * @param {Progress} ours
 * @param {Progress} theirs of the copy
 * @param {string[]} withheld ids whose texts the copy does not hold
 * @returns {Progress}
 */
export function merged(course, ours, theirs, withheld) {
  const isSame = ours.token === theirs.token;
  // Between two attempts the numbers of their writes say nothing: the LMS's is the newer one.
  const [older, newer] = isSame && theirs.sequence >= ours.sequence ? [ours, theirs] : [theirs, ours];
  const sides = { ours, older, newer, withheld };
  const answers = mergedAnswers(sides);
  /** @type {Record<string, QuizProgress>} */
  const quizzes = { ...older.quizzes, ...newer.quizzes };
  for (const { id, quiz } of course.sections) {
    if (!quiz || !older.quizzes[id] || !newer.quizzes[id]) continue;
    quizzes[id] = mergedQuiz(course.scoring.counted, older.quizzes[id], newer.quizzes[id]);
    takeAttempt(answers, sides, id, quiz);
  }
  const scores = [newer.score, older.score].filter((score) => score !== null);
  return {
    ...ours,
    sequence: Math.max(ours.sequence, theirs.sequence),
    completion: higher(ours.completion, theirs.completion),
    success: higher(ours.success, theirs.success),
    score: (course.scoring.counted === "best" ? scores.sort((a, b) => b - a) : scores)[0] ?? null,
    // Both may count the same time: never more than one of them knows.
    seconds: Math.max(ours.seconds, theirs.seconds),
    bookmark: newer.bookmark ?? older.bookmark,
    seen: new Set([...ours.seen, ...theirs.seen]),
    answers,
    quizzes,
    sections: mergedSections(ours.sections, theirs.sections),
    ...(isSame ? mergedReports(ours, theirs) : {}),
  };
}

/**
 * The answer with more tries stands, else the newer one; what was judged stays so.
 * @param {Sides} sides
 * @returns {Record<string, Answer>}
 */
function mergedAnswers(sides) {
  const { older, newer } = sides;
  /** @param {Answer} answer */
  const weight = ({ tries, result }) => tries * 2 + Number(result !== "ungraded");
  /** @type {Record<string, Answer>} */
  const answers = { ...newer.answers };
  for (const [id, answer] of Object.entries(older.answers))
    if (!answers[id] || weight(answer) > weight(answers[id])) answers[id] = answer;
  for (const id of Object.keys(answers)) answers[id] = withText(sides, id, answers[id]);
  return answers;
}

/**
 * A text that the copy left out never takes the place of one that the LMS has.
 * @param {Sides} sides
 * @param {string} id
 * @param {Answer} answer
 * @returns {Answer}
 */
function withText({ ours, withheld }, id, answer) {
  const held = ours.answers[id];
  return held && withheld.includes(id) ? { ...answer, response: held.response } : answer;
}

/**
 * The answers of a quiz that both sides know belong to one attempt: the later one. An attempt that is open on
 * both sides has those of both.
 * @param {Record<string, Answer>} answers of both sides
 * @param {Sides} sides
 * @param {string} id of the section
 * @param {QuizData} quiz
 */
function takeAttempt(answers, sides, id, quiz) {
  const [before, after] = [sides.older.quizzes[id], sides.newer.quizzes[id]];
  const isOne = before.seed === after.seed && Math.abs(before.attempts - after.attempts) <= 1;
  if (isOne && before.open && after.open) return;
  const lead = isLater(before, after) ? sides.older : sides.newer;
  for (const question of everyQuestion(quiz)) {
    const answer = lead.answers[question];
    delete answers[question];
    if (answer) answers[question] = isOne ? withText(sides, question, answer) : answer;
  }
}

/**
 * @param {QuizProgress} one
 * @param {QuizProgress} other
 * @returns {boolean} whether one is further on than the other
 */
function isLater(one, other) {
  return one.attempts * 2 + Number(one.open) > other.attempts * 2 + Number(other.open);
}

/**
 * No attempt is given back: those that only one side knows are counted as well, as far as they are remembered.
 * @param {string} policy
 * @param {QuizProgress} older
 * @param {QuizProgress} newer
 * @returns {QuizProgress}
 */
function mergedQuiz(policy, older, newer) {
  const [lead, other] = isLater(older, newer) ? [older, newer] : [newer, older];
  const known = lead.pastAttempts.map(nameOf);
  const extra = other.pastAttempts.filter((attempt) => {
    const at = known.indexOf(nameOf(attempt));
    if (at >= 0) known[at] = "";
    return at < 0;
  });
  // Clocks are set back now and then: an order that is known is not worked out from times.
  const all =
    extra.length > 0 ? [...lead.pastAttempts, ...extra].sort((a, b) => b.at - a.at) : lead.pastAttempts;
  const isNewest = extra.includes(all[0]) && lead.pastAttempts.length > 0;
  const last = isNewest ? all[0].score : lead.last;
  const counted = {
    best: Math.max(older.counted ?? -1, newer.counted ?? -1),
    last: last ?? -1,
    first: older.counted ?? newer.counted ?? -1,
  }[policy];
  return {
    ...lead,
    attempts: Math.min(Math.max(lead.attempts, other.attempts, all.length), MOST_ATTEMPTS),
    counted: counted === undefined || counted < 0 ? null : counted,
    last,
    pastAttempts: all.slice(0, HISTORY_LENGTH),
  };
}

/** @param {Finished} attempt */
function nameOf({ at, score }) {
  return `${at} ${score}`;
}

/**
 * @param {Progress["sections"]} ours
 * @param {Progress["sections"]} theirs
 * @returns {Record<string, SectionProgress>} the higher of both
 */
function mergedSections(ours, theirs) {
  const climbed = Object.entries(theirs).map(([id, one]) => {
    const { completion, success } = ours[id] ?? one;
    return [id, { completion: higher(completion, one.completion), success: higher(success, one.success) }];
  });
  return { ...ours, ...Object.fromEntries(climbed) };
}

/**
 * An index that the LMS's record knows is taken: what the copy says of it was never stored.
 * @param {Progress} ours
 * @param {Progress} theirs
 */
function mergedReports(ours, theirs) {
  const free = Object.entries(theirs.reported).filter(
    ([id, index]) => !(id in ours.reported) && index >= ours.interactionCount,
  );
  return {
    reported: { ...Object.fromEntries(free), ...ours.reported },
    interactionCount: Math.max(ours.interactionCount, theirs.interactionCount),
  };
}
