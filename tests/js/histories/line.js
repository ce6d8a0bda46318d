/** The way from the player to the LMS's server: a strict API object, the habits of its LMS, and what is wrong now. */

import { createApi } from "../../../cpom_scorm/stand_in_lms/api.js";

const PROFILE = { answers: null, mode: "normal" };

/**
 * @param {object} means
 * @param {any} means.runtime a RuntimeForm
 * @param {any} means.table the edition's data model
 * @param {any} means.habit
 * @param {() => any} means.fault what is wrong now, or null
 * @param {any} means.server
 * @param {any} means.clock
 * @param {() => boolean} means.isGoing the page is being dismissed
 * @param {(call: string) => void} means.called before the player's Initialize, Commit or Terminate is answered
 * @param {() => void} means.lostUnnoticed changes were lost that the LMS said it had, and that it will not send again
 * @returns {any} `api`: the API object
 */
export function createLine({ runtime, table, habit, fault, server, clock, isGoing, called, lostUnnoticed }) {
  const { [runtime.elements.session_time]: _, ...before } = server.kept;
  /** @type {Record<string, string> | null} */
  let carried = null;
  let code = "";
  let hidden = false;
  const strict = createApi({
    calls: runtime.calls,
    table,
    profile: PROFILE,
    values: before,
    onCall: () => {},
    onCommit: (values) => {
      carried = values;
    },
  });
  /** Elements that were set since the last Commit. @type {Set<string>} */
  const fresh = new Set();
  /** What an LMS sends that does not send everything each time: what it sent once it takes for kept. */
  const changes = (values) => {
    const changed = Object.entries(values).filter(([name]) => fresh.has(name) || name.endsWith("total_time"));
    fresh.clear();
    const { [runtime.elements.session_time]: __, ...others } = server.kept;
    return { ...others, ...Object.fromEntries(changed) };
  };
  const yes = (answer) => (answer === "true" ? (habit.yes ?? "true") : answer);
  const answers = (ours) => strict[runtime.calls[ours]];
  const send = (ours, values) => {
    carried = null;
    const answer = answers(ours)(...values);
    if (!carried) return answer;
    const wrong = fault();
    if (wrong?.takes) clock.jump(wrong.takes);
    const lost = isGoing() && habit.dismissal;
    const sent = habit.sends === "changes" ? changes(carried) : carried;
    if (!lost && (wrong?.keeps ?? true)) server.receive(sent);
    else if (sent !== carried && (wrong?.commit ?? answer) === "true") lostUnnoticed();
    if (lost === "null") return null;
    if (lost === "false" || (wrong && wrong.commit !== "true")) code = String(wrong?.code ?? 101);
    if (lost === "false") return "false";
    return wrong && "commit" in wrong ? wrong.commit : answer;
  };
  const behaviours = {
    initialize: (...values) => answers("initialize")(...values),
    terminate: (...values) => send("terminate", values),
    commit: (...values) => send("commit", values),
    get(name) {
      const value = answers("get")(name);
      const isRecord = name === runtime.elements.suspend_data;
      if (habit.unreadable?.test(name) || (isRecord && hidden)) return "";
      return isRecord && fault()?.gives_back === "old" ? (server.kept[name] ?? "") : value;
    },
    set(name, value) {
      const refused = fault()?.refuses;
      if (habit.refused?.test(name) || (refused && name === runtime.elements[refused])) {
        code = "401";
        return "false";
      }
      fresh.add(name);
      if (name === runtime.elements.suspend_data) hidden = habit.gives_back === "nothing";
      return answers("set")(name, value);
    },
    lastError: () => code || answers("lastError")(),
    errorString: (number) => answers("errorString")(number),
  };
  let answered = /** @type {unknown} */ ("");
  /** @type {Record<string, any>} */
  const api = {};
  for (const [ours, theirs] of Object.entries(runtime.calls)) {
    api[theirs] = (...values) => {
      if (["initialize", "commit", "terminate"].includes(ours)) called(ours);
      if (fault()?.throws) throw new Error("the LMS is not itself today");
      if (ours !== "lastError" && ours !== "errorString") code = "";
      const answer = behaviours[ours](...values);
      if (ours === "commit") answered = answer;
      return yes(answer);
    };
  }
  return { api, /** What the last Commit was told. */ saidYes: () => answered === "true" };
}
