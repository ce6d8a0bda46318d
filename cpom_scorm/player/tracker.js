/** Writes a learner's progress to the LMS, whole and in one order: what a status rests on comes before it (RUN-12). */

import { progressMeasure } from "./completion.js";
import { durationText } from "./duration.js";
import { createInteractionLog } from "./interaction_log.js";
import { createObjectives } from "./objectives.js";
import { scoreEntries, shareText } from "./report.js";
import { writtenValues } from "./written.js";

/** @import { CourseData, Progress, Transport } from "./types.js" */

/** The most that a session time may lag behind (RUN-25). */
const STALE_SECONDS = 10;

/**
 * @param {CourseData} course
 * @param {Transport} transport
 */
export function createTracker(course, transport) {
  const { runtime, limits } = course;
  const { elements } = runtime;
  const written = writtenValues(transport);
  const objectives = createObjectives(course, transport, written);
  let scoreHeld = false;
  let timed = 0;
  let givesBack = false;

  /**
   * @param {string} name
   * @param {string} value
   */
  const put = (name, value) => !elements[name] || written.put(elements[name], value);

  /**
   * A score that the LMS holds and that is as good stays, unless the author wants another than the best.
   * @param {number | null} score
   */
  const putScore = (score) => {
    if (score === null) return;
    const held = scoreHeld ? transport.get(elements["score.raw"]).value : "";
    scoreHeld =
      course.scoring.counted === "best" && held !== "" && Number(held) / runtime.score_scale >= score;
    if (!scoreHeld) written.putAll(scoreEntries(runtime, "score.", score));
  };

  const heldRecord = () => transport.get(elements.suspend_data).value;
  /** @param {string | null} record */
  const putRecord = (record) => {
    const stored = record === null || put("suspend_data", record);
    givesBack ||= record !== null && heldRecord() === record;
    return stored;
  };

  /** @param {number} seconds */
  const putTime = (seconds) => {
    put("session_time", durationText(seconds, runtime.duration));
    timed = seconds;
  };

  return {
    log: createInteractionLog(course, transport, written).write,

    /**
     * The first writes: an attempt that is cut short must not be lost, nor count as complete (RUN-08).
     * @param {Progress} progress
     */
    begin(progress) {
      put("exit", runtime.suspend);
      // A first session has written none, and asking for it is an error in some LMSs.
      scoreHeld = written.hasAny(runtime.status);
      putScore(progress.score);
      written.climb(runtime.status, progress);
    },

    /**
     * Write all that changed.
     * @param {Progress} progress
     * @param {string | null} record the state record; null: leave the LMS's as it is
     * @param {number} seconds of this session
     * @returns {boolean} whether the LMS took the record
     */
    report(progress, record, seconds) {
      put("exit", runtime.suspend);
      objectives.report(progress);
      putScore(progress.score);
      put("progress", shareText(progressMeasure(course, progress)));
      if (progress.bookmark && progress.bookmark.length <= limits.location)
        put("location", progress.bookmark);
      const stored = putRecord(record);
      putTime(seconds);
      written.climb(runtime.status, progress);
      return stored;
    },

    /**
     * Write only the record, which holds everything, and the time when it is no longer nearly right.
     * @param {string | null} record
     * @param {number} seconds of this session
     */
    reportRecord(record, seconds) {
      const stored = putRecord(record);
      if (seconds - timed >= STALE_SECONDS) putTime(seconds);
      return stored;
    },

    /**
     * Whether the LMS gives back what it was given. An LMS that never gives back a record of this session cannot
     * be asked.
     * @param {string} record
     */
    holds(record) {
      const held = heldRecord();
      return held === record || (held === "" && !givesBack);
    },

    /** Leave by the Exit button: tell an LMS that can be told to keep the attempt (RUN-18). */
    requestExit() {
      const request = runtime.exit_request[runtime.suspend];
      if (request) put("navigation", request);
    },

    forget: written.forget,
  };
}
