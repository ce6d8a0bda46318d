/** Brings back what this device kept and the LMS does not have: by rule, or after asking (RUN-34). */

import { merged } from "./merge.js";
import { isOpen } from "./state.js";
/** @import { createBackup, Found } from "./backup.js" */
/** @import { Step } from "./learner_events.js" */
/** @import { Desk, Urgency } from "./recorder.js" */
/** @import { Answer, CourseData, Progress, SectionContent } from "./types.js" */
/** @import { Context } from "./view/context.js" */
import { button, element, note, row } from "./view/elements.js";
import { isEmpty, judge } from "./view/judging.js";
import { clockText } from "./view/strings.js";

/**
 * What the session hands over.
 * @typedef {object} Recovery
 * @property {CourseData} course
 * @property {Desk} desk
 * @property {ReturnType<typeof createBackup>} backup
 * @property {Found[]} copies that hold what the LMS does not
 * @property {(progress: Progress) => string} encode
 * @property {(script: string) => Promise<SectionContent>} load
 * @property {(step: Step, urgency: Urgency) => void} change
 * @property {() => void} tell
 */

/**
 * Copies of the attempt that the LMS has are merged. Where the LMS has another, or none, somebody may have reset
 * the attempt on purpose: nothing happens until the learner says so. Rejects when the server cannot be reached;
 * then all stays as it is.
 * @param {Recovery} recovery
 */
export async function recover(recovery) {
  const { desk, copies } = recovery;
  const ours = copies.filter(({ progress }) => progress.token === desk.progress.token);
  if (ours.length > 0) await bringBack(recovery, ours);
  const others = copies.filter((copy) => !ours.includes(copy));
  if (others.length > 0) ask(recovery, others);
}

/**
 * @param {Recovery} recovery
 * @param {Found[]} copies
 */
async function bringBack(recovery, copies) {
  const { course, desk, backup, encode, change } = recovery;
  const { withheld = [] } = course.record;
  const all = copies.reduce((now, { progress }) => merged(course, now, progress, withheld), desk.progress);
  await report(recovery, all, Math.max(...copies.map(({ wall }) => wall)));
  const before = desk.progress;
  for (const { progress } of copies)
    change((now) => {
      const after = merged(course, now, progress, withheld);
      return encode({ ...after, sequence: now.sequence }) === encode(now) ? now : after;
    }, "now");
  const { sequence, seconds, bookmark } = before;
  // A place and some seconds are not worth a word.
  if (encode({ ...desk.progress, sequence, seconds, bookmark }) !== encode(before)) {
    const at = Math.max(...copies.map(({ wall }) => wall));
    desk.told.restored = ({ t }) =>
      note("good", "saved", element("p", {}, t("restore.done", { time: timeText(at, course.locale) })));
    desk.notices.add("restored");
  }
  for (const { name } of copies) backup.drop(name);
}

/**
 * Have the LMS told of the answers that come back, together with the record that holds them: it missed both. How
 * long they took nobody knows any more.
 * @param {Recovery} recovery
 * @param {Progress} after with all that comes back
 * @param {number} wall when it was kept, milliseconds since 1970
 */
async function report({ course, desk, load }, after, wall) {
  const before = desk.progress.answers;
  for (const [id, answer] of Object.entries(after.answers)) {
    const question = course.questions[id];
    if (course.interactions === "off" || !question || isSame(before[id], answer)) continue;
    // The end of its attempt will report it.
    if (isEmpty(answer.response) || (question.quiz && isOpen(course, after, id))) continue;
    const { script } = course.sections.find((section) => section.id === question.section) ?? course.pages[0];
    const graded = judge(course, id, (await load(script)).questions[id], answer.response, 0);
    // What another key would make of it now is not what the learner was told.
    if (graded.result === answer.result && !desk.reports.has(id)) desk.reports.set(id, { graded, wall });
  }
}

/**
 * @param {Answer | undefined} one
 * @param {Answer} other
 */
function isSame(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}

/**
 * @param {Recovery} recovery
 * @param {Found[]} copies
 */
function ask(recovery, copies) {
  const { course, desk, backup, tell } = recovery;
  const time = timeText(Math.max(...copies.map(({ wall }) => wall)), course.locale);
  /** @param {Context} context */
  const close = ({ replace }) => {
    desk.notices.delete("unsent");
    tell();
    // The view shows what is known now, and takes the focus from the button that is gone.
    replace(window.location.hash);
  };
  desk.told.unsent = (context) => {
    const { t } = context;
    const restore = async () => {
      await bringBack(recovery, copies);
      close(context);
    };
    const startFresh = () => {
      for (const { name } of copies) backup.drop(name);
      close(context);
    };
    return note(
      "warn",
      "unsaved",
      element("h2", {}, t("restore.title", { time })),
      element("p", {}, t("restore.text")),
      row(button("primary", restore, t("restore.restore")), button("", startFresh, t("restore.start_fresh"))),
    );
  };
  desk.notices.add("unsent");
}

/**
 * @param {number} at milliseconds since 1970
 * @param {string} locale
 * @returns {string} with the day, unless it was today
 */
function timeText(at, locale) {
  const isToday = new Date(at).toDateString() === new Date().toDateString();
  return isToday ? clockText(at, locale) : clockText(at, locale, { dateStyle: "long", timeStyle: "short" });
}
