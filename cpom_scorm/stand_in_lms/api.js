// The API object that content finds, in the edition's names, behaving as the chosen profile says.

import { DataModel } from "./data_model.js";
import { grade } from "./gradebook.js";
import { createLine } from "./line.js";
import { addedTime } from "./time.js";
import { verdict } from "./verdict.js";

/**
 * @typedef {import("./data_model.js").Table} Table
 * @typedef {{call: string, arguments: string[], answer: unknown, code: number}} Call
 * @typedef {import("./line.js").Sending & import("./verdict.js").Judging & {answers: string | null, mode: string,
 *   resumes: boolean, resets_twice_initialized: boolean, false_but_no_error: boolean, null_when_leaving: boolean,
 *   unreadable: string[], capitals: boolean, refused: string, slow_ms: number, reads_server: boolean,
 *   grades: string}} Profile
 * @typedef {{calls: Record<string, string>, table: Table, profile: Profile, server: import("./server.js").Server,
 *   isLeaving?: () => boolean, onCall: (call: Call) => void}} Options
 */

const FAILED = 101;
const COMMIT_FAILED = 391;

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
  constructor({ table, profile, server, isLeaving = () => false }) {
    this.table = table;
    this.profile = profile;
    this.server = server;
    this.isLeaving = isLeaving;
    this.line = createLine({ profile, server, isLeaving });
    this.isIdle = profile.posts === "each value";
    this.code = 0;
    this.phase = "new";
    this.launched = { ...server.held() };
    this.model = new DataModel(table, this.launched);
  }

  /** @param {string} value */
  initialize(value) {
    const { codes, entry, exit } = this.table;
    if (value !== "") return this.#refuse(201);
    if (this.phase === "running" && this.profile.resets_twice_initialized)
      this.model = new DataModel(this.table, this.launched);
    if (this.phase !== "new")
      return this.#refuse(this.phase === "running" ? codes.already_initialized : codes.after.initialize);
    const { values } = this.model;
    values[entry] = values[exit] === "suspend" && this.profile.resumes ? "resume" : "ab-initio";
    values[this.#modeElement()] = this.profile.mode;
    delete values[exit];
    this.phase = "running";
    return this.#accept();
  }

  /** @param {string} value */
  terminate(value) {
    const { session_time, total_time, exit, kept } = this.table;
    if (value !== "") return this.#refuse(201);
    if (this.phase !== "running") return this.#notRunning("terminate", "false");
    if (this.isIdle) return this.#accept();
    const { values } = this.model;
    if (values[session_time]) values[total_time] = addedTime(values[total_time], values[session_time]);
    this.phase = "ended";
    const next = { ...values, ...verdict(values, this.profile, this.#isOneStatus()) };
    if (next[exit] !== "suspend") {
      for (const name of Object.keys(next))
        if (kept.some((prefix) => name.startsWith(prefix))) delete next[name];
    }
    delete next[session_time];
    return this.#send(next) ? this.#accept() : this.#refuse(FAILED);
  }

  /** @param {string} name */
  get(name) {
    if (this.phase !== "running") return this.#notRunning("get", "");
    const { value, code } = this.model.get(name);
    this.code = code;
    const { unreadable, capitals } = this.profile;
    const last = name.slice(name.lastIndexOf(".") + 1);
    if (unreadable.includes(last)) return "";
    return capitals && last.endsWith("status") ? value.charAt(0).toUpperCase() + value.slice(1) : value;
  }

  /** @param {string} name @param {string} value */
  set(name, value) {
    if (this.phase !== "running") return this.#notRunning("set", "false");
    const { refused, false_but_no_error } = this.profile;
    const isRefused = refused !== "" && name.startsWith(refused);
    this.code = isRefused ? this.table.codes.wrong_type : this.model.set(name, String(value));
    if (this.code !== 0) return "false";
    if (this.isIdle) this.line.post(name, String(value));
    if (this.isIdle) this.#enterGrade();
    return false_but_no_error ? "false" : "true";
  }

  /** @param {string} value */
  commit(value) {
    if (value !== "") return this.#refuse(201);
    if (this.phase !== "running") return this.#notRunning("commit", "false");
    if (this.isIdle) return this.#accept();
    stop(this.profile.slow_ms);
    if (this.profile.null_when_leaving && this.isLeaving()) {
      this.code = COMMIT_FAILED;
      return null;
    }
    const arrived = this.#send({ ...this.model.values });
    if (this.profile.reads_server) this.model = new DataModel(this.table, this.server.held());
    return arrived ? this.#accept() : this.#refuse(FAILED);
  }

  /** @param {Record<string, string>} values */
  #send(values) {
    const arrived = this.line.send(values);
    if (arrived) this.#enterGrade();
    return arrived;
  }

  #enterGrade() {
    this.server.grade = grade(this.server.held(), this.profile.grades, this.phase === "ended");
  }

  #modeElement() {
    return this.#isOneStatus() ? "cmi.core.lesson_mode" : "cmi.mode";
  }

  /** Whether the edition has one status for both completion and success. */
  #isOneStatus() {
    return !this.table.elements["cmi.mode"];
  }

  /** @param {string} role @param {string} answer */
  #notRunning(role, answer) {
    const { codes } = this.table;
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

/** Stop the page as synchronous requests do. @param {number} milliseconds */
function stop(milliseconds) {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}
