/** The course's sections as objectives of the LMS, found by their ids (RTE-113). */

import { isStarted } from "./completion.js";
import { descriptionText, entriesFor, scoreEntries } from "./report.js";

/** @import { CourseData, Progress, RuntimeForm, Transport } from "./types.js" */
/** @typedef {ReturnType<typeof import("./written.js").writtenValues>} Written */

/** An LMS may seed objectives from the manifest; more than this many are not ours. */
const MOST_SEEDED = 250;

/**
 * @param {CourseData} course
 * @param {Transport} transport
 * @param {Written} written
 */
export function createObjectives(course, transport, written) {
  /** @type {{ places: Map<string, number>, seeded: number } | null} */
  let found = null;

  return {
    /**
     * Write what the sections have reached. Ids come first, all of them, so that no index is left out.
     * @param {Progress} progress
     */
    report(progress) {
      const started = course.sections.filter((section) => isStarted(course, progress, section));
      if (started.length === 0) return;
      found ??= placeObjectives(course, transport);
      const { places, seeded } = found;
      for (const { id, title } of course.sections) {
        const index = places.get(id) ?? 0;
        if (index < seeded) continue;
        const values = { id, description: descriptionText(title, course.limits) };
        written.putAll(entriesFor(course.runtime, "objective.", values, index));
      }
      for (const { id } of started) {
        const index = places.get(id) ?? 0;
        const counted = progress.quizzes[id]?.counted ?? null;
        if (counted !== null) {
          const entries = scoreEntries(course.runtime, "objective.score.", counted, index);
          const [name, value] = entries[2];
          // What earlier sessions told the LMS may be better than what the record knows of (RUN-17).
          const held = course.scoring.counted === "best" && index < seeded ? transport.get(name).value : "";
          if (!(Number(held) > Number(value))) written.putAll(entries);
        }
        const reached = progress.sections[id] ?? { completion: "incomplete", success: "unknown" };
        written.climb(course.runtime.objective_statuses, reached, index, index >= seeded);
      }
    },
  };
}

/**
 * Find the index of each section. An LMS that does not tell gets them in the course's order.
 * @param {CourseData} course
 * @param {Transport} transport
 */
function placeObjectives({ runtime, sections }, transport) {
  const ids = seededIds(runtime, transport);
  const readable = ids.some((id) => id !== "");
  const places = new Map();
  let next = readable ? ids.length : 0;
  for (const { id } of sections) {
    const at = ids.indexOf(id);
    places.set(id, at >= 0 ? at : next);
    if (at < 0) next += 1;
  }
  return { places, seeded: readable ? ids.length : 0 };
}

/**
 * @param {RuntimeForm} runtime
 * @param {Transport} transport
 */
function seededIds({ elements }, transport) {
  const count = Number.parseInt(transport.get(elements["objective.count"]).value, 10) || 0;
  return Array.from({ length: Math.min(count, MOST_SEEDED) }, (_, index) => {
    return transport.get(elements["objective.id"].replace("{n}", String(index))).value;
  });
}
