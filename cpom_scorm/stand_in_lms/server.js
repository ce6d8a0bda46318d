// What the LMS's server has, apart from what the API object in the page says: later launches read from here.

/**
 * @typedef {Record<string, string>} Values
 * @typedef {"call" | "beacon"} Way
 * @typedef {{online: boolean, session_seconds: number | null, loses: number, overtaking: boolean,
 *   cuts_at: number | null, rewrites: string, raw_completes: boolean}} Keeping
 * @typedef {ReturnType<typeof createServer>} Server
 */

/** @type {Record<string, string>} */
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
/** @type {Record<string, (text: string) => string>} */
const REWRITES = {
  "": (text) => text,
  html: (text) => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]),
  trim: (text) => text.trim(),
  newlines: (text) => text.replace(/\r?\n/g, "\r\n"),
};

/**
 * @param {object} options
 * @param {Keeping} options.profile
 * @param {Values} options.values what it has of earlier launches
 * @param {(values: Values, way: Way) => boolean} options.store keeps what has arrived; false: it did not
 * @param {() => number} [options.clock] milliseconds
 */
export function createServer({ profile, values, store, clock = () => performance.now() }) {
  const begun = clock();
  let held = values;
  let received = 0;
  /** The message that waits to be overtaken. @type {Values | null} */
  let waiting = null;

  const isSignedOut = () =>
    profile.session_seconds !== null && clock() - begun >= profile.session_seconds * 1000;
  /** @param {Values} sent @param {Way} way */
  const keep = (sent, way) => {
    const kept = rewritten(sent, profile);
    const arrived = store(kept, way);
    if (arrived) held = kept;
    return arrived;
  };
  const settle = () => {
    if (waiting) keep(waiting, "call");
    waiting = null;
  };

  return {
    /** What its gradebook shows. @type {number | null} */
    grade: null,
    /** What the next launch is given. */
    held: () => held,
    settle,
    /**
     * Take everything that the page's API object holds.
     * @param {Values} sent
     * @param {Way} way
     * @returns {boolean} what the page hears
     */
    receive(sent, way = "call") {
      received += 1;
      if (!profile.online) return false;
      if (isSignedOut() || isLost(received, profile.loses)) return true;
      if (!profile.overtaking) return keep(sent, way);
      if (!waiting) {
        waiting = sent;
        return true;
      }
      keep(sent, way);
      settle();
      return true;
    },
  };
}

/** Lose an even share of the messages, the first ones included. @param {number} number from 1 @param {number} share */
function isLost(number, share) {
  return Math.ceil(number * share) > Math.ceil((number - 1) * share);
}

/** @param {Values} sent @param {Keeping} profile @returns {Values} */
function rewritten(sent, { cuts_at, rewrites, raw_completes }) {
  const longest = cuts_at ?? Number.POSITIVE_INFINITY;
  const kept = Object.fromEntries(
    Object.entries(sent).map(([name, text]) => [name, REWRITES[rewrites](text).slice(0, longest)]),
  );
  if (raw_completes && kept["cmi.core.score.raw"] && kept["cmi.core.lesson_status"] === "incomplete")
    kept["cmi.core.lesson_status"] = "completed";
  return kept;
}
