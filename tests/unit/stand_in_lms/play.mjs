// Plays calls on a stand-in LMS in Node: reads cases from its standard input, writes all answers.
import { text } from "node:stream/consumers";
import { createApi } from "../../../cpom_scorm/stand_in_lms/api.js";
import { createServer } from "../../../cpom_scorm/stand_in_lms/server.js";

function play({ form, profile, values, steps }) {
  let isLeaving = false;
  let isGone = false;
  let seconds = 0;
  let api;
  const server = createServer({ profile, values, store: () => !isGone, clock: () => seconds * 1000 });
  const deeds = {
    open: () => {
      api = createApi({ ...form, profile, server, isLeaving: () => isLeaving, onCall() {} });
      isLeaving = false;
    },
    leave: () => {
      isLeaving = true;
    },
    disconnect: () => {
      isGone = true;
    },
    wait: (more) => {
      seconds += more;
    },
    settle: () => server.settle(),
    grade: () => server.grade,
    server: (name) => server.held()[name] ?? "nothing",
  };
  deeds.open();
  return steps.map(([role, ...args]) => {
    if (deeds[role]) return String(deeds[role](...args) ?? "");
    try {
      const answer = api[form.calls[role]](...args);
      const code = api[form.calls.lastError]();
      return code === "0" ? String(answer) : `${answer} ${code}`;
    } catch {
      return "threw";
    }
  });
}

process.stdout.write(JSON.stringify(JSON.parse(await text(process.stdin)).map(play)));
