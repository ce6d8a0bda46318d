/**
 * Judges what was seen of a history that a real browser played. Reads `course` (course data), `lms` (what the
 * witness takes) and `events` from the standard input, prints `broken` and `figures`. States come as records.
 */

import { readFileSync } from "node:fs";
import { recordCodec } from "../../../cpom_scorm/player/record.js";
import { emptyProgress } from "../../../cpom_scorm/player/state.js";
import { createWitness } from "./promises.js";
import { snapshotOf } from "./visit.js";

const { course, lms, events } = JSON.parse(readFileSync(0, "utf8"));
const codec = recordCodec(course.record, course.limits.suspend_data);
const witness = createWitness(course, lms);

for (const { record, shown = "", ...event } of events) {
  if (record === undefined) {
    witness.see(event);
    continue;
  }
  const progress = codec.decode(record).progress ?? emptyProgress(0);
  witness.see({
    ...event,
    state: snapshotOf({ ...progress, mode: "normal", notices: [], save: { status: shown } }),
  });
}
console.log(JSON.stringify({ broken: witness.broken, figures: witness.figures }));
