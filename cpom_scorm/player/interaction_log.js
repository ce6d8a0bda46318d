/** The LMS's interaction records: one for each question or part of one, rewritten when it is answered again. */

import { recordId } from "./record_layout.js";
import { interactionEntries } from "./report.js";

/** @import { CourseData, Graded, Progress, Reported, Transport } from "./types.js" */
/** @typedef {ReturnType<typeof import("./written.js").writtenValues>} Written */

/**
 * @param {CourseData} course
 * @param {Transport} transport
 * @param {Written} written
 */
export function createInteractionLog(course, transport, written) {
  let adopted = false;
  /**
   * Make our count the LMS's, where it tells: indexes must follow on without a gap, and records that it
   * no longer has are written anew.
   * @param {Progress} progress
   * @returns {Progress}
   */
  const adopt = (progress) => {
    const { value } = transport.get(course.runtime.elements["interaction.count"]);
    const count = /^\d+$/.test(value) ? Number(value) : progress.interactionCount;
    if (count === progress.interactionCount) return progress;
    const kept = Object.entries(progress.reported).filter(([, index]) => index < count);
    return { ...progress, interactionCount: count, reported: Object.fromEntries(kept) };
  };
  /**
   * @param {Progress} progress
   * @param {string} questionId
   * @param {Graded} graded
   * @param {Reported} reported
   * @param {number} wall
   */
  const tryWrite = (progress, questionId, graded, reported, wall) => {
    const id = recordId(questionId, reported.part);
    const index = progress.reported[id] ?? progress.interactionCount;
    const [first, ...rest] = interactionEntries(course, questionId, graded, reported, wall, index);
    if (!written.put(...first)) return null;
    written.putAll(rest);
    return {
      ...progress,
      interactionCount: Math.max(progress.interactionCount, index + 1),
      reported: { ...progress.reported, [id]: index },
    };
  };
  return {
    /**
     * Write the records of one answer. What the LMS refuses of them is nobody's trouble (RUN-54).
     * @param {Progress} progress
     * @param {string} questionId
     * @param {Graded} graded
     * @param {number} wall when it was answered
     * @returns {Progress} with the indexes that the records have now
     */
    write(progress, questionId, graded, wall) {
      const start = adopted ? progress : adopt(progress);
      adopted = true;
      return graded.records.reduce((before, reported) => {
        const done = tryWrite(before, questionId, graded, reported, wall);
        if (done) return done;
        const again = adopt(before);
        return (again !== before && tryWrite(again, questionId, graded, reported, wall)) || before;
      }, start);
    },
  };
}
