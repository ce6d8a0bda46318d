// The API object that content finds, in the edition's names, behaving as the chosen profile says.

import { DataModel } from "./data_model.js";
import { addedTime } from "./time.js";

/**
 * @typedef {import("./data_model.js").Table} Table
 * @typedef {{call: string, arguments: string[], answer: unknown, code: number}} Call
 * @typedef {{calls: Record<string, string>, table: Table, profile: {answers: string | null, mode: string},
 *   values: Record<string, string>, onCall: (call: Call) => void, onCommit: (values: Record<string, string>) => void}} Options
 */

/** Build the API object of one launch. @param {Options} options */
export function createApi(options) {
  const lms = new Lms(options);
  /** @type {Record<string, (...values: string[]) => unknown>} */
  const behaviours = {
    initialize: (value) => lms.initialize(value),
    terminate: (value) => lms.terminate(value),
    get: (name) => lms.get(name),
    set: (name, value) => lms.set(name, value),
    commit: (value) => lms.commit(value),
    lastError: () => String(lms.code),
    errorString: (code) => (code === "0" ? "No error" : `Error ${code}`),
  };
  /** @type {Record<string, (...values: string[]) => unknown>} */
  const api = {};
  for (const [role, name] of Object.entries(options.calls)) {
    api[name] = (...values) => {
      const answer = answerOf(options.profile.answers, () => behaviours[role](...values));
      if (role !== "lastError" && role !== "errorString") {
        options.onCall({ call: name, arguments: values.map(String), answer, code: lms.code });
      }
      return answer;
    };
  }
  return api;
}

/** @param {string | null} habit @param {() => unknown} faithful */
function answerOf(habit, faithful) {
  if (habit === "throw") throw new Error("the LMS is not itself today");
  if (habit === "null") return null;
  return habit === "empty" ? "" : faithful();
}

class Lms {
  /** @param {Options} options */
  constructor(options) {
    this.options = options;
    this.code = 0;
    this.phase = "new";
    this.model = new DataModel(options.table, options.values);
  }

  /** @param {string} value */
  initialize(value) {
    const { codes, entry, exit } = this.options.table;
    if (value !== "") return this.#refuse(201);
    if (this.phase !== "new")
      return this.#refuse(this.phase === "running" ? codes.already_initialized : codes.after.initialize);
    const { values } = this.model;
    values[entry] = values[exit] === "suspend" ? "resume" : "ab-initio";
    values[this.#modeElement()] = this.options.profile.mode;
    delete values[exit];
    this.phase = "running";
    return this.#accept();
  }

  /** @param {string} value */
  terminate(value) {
    const { session_time, total_time, exit, kept } = this.options.table;
    if (value !== "") return this.#refuse(201);
    if (this.phase !== "running") return this.#notRunning("terminate", "false");
    const { values } = this.model;
    if (values[session_time]) values[total_time] = addedTime(values[total_time], values[session_time]);
    this.phase = "ended";
    const next = { ...values };
    if (next[exit] !== "suspend") {
      for (const name of Object.keys(next))
        if (kept.some((prefix) => name.startsWith(prefix))) delete next[name];
    }
    delete next[session_time];
    this.options.onCommit(next);
    return this.#accept();
  }

  /** @param {string} name */
  get(name) {
    if (this.phase !== "running") return this.#notRunning("get", "");
    const { value, code } = this.model.get(name);
    this.code = code;
    return value;
  }

  /** @param {string} name @param {string} value */
  set(name, value) {
    if (this.phase !== "running") return this.#notRunning("set", "false");
    this.code = this.model.set(name, String(value));
    return this.code === 0 ? "true" : "false";
  }

  /** @param {string} value */
  commit(value) {
    if (value !== "") return this.#refuse(201);
    if (this.phase !== "running") return this.#notRunning("commit", "false");
    this.options.onCommit({ ...this.model.values });
    return this.#accept();
  }

  #modeElement() {
    return this.options.table.elements["cmi.mode"] ? "cmi.mode" : "cmi.core.lesson_mode";
  }

  /** @param {string} role @param {string} answer */
  #notRunning(role, answer) {
    const { codes } = this.options.table;
    this.code = this.phase === "new" ? codes.before[role] : codes.after[role];
    return answer;
  }

  #accept() {
    this.code = 0;
    return "true";
  }

  /** @param {number} code */
  #refuse(code) {
    this.code = code;
    return "false";
  }
}
