/** Keeps a learner's progress in a running LMS session: writes it, commits it, and learns whether it arrived. */

import { isVisible } from "./life_cycle.js";
import { createProbe } from "./probe.js";
import { createSaver } from "./saving.js";
import { createTracker } from "./tracker.js";

/** @import { Clock, CourseData, Graded, Notice, Progress, Transport } from "./types.js" */
/** @import { Scope } from "./saving.js" */
/** @typedef {"soon" | "record" | "now"} Urgency in ten seconds; the record at once; everything at once */
/** @typedef {{ graded: Graded, wall: number }} Attempted a try and when it was made, milliseconds since 1970 */

/**
 * What the recorder shares with the session that owns it.
 * @typedef {object} Desk
 * @property {Progress} progress
 * @property {Map<string, Attempted>} reports tries that the LMS has not been told of, by question id
 * @property {Set<Notice>} notices
 */

/**
 * @param {CourseData} course
 * @param {object} means
 * @param {Window & typeof globalThis} means.window
 * @param {Clock} means.clock
 * @param {Transport} means.transport
 * @param {Desk} means.desk
 * @param {(progress: Progress) => string} means.encode
 * @param {() => number} means.seconds of this session
 * @param {() => void} means.changed
 */
export function createRecorder(course, { window, clock, transport, desk, encode, seconds, changed }) {
  const tracker = createTracker(course, transport);
  const probe = createProbe(window, course.build, clock);
  /** Tries that were written but may not have arrived. @type {Map<string, Attempted>} */
  const sent = new Map();
  /** What the LMS was given last; null leaves alone a record that the learner has not added to. */
  let record = /** @type {string | null} */ (null);
  let touched = false;

  /** @param {Scope} scope */
  const send = (scope) => {
    for (const [id, { graded, wall }] of desk.reports) {
      desk.progress = tracker.log(desk.progress, id, graded, wall);
      sent.set(id, { graded, wall });
    }
    desk.reports.clear();
    if (touched) {
      desk.progress = { ...desk.progress, sequence: desk.progress.sequence + 1 };
      record = encode({ ...desk.progress, seconds: desk.progress.seconds + seconds() });
    }
    return scope === "all"
      ? tracker.report(desk.progress, record, seconds())
      : tracker.reportRecord(record, seconds());
  };

  const saver = createSaver({
    clock,
    changed,
    visible: () => isVisible(window),
    write(scope) {
      const stored = send(scope);
      const { ok, warned } = transport.commit();
      if (!stored || !ok) return "refused";
      return warned ? "doubtful" : "accepted";
    },
    async confirm() {
      const finding = await probe();
      if (finding === "other") desk.notices.add("session-ended");
      else desk.notices.delete("session-ended");
      const lost =
        finding === "other" || finding === "unreachable" || (record !== null && !tracker.holds(record));
      if (lost) return "lost";
      return finding === "match" ? "confirmed" : "unsure";
    },
    settle(arrived) {
      if (!arrived) {
        for (const [id, attempted] of sent) if (!desk.reports.has(id)) desk.reports.set(id, attempted);
        tracker.forget();
      }
      sent.clear();
    },
  });

  return {
    save: saver.state,
    now: saver.now,
    hidden: saver.hidden,
    shown: saver.shown,
    online: saver.online,
    begin() {
      tracker.begin(desk.progress);
      transport.commit();
      saver.begin();
    },
    /**
     * The learner did something that is to be kept.
     * @param {Urgency} urgency
     */
    keep(urgency) {
      touched = true;
      saver[urgency]();
    },
    /**
     * End the session. The Exit button commits before it; a page that is going away must not (RUN-27).
     * @param {boolean} byButton
     */
    end(byButton) {
      saver.stop();
      send("all");
      if (byButton) {
        transport.commit();
        tracker.requestExit();
      }
      transport.terminate();
    },
  };
}
