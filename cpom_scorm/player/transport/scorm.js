/** The SCORM API behind calls that never throw and whose answers mean one thing (RUN-05, RUN-06, RUN-23). */

/** @import { Outcome, RuntimeForm, Transport } from "../types.js" */
/** @import { Api } from "./find_api.js" */

const YES = ["true", "1"];
const NOTHING = { ok: false, value: "", code: 0, warned: false };

/**
 * @param {RuntimeForm} runtime
 * @param {Api} api
 * @returns {Transport}
 */
export function scormTransport(runtime, api) {
  let ended = false;
  /**
   * @param {string} call
   * @param {string[]} values
   * @returns {unknown} null also when the LMS threw
   */
  const ask = (call, ...values) => {
    try {
      return api[runtime.calls[call]](...values);
    } catch {
      return null;
    }
  };
  const errorCode = () => Number.parseInt(String(ask("lastError")), 10) || 0;
  /**
   * null is the answer of an LMS that failed; anything else but yes is judged by its error code.
   * @param {string} call
   * @param {string[]} values
   * @returns {Outcome}
   */
  const act = (call, ...values) => {
    if (ended) return NOTHING;
    const answer = ask(call, ...values);
    const value = String(answer);
    if (YES.includes(value.toLowerCase())) return { ok: true, value, code: 0, warned: false };
    const code = errorCode();
    const doubtful = answer !== null && code === 0;
    return { ok: doubtful, value, code, warned: doubtful };
  };
  return {
    initialize() {
      const outcome = act("initialize", "");
      return outcome.code !== 0 && outcome.code === runtime.codes.alreadyInitialized
        ? { ...outcome, ok: true }
        : outcome;
    },
    get(element) {
      if (ended) return NOTHING;
      const answer = ask("get", element);
      // An empty answer is no value, whatever the reason: some LMSs have an error code for it (RUN-07).
      return { ok: answer !== null, value: String(answer ?? ""), code: 0, warned: false };
    },
    set: (element, value) => act("set", element, value),
    commit: () => act("commit", ""),
    terminate() {
      const outcome = act("terminate", "");
      ended = true;
      return outcome;
    },
  };
}
