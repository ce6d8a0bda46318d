/** When to save, and what may honestly be said about it: saved, sent but not confirmed, or failed (RUN-20, RUN-30). */

import { namedTimers } from "./timers.js";

/** @import { Clock, Save } from "./types.js" */
/** @typedef {"all" | "record"} Scope everything that changed, or only the state record: enough to lose nothing */
/** @typedef {"accepted" | "doubtful" | "refused"} Written */
/** @typedef {"confirmed" | "unsure" | "lost"} Verdict */

const SOON_MS = 10000;
const KEEP_ALIVE_MS = 240000;
/** Saves in quick succession are confirmed together. */
const CONFIRM_MS = 1500;
const RETRIES_MS = [2000, 5000, 15000, 60000];
/** An LMS that blocks the page for longer is asked half as often (RUN-21). */
const SLOW_MS = 500;

/**
 * @param {object} means
 * @param {Clock} means.clock
 * @param {(scope: Scope) => Written} means.write writes and commits
 * @param {() => Promise<Verdict>} means.confirm
 * @param {() => boolean} means.mayWrite whether this is the window that writes
 * @param {() => boolean} means.visible
 * @param {(arrived: boolean) => void} means.settle what was written so far proved good, or lost
 * @param {() => void} means.changed
 */
export function createSaver({ clock, write, confirm, mayWrite, visible, settle, changed }) {
  const timers = namedTimers(clock);
  /** @type {Save} */
  let save = { status: "idle", at: null };
  let serial = 0;
  let failures = 0;
  let pace = 1;
  let stopped = false;

  /** @param {Save["status"]} status */
  const tell = (status) => {
    if (status === save.status && status !== "saved") return;
    save = { status, at: status === "saved" ? clock.wall() : save.at };
    changed();
  };
  const fail = () => {
    settle(false);
    tell("failed");
    timers.arm("retry", now, RETRIES_MS[Math.min(failures, RETRIES_MS.length - 1)]);
    failures += 1;
  };
  const check = async () => {
    const mine = serial;
    const verdict = await confirm();
    if (mine !== serial || stopped) return;
    if (verdict === "lost") return fail();
    failures = 0;
    settle(true);
    tell(verdict === "confirmed" ? "saved" : "sent");
  };
  /**
   * @param {Scope} scope
   * @param {boolean} quiet nothing new is in it: say nothing unless it fails
   */
  const run = (scope, quiet) => {
    if (stopped || !mayWrite()) return;
    const laterStill = scope === "record" && timers.isArmed("soon");
    timers.disarm("soon");
    timers.disarm("retry");
    timers.disarm("confirm");
    serial += 1;
    const begun = clock.now();
    const written = write(scope);
    pace = clock.now() - begun > SLOW_MS ? 2 : 1;
    timers.arm("alive", keepAlive, KEEP_ALIVE_MS * pace);
    if (laterStill) soon();
    const failing = save.status === "failed";
    if (written === "refused") {
      if (failing || visible()) return fail();
      settle(false);
    }
    const checkable = written === "accepted" && visible();
    if (checkable) timers.arm("confirm", check, CONFIRM_MS);
    if (!quiet && !(checkable && failing)) tell(checkable ? "saving" : "sent");
  };
  const now = () => run("all", false);
  const soon = () => {
    if (!stopped && !timers.isArmed("soon")) timers.arm("soon", now, SOON_MS * pace);
  };
  const quietly = () =>
    run("all", !timers.isArmed("soon") && (save.status === "idle" || save.status === "saved"));
  const keepAlive = () => (visible() ? quietly() : timers.arm("alive", keepAlive, KEEP_ALIVE_MS * pace));

  return {
    state: () => save,
    now,
    /** Keep an answer at once. All else that changed is in the record as well, and waits anew. */
    record: () => run("record", false),
    /** Save in ten seconds at the latest. */
    soon,
    /** Begin the rhythm that keeps the LMS's session alive (RUN-21). */
    begin: () => timers.arm("alive", keepAlive, KEEP_ALIVE_MS),
    hidden: quietly,
    /** The page is seen again: what was sent while it was hidden can be confirmed only now. */
    shown() {
      if (save.status !== "sent") return;
      // Some LMSs lose what they are given meanwhile, and say nothing.
      settle(false);
      now();
    },
    online() {
      if (save.status === "failed") now();
    },
    stop() {
      timers.disarmAll();
      if (save.status === "saving") tell("sent");
      stopped = true;
    },
  };
}
