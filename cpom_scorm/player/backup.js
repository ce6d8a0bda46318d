/** Copies of the record on this device, for what the LMS did not get (RUN-33). Without storage there are none. */

import { checksum } from "./checksum.js";

/** @import { Clock, Progress } from "./types.js" */
/** @import { recordCodec } from "./record.js" */

/** How the key of every copy begins, whatever its course. */
const FAMILY = "cpom-scorm-backup ";
const LIFE_MS = 14 * 24 * 60 * 60 * 1000;

/**
 * A record as it was kept.
 * @typedef {object} Copy
 * @property {string} name under which it is kept
 * @property {number} wall when, milliseconds since 1970
 * @property {number} accepted the highest sequence that the LMS had confirmed by then
 * @property {string} text the record
 */
/** @typedef {Copy & { progress: Progress }} Found a copy that can be read */

/**
 * Each session writes one copy, under a name of its own: copies of others stay until they were looked at.
 * @param {Window} window
 * @param {Clock} clock
 * @param {string} course its id
 * @param {string} learner id as the LMS gives it: only a checksum of it is kept (SEC-15)
 */
export function createBackup(window, clock, course, learner) {
  const place = checksum(learner + window.location.pathname);
  const mine = `${FAMILY}${course} ${place} `;
  /**
   * @template T
   * @param {(storage: Storage) => T} act
   */
  const attempt = (act) => {
    try {
      return act(window.localStorage);
    } catch {
      // Storage is blocked or full.
    }
  };
  /** Copies of this learner and course. All that are too old are forgotten, of any course. */
  const all = () => {
    /** @type {Copy[]} */
    const copies = [];
    attempt((storage) => {
      for (const key of Object.keys(storage)) {
        if (!key.startsWith(FAMILY)) continue;
        const [wall, accepted, text = ""] = storage[key].split(" ");
        if (!(Math.abs(clock.wall() - wall) < LIFE_MS)) storage.removeItem(key);
        else if (key.startsWith(mine))
          copies.push({ name: key.slice(mine.length), wall: Number(wall), accepted: Number(accepted), text });
      }
    });
    return copies;
  };
  /** @param {string} name */
  const drop = (name) => attempt((storage) => storage.removeItem(mine + name));
  return {
    /** Names learner and course on this device. */
    place: mine,
    drop,
    /**
     * @param {string} name
     * @returns {string | undefined} what was kept under the name as `accepted`
     */
    read: (name) => attempt((storage) => storage.getItem(mine + name)?.split(" ")[1]),
    /**
     * Give the copies that hold what the LMS does not. Those of its own attempt that hold no more are forgotten.
     * Without a learner's id those of other attempts may be somebody else's.
     * @param {string} text what the LMS holds
     * @param {ReturnType<typeof recordCodec>["decode"]} decode
     * @returns {Found[]}
     */
    missing(text, decode) {
      const held = decode(text).progress;
      return all().flatMap((copy) => {
        const { progress } = decode(copy.text);
        if (!progress) return [];
        if (progress.token !== held?.token) return learner ? [{ ...copy, progress }] : [];
        const isMore = progress.sequence > Math.min(held.sequence, copy.accepted);
        if (isMore && copy.text !== text) return [{ ...copy, progress }];
        drop(copy.name);
        return [];
      });
    },
    /**
     * @param {string} name
     * @param {number | string} accepted
     * @param {string} text without spaces
     * @returns {true | undefined} whether it is kept
     */
    keep: (name, accepted, text) =>
      attempt((storage) => {
        storage.setItem(mine + name, `${clock.wall()} ${accepted} ${text}`);
        return true;
      }),
  };
}

/**
 * Leave out what learners wrote in their own words; that they did stays.
 * @param {Progress} progress
 * @param {string[]} ids whose answers are such texts
 * @returns {Progress}
 */
export function withoutTexts(progress, ids = []) {
  const answers = { ...progress.answers };
  for (const id of ids) if (answers[id]) answers[id] = { ...answers[id], response: "" };
  return { ...progress, answers };
}
