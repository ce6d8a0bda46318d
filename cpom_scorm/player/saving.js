/** When to save, and what may honestly be said about it: saved, sent but not confirmed, or failed (RUN-20, RUN-30). */

/** @import { Clock, Save } from "./types.js" */
/** @typedef {"accepted" | "doubtful" | "refused"} Written */
/** @typedef {"confirmed" | "unsure" | "lost"} Verdict */
/** @typedef {"soon" | "alive" | "retry" | "confirm"} Timer */

const SOON_MS = 10000;
const KEEP_ALIVE_MS = 240000;
/** Saves in quick succession are confirmed together. */
const CONFIRM_MS = 400;
const RETRIES_MS = [2000, 5000, 15000, 60000];
const SLOW_MS = 500;

/**
 * @param {object} means
 * @param {Clock} means.clock
 * @param {() => Written} means.write writes everything and commits
 * @param {() => Promise<Verdict>} means.confirm
 * @param {() => boolean} means.visible
 * @param {(confirmed: boolean) => void} means.settle the last write proved good, or lost
 * @param {() => void} means.changed
 */
export function createSaver({ clock, write, confirm, visible, settle, changed }) {
  /** @type {Save} */
  let save = { status: "idle", at: null };
  let serial = 0;
  let failures = 0;
  let pace = 1;
  let stopped = false;
  let unchecked = false;
  const timers = { soon: 0, alive: 0, retry: 0, confirm: 0 };

  /**
   * @param {Timer} name
   * @param {() => void} run
   * @param {number} milliseconds
   */
  const arm = (name, run, milliseconds) => {
    disarm(name);
    timers[name] = clock.later(() => {
      timers[name] = 0;
      run();
    }, milliseconds);
  };
  /** @param {Timer} name */
  const disarm = (name) => {
    if (timers[name]) clock.cancel(timers[name]);
    timers[name] = 0;
  };
  /** @param {Save["status"]} status */
  const tell = (status) => {
    if (status === save.status && status !== "saved") return;
    save = { status, at: status === "saved" ? clock.wall() : save.at };
    changed();
  };
  const fail = () => {
    settle(false);
    tell("failed");
    arm("retry", now, RETRIES_MS[Math.min(failures, RETRIES_MS.length - 1)]);
    failures += 1;
  };
  const check = async () => {
    const mine = serial;
    unchecked = false;
    const verdict = await confirm();
    if (mine !== serial || stopped) return;
    if (verdict === "lost") return fail();
    failures = 0;
    settle(true);
    tell(verdict === "confirmed" ? "saved" : "sent");
  };
  /** @param {boolean} quiet nothing new is in it: say nothing unless it fails */
  const run = (quiet) => {
    if (stopped) return;
    disarm("soon");
    disarm("retry");
    serial += 1;
    const begun = clock.now();
    const written = write();
    pace = clock.now() - begun > SLOW_MS ? 2 : 1;
    arm("alive", keepAlive, KEEP_ALIVE_MS * pace);
    if (written === "refused" && (visible() || save.status === "failed")) return fail();
    unchecked ||= !quiet;
    const checkable = written === "accepted" && visible();
    if (checkable) arm("confirm", check, CONFIRM_MS);
    if (!quiet && (checkable ? save.status !== "failed" : true)) tell(checkable ? "saving" : "sent");
  };
  const now = () => run(false);
  const nothingNew = () => !timers.soon && (save.status === "idle" || save.status === "saved");
  const keepAlive = () => (visible() ? run(nothingNew()) : arm("alive", keepAlive, KEEP_ALIVE_MS * pace));

  return {
    state: () => save,
    now,
    /** Save at the latest in ten seconds. */
    soon() {
      if (!timers.soon && !stopped) arm("soon", now, SOON_MS * pace);
    },
    /** Begin the rhythm that keeps the LMS's session alive (RUN-21). */
    begin: () => arm("alive", keepAlive, KEEP_ALIVE_MS),
    hidden: () => run(nothingNew()),
    /** The page is seen again: what was sent while it was hidden can be confirmed only now. */
    shown() {
      if (unchecked && save.status === "sent") now();
    },
    online() {
      if (save.status === "failed") now();
    },
    stop() {
      stopped = true;
      disarm("soon");
      disarm("alive");
      disarm("retry");
      disarm("confirm");
    },
  };
}
