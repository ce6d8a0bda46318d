// The LMS of the preview: the API object for the course, what it keeps, and the panel that shows both.

import { createApi } from "../stand_in_lms/api.js";
import { watchPresence } from "../stand_in_lms/presence.js";
import { createServer } from "../stand_in_lms/server.js";

/**
 * @typedef {import("../stand_in_lms/api.js").Profile & import("../stand_in_lms/server.js").Keeping
 *   & {name: string, late_seconds: number}} Profile
 * @typedef {{api: string, calls: Record<string, string>, table: import("../stand_in_lms/data_model.js").Table}} Form
 * @typedef {Form & {course: string, edition: string, editions: {id: string, title: string}[],
 *   profiles: {name: string, title: string}[], values: Record<string, string>, profile: Profile, others: Form[],
 *   launch: string | null, generation: number}} Launch
 */

const MOST_CALLS = 400;
let callCount = 0;
let refusedCount = 0;
/** @type {Promise<unknown>} */
let kept = Promise.resolve();
/** @type {import("../stand_in_lms/server.js").Server | null} */
let server = null;
const isLeaving = watchPresence(/** @type {HTMLIFrameElement} */ (element("content")));

/** @param {string} id */
function element(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

/** @param {string} name @param {string} text */
function made(name, text) {
  const created = document.createElement(name);
  created.textContent = text;
  return created;
}

/** Put the API object of a launch where the course looks for it. @param {Launch} launch */
export function install(launch) {
  showValues(launch.values);
  const { profile } = launch;
  server = createServer({
    profile,
    values: launch.values,
    store: (values) => {
      showValues(values);
      keep("state", values);
      return true;
    },
  });
  offer(launch, server, (call) => showCall(call, launch), profile);
  // What is said to the API of another edition is said to nobody.
  const nobody = createServer({ profile, values: {}, store: () => true });
  for (const other of launch.others) offer(other, nobody, () => {}, profile);
}

/**
 * @param {Form} form
 * @param {import("../stand_in_lms/server.js").Server} server
 * @param {(call: import("../stand_in_lms/api.js").Call) => void} onCall
 * @param {Profile} profile
 */
function offer({ api: name, calls, table }, server, onCall, profile) {
  const api = createApi({ calls, table, profile, server, isLeaving, onCall });
  const names = /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (window));
  delete names[name];
  setTimeout(() => {
    names[name] = api;
  }, profile.late_seconds * 1000);
}

/** Forget the attempt, and what the course keeps on this device. @returns {Promise<unknown>} */
export function reset() {
  localStorage.clear();
  sessionStorage.clear();
  return keep("reset", {});
}

/** Wait until everything that was kept has arrived. */
export function settled() {
  server?.settle();
  return kept;
}

/** Send in the order of the calls: a later launch must not meet an earlier state. @param {string} path @param {unknown} body */
function keep(path, body) {
  const send = () => fetch(path, { method: "POST", keepalive: true, body: JSON.stringify(body) });
  kept = kept.then(send, send);
  return kept;
}

/** @param {Record<string, string>} values */
function showValues(values) {
  const rows = Object.entries(values).map(([name, value]) => {
    const row = document.createElement("tr");
    row.append(made("th", name), made("td", value));
    return row;
  });
  element("values").replaceChildren(...rows);
}

/** @param {import("../stand_in_lms/api.js").Call} call @param {Launch} launch */
function showCall(call, launch) {
  callCount += 1;
  const line = made("li", `${call.call}(${call.arguments.map((each) => `"${each}"`).join(", ")})`);
  line.setAttribute("value", String(callCount));
  line.append(made("b", ` ${JSON.stringify(call.answer)}${call.code ? ` ${call.code}` : ""}`));
  // To ask for a value that nobody has set yet is no mistake.
  if (call.code && !(call.call === launch.calls.get && call.code === launch.table.codes.not_set)) {
    refusedCount += 1;
    line.className = "refused";
  }
  const calls = element("calls");
  calls.prepend(line);
  if (calls.childElementCount > MOST_CALLS) calls.lastElementChild?.remove();
  element("call-count").textContent = `${callCount}${refusedCount ? `, ${refusedCount} refused` : ""}`;
}
