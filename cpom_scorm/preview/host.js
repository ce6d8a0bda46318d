// The page around the course: gives it an LMS, shows what the LMS holds, and follows the author's edits.

import { createApi } from "../stand_in_lms/api.js";

/**
 * @typedef {{course: string, edition: string, editions: {id: string, title: string}[], api: string,
 *   calls: Record<string, string>, table: import("../stand_in_lms/data_model.js").Table,
 *   profile: {answers: string | null, mode: string, late_seconds: number}, values: Record<string, string>,
 *   launch: string}} Launch
 * @typedef {{text: string, errors: number, warnings: number, built: boolean}} Findings
 */

const frame = /** @type {HTMLIFrameElement} */ (element("content"));
let callCount = 0;

/** @param {string} id */
function element(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

/** @param {string} path @returns {Promise<any>} */
async function json(path) {
  return (await fetch(path, { cache: "no-store" })).json();
}

/** @param {string} path @param {unknown} body */
function post(path, body) {
  return fetch(path, { method: "POST", keepalive: true, body: JSON.stringify(body) });
}

/** @param {string} name @param {string} text */
function cell(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

/** @param {Record<string, string>} values */
function showValues(values) {
  const rows = Object.entries(values).map(([name, value]) => {
    const row = document.createElement("tr");
    row.append(cell("td", name), cell("td", value));
    return row;
  });
  element("values").replaceChildren(...rows);
}

/** @param {import("../stand_in_lms/api.js").Call} call */
function showCall(call) {
  callCount += 1;
  const line = cell("li", `${call.call}(${call.arguments.join(", ")}) ${call.answer}`);
  if (call.code) {
    line.className = "refused";
    line.textContent += ` [${call.code}]`;
  }
  element("calls").prepend(line);
  element("call-count").textContent = `(${callCount})`;
}

/** @param {Launch} launch */
function showEditions(launch) {
  const links = launch.editions.map(({ id, title }) => {
    const link = document.createElement("a");
    link.href = `../${id}/`;
    link.textContent = title.replace("SCORM ", "").replace(" Edition", "");
    if (id === launch.edition) link.setAttribute("aria-current", "page");
    return link;
  });
  element("editions").replaceChildren(...links);
}

/** Open the course on a new launch of the LMS. @param {string} hash where in the course */
async function open(hash) {
  /** @type {Launch} */
  const launch = await json("launch.json");
  document.title = `${launch.course} - preview`;
  element("course").textContent = launch.course;
  showEditions(launch);
  showValues(launch.values);
  const api = createApi({
    calls: launch.calls,
    table: launch.table,
    profile: launch.profile,
    values: launch.values,
    onCall: showCall,
    onCommit: (values) => {
      showValues(values);
      void post("state", values);
    },
  });
  const names = /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (window));
  delete names[launch.api];
  setTimeout(() => {
    names[launch.api] = api;
  }, launch.profile.late_seconds * 1000);
  frame.src = `${launch.launch}?launch=${Date.now()}${hash}`;
}

/** Let the course finish its session; its last words reach the LMS before this resolves. */
async function close() {
  await new Promise((closed) => {
    frame.addEventListener("load", closed, { once: true });
    frame.src = "about:blank";
  });
}

/** Close the course and open it again where it was. */
async function reopen() {
  const hash = frame.contentWindow?.location.hash ?? "";
  await close();
  await open(hash);
}

async function showFindings() {
  /** @type {Findings} */
  const found = await json("../findings.json");
  const box = element("findings");
  box.hidden = found.errors + found.warnings === 0;
  box.classList.toggle("warnings", found.errors === 0);
  element("findings-title").textContent = found.built
    ? `${found.warnings} to look at; the course is up to date`
    : `${found.errors} to mend; the course below is the last one that could be built`;
  const text = document.createElement("pre");
  text.textContent = found.text;
  element("findings-list").replaceChildren(text);
  element("state").textContent = found.built ? "Up to date" : "Not built";
  return found;
}

element("record-toggle").addEventListener("click", (event) => {
  const record = element("record");
  record.hidden = !record.hidden;
  /** @type {HTMLElement} */ (event.currentTarget).setAttribute("aria-expanded", String(!record.hidden));
});
element("relaunch").addEventListener("click", () => void reopen());
element("findings-close").addEventListener("click", () => {
  element("findings").hidden = true;
});
element("reset").addEventListener("click", async () => {
  await close();
  await post("reset", {});
  await open("");
});
new EventSource("../events").addEventListener("message", async () => {
  const found = await showFindings();
  if (found.built) await reopen();
});
await showFindings();
await open("");
