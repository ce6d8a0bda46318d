/** The way from the player to the LMS's server: the stand-in's API object, and what is wrong now. */

import { createApi } from "../../../cpom_scorm/stand_in_lms/api.js";
import { createServer } from "../../../cpom_scorm/stand_in_lms/server.js";

/**
 * @param {object} means
 * @param {any} means.runtime a RuntimeForm
 * @param {any} means.table the edition's data model
 * @param {any} means.profile of the stand-in LMS
 * @param {any} means.habit
 * @param {() => any} means.fault what is wrong now, or {}
 * @param {any} means.server
 * @param {any} means.clock
 * @param {() => boolean} means.isGoing the page is being dismissed
 * @param {() => boolean} means.isLeaving that, or it is hidden
 * @param {(call: string) => void} means.called before the player's Initialize, Commit or Terminate is answered
 * @param {() => void} means.lostUnnoticed changes were lost that the LMS said it had, and that it will not send again
 * @returns {any} `api`: the API object
 */
export function createLine(means) {
  const { runtime, table, profile, habit, fault, server, clock, isGoing, isLeaving, called } = means;
  const launched = withoutSession(server.kept, runtime);
  let code = "";
  let hidden = false;
  let answered = /** @type {unknown} */ ("");
  /** Elements that were set since the last message. @type {Set<string>} */
  const fresh = new Set();
  /** An LMS that sends only changes takes what it sent once for kept. */
  const changes = (values) => {
    const changed = Object.entries(values).filter(([name]) => fresh.has(name) || name.endsWith("total_time"));
    fresh.clear();
    return { ...withoutSession(server.kept, runtime), ...Object.fromEntries(changed) };
  };
  const neverFails = profile.posts === "each value";
  const sendsOnce = habit.sends === "changes" || neverFails;
  const store = (values) => {
    const { keeps = true, commit = "true" } = fault();
    const message = sendsOnce ? changes(values) : values;
    const isLost = !keeps || (isGoing() && habit.dismissal);
    if (!isLost) server.receive(message);
    else if (sendsOnce && (neverFails || commit !== "false")) means.lostUnnoticed();
    return isLost && isGoing() ? habit.dismissal === "dropped" : keeps || commit === "true";
  };
  const carrier = createServer({ profile, values: launched, store, clock: clock.now });
  const strict = createApi({
    calls: runtime.calls,
    table,
    profile,
    server: carrier,
    isLeaving,
    onCall: () => {},
  });
  const answers = (ours) => strict[runtime.calls[ours]];
  const behaviours = Object.fromEntries(Object.keys(runtime.calls).map((ours) => [ours, answers(ours)]));
  Object.assign(behaviours, {
    commit(...values) {
      const wrong = fault();
      if (wrong.takes) clock.jump(wrong.takes);
      const answer = answers("commit")(...values);
      // An LMS whose Commit does nothing says true in any case.
      if (profile.posts === "each value" || (wrong.commit ?? "true") === "true") return answer;
      code = String(wrong.code ?? 101);
      return wrong.commit;
    },
    get(name) {
      const value = answers("get")(name);
      const isRecord = name === runtime.elements.suspend_data;
      if (isRecord && hidden) return "";
      return isRecord && fault().gives_back === "old" ? (server.kept[name] ?? "") : value;
    },
    set(name, value) {
      const { refuses } = fault();
      if (refuses && name === runtime.elements[refuses]) {
        code = "401";
        return "false";
      }
      if (neverFails) fresh.clear();
      fresh.add(name);
      if (name === runtime.elements.suspend_data) hidden = habit.gives_back === "nothing";
      return answers("set")(name, value);
    },
    lastError: () => code || answers("lastError")(),
  });
  /** @type {Record<string, any>} */
  const api = {};
  for (const [ours, theirs] of Object.entries(runtime.calls)) {
    api[theirs] = (...values) => {
      if (["initialize", "commit", "terminate"].includes(ours)) called(ours);
      if (fault().throws) throw new Error("the LMS is not itself today");
      if (ours !== "lastError" && ours !== "errorString") code = "";
      const answer = behaviours[ours](...values);
      if (ours === "commit") answered = answer;
      return answer === "true" ? (habit.yes ?? "true") : answer;
    };
  }
  return { api, /** What the last Commit was told. */ saidYes: () => answered === "true" };
}

/** @returns {Record<string, string>} what a new session finds */
function withoutSession(kept, { elements }) {
  const { [elements.session_time]: _, ...values } = kept;
  return values;
}
