// The page around the course: launches it, lets the author switch, and follows the edits.

import * as findings from "./findings.js";
import * as frame from "./frame.js";
import * as lms from "./lms.js";

/** @typedef {import("./lms.js").Launch} Launch */

const LAUNCH_PAGE = { hash: "", top: 0 };
const PLACE_AT_LOAD = { hash: location.hash, top: 0 };
let shown = 0;
let isOpen = false;
/** Builds and clicks may come while a launch is under way: each waits for the one before. */
let turn = Promise.resolve();

/** @param {string} id */
function element(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

/** @param {string} id */
function choice(id) {
  return /** @type {HTMLSelectElement} */ (document.getElementById(id));
}

/** @param {string} path @returns {Promise<any>} */
async function json(path) {
  const answer = await fetch(path, { cache: "no-store" });
  if (!answer.ok) throw new Error(`${path} ${answer.status}`);
  return answer.json();
}

/** Do one thing after the other. @param {() => Promise<void>} step */
function next(step) {
  turn = turn.then(step).catch(() => findings.say("bad", "Not connected: start the preview again"));
}

/** Launch the course as the LMS of this edition does. @param {import("./frame.js").Place} where */
async function open(where) {
  /** @type {Launch} */
  const launch = await json(`launch.json${location.search}`);
  document.title = `${launch.course} - preview`;
  element("course").textContent = launch.course;
  showEditions(launch);
  showProfiles(launch);
  element("empty").hidden = launch.launch !== null;
  if (launch.launch === null) return;
  isOpen = true;
  lms.install(launch);
  await frame.launch(launch.launch, where);
}

async function close() {
  await frame.close();
  await lms.settled();
}

/** Close the course and open it again. @param {import("./frame.js").Place} where */
async function reopen(where) {
  await close();
  await open(where);
}

async function reset() {
  await close();
  await lms.reset();
  await open(LAUNCH_PAGE);
}

/** Follow the author: show what the last build found, and the course that it made, where the reader is. */
async function refresh() {
  /** @type {import("./findings.js").Outcome} */
  const outcome = await json("../outcome.json");
  findings.status(outcome);
  if (outcome.generation === shown) return;
  shown = outcome.generation;
  findings.show(outcome);
  if (!isOpen) await open(PLACE_AT_LOAD);
  else if (outcome.built) await reopen(frame.place());
}

/** @param {Launch} launch */
function showEditions(launch) {
  const links = launch.editions.map(({ id, title }) => {
    const link = document.createElement("a");
    link.href = `../${id}/${location.search}${location.hash}`;
    link.textContent = title.replace("SCORM ", "").replace(" Edition", "");
    link.title = title;
    if (id === launch.edition) link.setAttribute("aria-current", "page");
    return link;
  });
  element("editions").replaceChildren(...links);
}

/** @param {Launch} launch */
function showProfiles(launch) {
  const options = launch.profiles.map(({ name, title }) => new Option(title, name));
  choice("profile").replaceChildren(...options);
  choice("profile").value = launch.profile.name;
}

/** Keep the learner's place in the address: a reload of this page or another edition opens there. */
frame.onMove((hash) => {
  history.replaceState(null, "", `${location.search}${hash}`);
  for (const link of element("editions").querySelectorAll("a")) link.hash = hash;
});

choice("profile").addEventListener("change", () => {
  history.replaceState(null, "", `?profile=${choice("profile").value}${location.hash}`);
  next(() => reopen(LAUNCH_PAGE));
});
choice("size").addEventListener("change", () => {
  element("stage").dataset.size = choice("size").value;
});
element("record-toggle").addEventListener("click", () => {
  const record = element("record");
  record.hidden = !record.hidden;
  element("record-toggle").setAttribute("aria-expanded", String(!record.hidden));
});
element("relaunch").addEventListener("click", () => next(() => reopen(LAUNCH_PAGE)));
element("reset").addEventListener("click", () => next(reset));

const news = new EventSource("../events");
news.addEventListener("message", () => next(refresh));
news.addEventListener("error", () => findings.say("bad", "Not connected: start the preview again"));
