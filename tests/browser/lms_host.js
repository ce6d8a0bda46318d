// The LMS side of a browser test: an independent run-time (scorm-again) or our stand-in, with every call on record.
import { createApi } from "/stand_in_lms/api.js";

const config = await (await fetch("config.json", { cache: "no-store" })).json();
const record = { calls: [], held: {}, alerts: 0 };
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

function standIn() {
  return createApi({
    calls: config.calls,
    table: config.table,
    profile: config.profile,
    values: config.values,
    onCall: (call) => record.calls.push(call),
    onCommit: (values) => {
      record.held = values;
    },
  });
}

const api = config.lms === "scorm-again" ? independent() : standIn();
setTimeout(() => {
  window[config.api] = api;
}, config.profile.late_seconds * 1000);
document.getElementById("content").src = config.launch;
