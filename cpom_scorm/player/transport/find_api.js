/** Where the LMS put its API object: the search that the standards describe, made tolerant (RUN-01, RUN-02). */

/** @import { Clock, RuntimeForm } from "../types.js" */
/** @typedef {Record<string, (...values: string[]) => unknown>} Api */

/** Windows looked at in one search; a page that names itself as its parent ends the walk before. */
const MOST_WINDOWS = 500;
const POLL_MS = 100;
const PATIENCE_MS = 8000;
/**
 * The calls without which an object cannot be used, whatever its name (some LMSs offer half an API). An LMS that
 * cannot be told the end (wagtail-lms has no LMSFinish) still keeps all that was written before.
 */
const NEEDED = ["initialize", "get", "set", "commit"];

/**
 * Look for the API of the built edition: own window, parents, opener and its parents, the top's opener,
 * then the opener's document (older Plateau).
 * @param {Window} window
 * @param {RuntimeForm} runtime
 * @returns {Api | null}
 */
export function findApi(window, runtime) {
  let left = MOST_WINDOWS;
  /** @param {unknown} start */
  const climb = (start) => {
    for (let at = start; at && left > 0; left -= 1) {
      const api = usable(read(at, runtime.api), runtime);
      if (api) return api;
      const parent = read(at, "parent");
      if (parent === at) return null;
      at = parent;
    }
    return null;
  };
  const opener = read(window, "opener");
  return (
    climb(window) ??
    climb(opener) ??
    climb(read(read(window, "top"), "opener")) ??
    usable(read(read(opener, "document"), runtime.api), runtime)
  );
}

/**
 * Look again until the LMS has made its API, which may come after the content (RUN-03).
 * @param {Window} window
 * @param {RuntimeForm} runtime
 * @param {Clock} clock
 * @returns {Promise<{ api: Api | null }>} null when the wait was in vain; apart, for an API may look like a promise
 */
export function waitForApi(window, runtime, clock) {
  const end = clock.now() + PATIENCE_MS;
  return new Promise((resolve) => {
    const look = () => {
      const api = findApi(window, runtime);
      if (api || clock.now() >= end) resolve({ api });
      else clock.later(look, POLL_MS);
    };
    look();
  });
}

/**
 * @param {unknown} found
 * @param {RuntimeForm} runtime
 * @returns {Api | null}
 */
function usable(found, runtime) {
  const complete = found && NEEDED.every((call) => typeof read(found, runtime.calls[call]) === "function");
  return complete ? /** @type {Api} */ (found) : null;
}

/**
 * Windows of other origins throw on almost every property; their `parent` still answers.
 * @param {unknown} object
 * @param {string} name
 * @returns {unknown}
 */
function read(object, name) {
  try {
    return /** @type {Record<string, unknown>} */ (object)[name] ?? null;
  } catch {
    return null;
  }
}
