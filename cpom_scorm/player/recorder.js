/** Keeps a learner's progress in a running LMS session: writes it, commits it, and learns whether it arrived. */

import { withoutTexts } from "./backup.js";
import { isVisible } from "./life_cycle.js";
import { createProbe } from "./probe.js";
import { createSaver } from "./saving.js";
import { createTracker } from "./tracker.js";

/** @import { Clock, CourseData, Graded, Notice, Outcome, Progress, Session, Transport } from "./types.js" */
/** @import { createBackup } from "./backup.js" */
/** @import { Scope } from "./saving.js" */
/** @typedef {"soon" | "record" | "now"} Urgency in ten seconds; the record at once; everything at once */
/** @typedef {{ graded: Graded, wall: number }} Attempted a try and when it was made, milliseconds since 1970 */

/**
 * What the recorder shares with the session that owns it.
 * @typedef {object} Desk
 * @property {Progress} progress
 * @property {Map<string, Attempted>} reports tries that the LMS has not been told of, by question id
 * @property {Set<Notice>} notices
 * @property {Session["told"]} told
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
 * @param {ReturnType<typeof createBackup>} means.backup
 * @param {string} means.name of this session's copy in it
 * @param {() => boolean} means.mayWrite whether this is the window that writes
 * @param {() => void} means.changed
 */
export function createRecorder(
  course,
  { window, clock, transport, desk, encode, seconds, backup, name, mayWrite, changed },
) {
  const tracker = createTracker(course, transport);
  const probe = createProbe(window, course.build, clock);
  /** Tries that were written but may not have arrived. @type {Map<string, Attempted>} */
  const sent = new Map();
  /** What the LMS was given last; null leaves alone a record that the learner has not added to. */
  let record = /** @type {string | null} */ (null);
  let touched = false;
  let isSent = true;
  /** Writes that the LMS has for certain: what it handed out, then what it confirmed. */
  let accepted = desk.progress.sequence;

  /** The record as it is now, or will be once all of it is sent. @param {Progress} progress */
  const recordOf = (progress) =>
    encode({
      ...progress,
      sequence: progress.sequence + Number(!isSent),
      seconds: progress.seconds + seconds(),
    });
  const backUp = () =>
    touched && backup.keep(name, accepted, recordOf(withoutTexts(desk.progress, course.record.withheld)));
  /** @param {Scope} scope */
  const send = (scope) => {
    for (const [id, { graded, wall }] of desk.reports) {
      desk.progress = tracker.log(desk.progress, id, graded, wall);
      sent.set(id, { graded, wall });
    }
    desk.reports.clear();
    if (touched) {
      desk.progress = { ...desk.progress, sequence: desk.progress.sequence + 1 };
      isSent = true;
      record = recordOf(desk.progress);
    }
    return scope === "all"
      ? tracker.report(desk.progress, record, seconds())
      : tracker.reportRecord(record, seconds());
  };

  /** A server that no longer knows the learner is told of, whatever the LMS's API makes of it (RUN-35). */
  const ask = async () => {
    const finding = await probe();
    if (finding === "other") desk.notices.add("session-ended");
    else desk.notices.delete("session-ended");
    return finding;
  };
  const saver = createSaver({
    clock,
    changed,
    mayWrite,
    visible: () => isVisible(window),
    write(scope) {
      const stored = send(scope);
      const { ok, warned } = transport.commit();
      if (!stored || !ok) {
        ask().then(changed);
        return "refused";
      }
      return warned ? "doubtful" : "accepted";
    },
    async confirm() {
      const { sequence } = desk.progress;
      const finding = await ask();
      const lost =
        finding === "other" || finding === "unreachable" || (record !== null && !tracker.holds(record));
      if (lost) return "lost";
      if (finding !== "match") return "unsure";
      accepted = sequence;
      backUp();
      return "confirmed";
    },
    settle(arrived) {
      if (!arrived) {
        for (const [id, attempted] of sent) if (!desk.reports.has(id)) desk.reports.set(id, attempted);
        tracker.forget();
      }
      sent.clear();
    },
  });

  /**
   * The learner did something that is to be kept.
   * @param {Urgency} urgency
   */
  const keep = (urgency) => {
    touched = true;
    isSent = false;
    // First: a browser may be closed while an LMS takes its time.
    backUp();
    saver[urgency]();
  };

  return {
    save: saver.state,
    now: saver.now,
    hidden: saver.hidden,
    shown: saver.shown,
    online: saver.online,
    keep,
    /** @param {boolean} isMore there is more to keep than the LMS's session began with: no word of it goes before it */
    begin(isMore) {
      tracker.begin(desk.progress);
      if (isMore) keep("now");
      else transport.commit();
      saver.begin();
    },
    /** Write no more. */
    stop: saver.stop,
    /** Save once more, and give what was saved. */
    hand() {
      saver.now();
      return record;
    },
    /**
     * End the session. The Exit button commits before it; a page that is going away must not (RUN-27).
     * @param {boolean} byButton
     * @returns {string | null} what was saved last
     */
    end(byButton) {
      saver.stop();
      const isStored = send("all");
      backUp();
      const isCommitted = byButton && isYes(transport.commit()) && (record === null || tracker.holds(record));
      if (byButton) tracker.requestExit();
      if (isYes(transport.terminate()) && isCommitted && isStored)
        probe().then((finding) => finding === "match" && backup.drop(name));
      return record;
    },
  };
}

/** @param {Outcome} outcome */
function isYes({ ok, warned }) {
  return ok && !warned;
}
