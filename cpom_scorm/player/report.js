/** What is written to the LMS, as plain [element, value] pairs in the order of the edition's table (RUN-52). */

import { durationText, numberText, timestampText } from "./duration.js";
import { recordId } from "./record_layout.js";
import { plainLine } from "./responses.js";
import { earned } from "./scoring.js";

/** @import { CourseData, Graded, Reported, RuntimeForm } from "./types.js" */
/** @typedef {[element: string, value: string]} Entry */

const MARK_OF_CUT = "...";
/** Stands in an element's name for the place of a correct response among several. */
const PATTERN_INDEX = "{m}";
/** Scaled scores and other shares of 1 take seven decimals at most, scores out of 100 two (RUN-13). */
const SHARE_DECIMALS = 7;
const SCORE_DECIMALS = 2;

/**
 * The entries for those of our names that start with `prefix` and have a value and an element.
 * @param {RuntimeForm} runtime
 * @param {string} prefix such as "interaction."
 * @param {Record<string, string>} values by the rest of the name
 * @param {number} index what `{n}` stands for
 * @returns {Entry[]}
 */
export function entriesFor(runtime, prefix, values, index = 0) {
  return Object.entries(runtime.elements)
    .filter(([name]) => name.startsWith(prefix) && values[name.slice(prefix.length)] !== undefined)
    .map(([name, element]) => [element.replace("{n}", String(index)), values[name.slice(prefix.length)]]);
}

/**
 * @param {RuntimeForm} runtime
 * @param {string} prefix "score." or "objective.score."
 * @param {number} score 0..1
 * @param {number} index
 */
export function scoreEntries(runtime, prefix, score, index = 0) {
  const values = {
    min: "0",
    max: String(runtime.score_scale),
    raw: numberText(score * runtime.score_scale, SCORE_DECIMALS),
    scaled: shareText(score),
  };
  return entriesFor(runtime, prefix, values, index);
}

/**
 * One record about a question or about one of its parts, which share the weight. An answer that is partly right
 * and earns nothing is reported as incorrect. What is left open is left out.
 * @param {CourseData} course
 * @param {string} questionId
 * @param {Graded} graded
 * @param {Reported} reported one of its records
 * @param {number} wall when it was answered, milliseconds since 1970
 * @param {number} index
 * @returns {Entry[]}
 */
export function interactionEntries(course, questionId, graded, reported, wall, index) {
  const { runtime, responses, limits, questions } = course;
  const question = questions[questionId];
  const form = responses[question.kind];
  const share = earned(question, graded);
  const result = reported.result === "partly" && share === 0 ? "incorrect" : reported.result;
  /** @type {Record<string, string>} */
  const values = {
    id: recordId(questionId, reported.part),
    type: form.reported_type,
    time: timestampText(wall, runtime.timestamp),
    weighting: numberText(question.scored ? question.weight / graded.records.length : 0, SHARE_DECIMALS),
    result: runtime.results[result] || shareText(share),
    latency: durationText(graded.latencySeconds, runtime.duration),
    description: descriptionText(reported.description, limits),
  };
  if (question.section) values.objective = question.section;
  const response = cutText(reported.encoded, form.max_length);
  if (response !== "") values.response = response;
  if (reported.patterns.length > 0) values.pattern = "";
  return entriesFor(runtime, "interaction.", values, index).flatMap(([element, value]) =>
    element.includes(PATTERN_INDEX)
      ? reported.patterns.map((pattern, place) =>
          patternEntry(element, place, cutText(pattern, form.max_length)),
        )
      : [[element, value]],
  );
}

/**
 * @param {string} element
 * @param {number} place
 * @param {string} pattern
 * @returns {Entry}
 */
function patternEntry(element, place, pattern) {
  return [element.replace(PATTERN_INDEX, String(place)), pattern];
}

/**
 * @param {number} share 0..1
 */
export function shareText(share) {
  return numberText(share, SHARE_DECIMALS);
}

/**
 * @param {string} text
 * @param {CourseData["limits"]} limits
 */
export function descriptionText(text, { description }) {
  return cutText(plainLine(text), description);
}

/**
 * Make a line that fits, marked where something is missing.
 * @param {string} line
 * @param {number} longest in characters
 */
export function cutText(line, longest) {
  if (line.length <= longest) return line;
  const kept = line.slice(0, Math.max(longest - MARK_OF_CUT.length, 0));
  // Half of a character of two units is no text that can be stored.
  return kept.replace(/[\ud800-\udbff]$/, "") + MARK_OF_CUT;
}
