// The LMS side of a browser test: an independent run-time (scorm-again) or our stand-in, with every call on record.
import { createApi } from "/stand_in_lms/api.js";
import { watchPresence } from "/stand_in_lms/presence.js";
import { createServer } from "/stand_in_lms/server.js";

const config = await (await fetch("config.json", { cache: "no-store" })).json();
const record = { calls: [], held: {}, alerts: 0 };
const frame = document.getElementById("content");
window.record = record;
window.alert = () => {
  record.alerts += 1;
};

function independent() {
  const Api = config.api === "API" ? window.Scorm12API : window.Scorm2004API;
  const api = new Api({ autocommit: false, logLevel: 5 });
  api.loadFromJSON(config.values.cmi ?? startValues(), "cmi");
  for (const [role, name] of Object.entries(config.calls)) {
    if (role === "lastError" || role === "errorString") continue;
    const original = api[name].bind(api);
    api[name] = (...values) => {
      const answer = original(...values);
      const code = Number(api[config.calls.lastError]());
      record.calls.push({ call: name, arguments: values.map(String), answer, code });
      if (role === "commit" || role === "terminate" || role === "set") record.held = { cmi: structuredCopy(api.cmi) };
      return answer;
    };
  }
  return api;
}

function startValues() {
  const who = { id: "learner-1", name: "Avery, Jordan" };
  return config.api === "API"
    ? { core: { student_id: who.id, student_name: who.name, lesson_status: "not attempted", credit: "credit", entry: "ab-initio" } }
    : { learner_id: who.id, learner_name: who.name, entry: "ab-initio" };
}

function structuredCopy(cmi) {
  return JSON.parse(JSON.stringify(cmi));
}

// As real LMSs do it: a request that stops the page, which browsers refuse while it goes away, or a beacon.
function post(values, way) {
  const body = JSON.stringify(values);
  if (way === "beacon") return navigator.sendBeacon(config.post, body);
  try {
    const request = new XMLHttpRequest();
    request.open("POST", config.post, false);
    request.send(body);
    return request.responseText === "kept";
  } catch {
    return false;
  }
}

function keep(values, way) {
  if (config.post && !post(values, way)) return false;
  record.held = values;
  return true;
}

function standIn({ calls, table }, server, onCall) {
  return createApi({ calls, table, profile: config.profile, server, isLeaving: watchPresence(frame), onCall });
}

const server = createServer({ profile: config.profile, values: config.values, store: keep });
record.settle = server.settle;
const onCall = (call) => record.calls.push(call);
const api = config.lms === "scorm-again" ? independent() : standIn(config, server, onCall);
setTimeout(() => {
  window[config.api] = api;
  for (const other of config.others) {
    const nobody = createServer({ profile: config.profile, values: {}, store: () => true });
    window[other.api] = standIn(other, nobody, () => (record.trapped = true));
  }
}, config.profile.late_seconds * 1000);
frame.src = config.launch;
