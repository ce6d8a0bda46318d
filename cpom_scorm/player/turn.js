/**
 * Of several windows with one course of one learner only one writes (RUN-36). A mark on the device says which, so that
 * a window that slept through the change sees it before its next write; windows speak to each other on a channel.
 */

/** @import { Clock } from "./types.js" */
/** @import { createBackup } from "./backup.js" */

/** How long the others are waited for: one that is gone, or asleep, holds up nobody. */
const PATIENCE_MS = 200;
/** One that was there a while ago is to save first, and some LMSs take their time. */
const SAVING_MS = 5000;
const MARK = "window";

/**
 * @param {Window & typeof globalThis} window
 * @param {Clock} clock
 * @param {ReturnType<typeof createBackup>} backup
 * @param {string} id of this window
 * @param {() => string | null | undefined} hand gives all that this window knows, which writes no more after that
 */
export function createTurn(window, clock, backup, id, hand) {
  let isMarked = false;
  /** What the window that wrote last handed over, or left behind when it went; nothing where it only looked. */
  let left = "";
  let heard = (/** @type {string | null} */ _text) => {};
  /** Without storage every window is the only one. A mark that is gone was taken by no window. */
  const isMine = () => !isMarked || [id, undefined].includes(backup.read(MARK));
  /** @type {BroadcastChannel | null} */
  let channel = null;
  try {
    channel = new window.BroadcastChannel(backup.place);
    channel.onmessage = ({ data: [isQuestion, content] }) => {
      if (!isQuestion) {
        left = content || left;
        heard(content);
      } else if (isMarked && isMine()) channel?.postMessage([false, content ? hand() : ""]);
    };
  } catch {
    // The window that comes last goes on; the other one sees the mark.
  }
  return {
    isMine,
    /**
     * Become the window that writes. Another one that lives keeps the turn, unless it is made to hand over.
     * @param {boolean} isForced
     * @returns {Promise<string | null>} what was handed over or left; null: another window keeps the turn
     */
    async claim(isForced) {
      const other = backup.read(MARK);
      if (other && other !== id && channel) {
        const answer = new Promise((resolve) => {
          heard = resolve;
          clock.later(() => resolve(null), isForced ? SAVING_MS : PATIENCE_MS);
        });
        channel.postMessage([true, isForced]);
        if ((await answer) !== null && !isForced) return null;
      }
      isMarked = Boolean(backup.keep(MARK, id, ""));
      const text = left;
      left = "";
      return text;
    },
    /** Leave the turn to the others. @param {string | false | null | undefined} text all that this window knows, if it wrote */
    release(text) {
      if (!isMarked || !isMine()) return;
      backup.keep(MARK, "", "");
      channel?.postMessage([false, text]);
    },
  };
}
