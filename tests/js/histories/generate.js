/** Makes a history from a number: which course, which LMS, what the learner does and what goes wrong. */

import { EDITION_IDS, makeCourse } from "../support/courses.js";
import { FAULTS, possibleLms } from "./faults.js";
import { seeded } from "./seeded.js";

const WAITS = [0.2, 0.5, 1, 2, 3, 5, 12, 30, 300, 2400];

/**
 * @param {number} seed
 * @param {any} lms `profiles` of the stand-in by name
 * @returns {any} `seed`, `edition`, `lms`, `course` (what makeCourse takes) and `steps`
 */
export function makeHistory(seed, { profiles }) {
  const chance = seeded(seed);
  const course = {
    sections: 1 + chance.whole(3),
    pages: 1 + chance.whole(3),
    questions: 1 + chance.whole(4),
    status: chance.pick(["passed/incomplete", "passed/failed", "completed/incomplete"]),
    scoring: {
      counted: chance.weighted({ best: 3, last: 1, first: 1 }),
      require: chance.weighted({ overall: 2, each: 1 }),
    },
    attempts: chance.weighted({ any: 3, two: 1 }) === "two" ? 2 : null,
    immediate: chance.chance(0.25),
  };
  const edition = chance.pick(EDITION_IDS);
  const { api } = makeCourse({ edition }).runtime;
  const lms = chance.chance(0.25) ? "strict" : chance.pick(possibleLms(profiles, api));
  const names = namesOf(course);
  const steps = [{ do: "open", device: "desk" }];
  const length = 6 + chance.whole(40);
  const now = { windows: 1, wasTwo: false, fault: "", device: "desk" };
  while (steps.length < length) steps.push(...nextSteps(chance, names, now));
  for (; now.windows > 0; now.windows -= 1) steps.push(leaving(chance));
  // Whoever comes back last finds what they left.
  steps.push({ do: "mend" }, { do: "open", device: now.device }, { do: "wait", seconds: 12 });
  return { seed, edition, lms, course, steps };
}

/** What a learner can do in a course that makeCourse makes. */
function namesOf({ sections, pages, questions }) {
  const numbered = (start, count) => Array.from({ length: count }, (_, index) => `${start}${index + 1}`);
  const names = numbered("s", sections);
  return {
    sections: names,
    pages: names.flatMap((section) => numbered(`${section}p`, pages)),
    checks: names.map((section) => `${section}k1`),
    asked: names.flatMap((section) => numbered(`${section}q`, questions)),
    perQuiz: questions,
  };
}

/** What a learner does who sits before an open course. */
const DEEDS = {
  read: (chance, { pages }) => ({ do: "read", page: chance.pick(pages) }),
  check: (chance, { checks }) => ({ do: "check", question: chance.pick(checks), right: chance.chance(0.6) }),
  quiz: (chance, { sections, perQuiz }) => ({
    do: "quiz",
    section: chance.pick(sections),
    right: chance.chance(0.5) ? perQuiz : chance.whole(perQuiz + 1),
  }),
  begin: (chance, { sections }) => ({ do: "begin", section: chance.pick(sections) }),
  mark: (chance, { asked }) => ({ do: "mark", question: chance.pick(asked), right: chance.chance(0.6) }),
  finish: (chance, { sections }) => ({ do: "finish", section: chance.pick(sections) }),
  wait: (chance) => ({ do: "wait", seconds: chance.pick(WAITS) }),
  hide: () => ({ do: "hide" }),
  show: () => ({ do: "show" }),
  /** Another site and back again, out of the browser's cache of pages. */
  away: () => ({ do: "away" }),
  retry: () => ({ do: "retry" }),
  again: () => ({ do: "again" }),
  turn: () => ({ do: "turn" }),
  "go on": () => ({ do: "go on" }),
  date: (chance) => ({ do: "date", hours: chance.pick([-48, -1, 1, 48]) }),
  fault: (chance) => ({ do: "fault", name: chance.pick(Object.keys(FAULTS)) }),
  mend: () => ({ do: "mend" }),
};

function nextSteps(chance, names, now) {
  if (now.windows === 0) {
    now.windows = 1;
    if (chance.chance(0.3)) now.device = now.device === "desk" ? "phone" : "desk";
    const pause = { do: "wait", seconds: chance.pick(WAITS) };
    return chance.chance(0.5) ? [pause, opening(now)] : [opening(now)];
  }
  const weights = { read: 6, check: 6, quiz: 3, begin: 2, mark: 4, finish: 2, wait: 8, hide: 1, show: 1 };
  const chosen = chance.weighted({
    ...weights,
    away: 0.3,
    retry: 0.5,
    date: 0.3,
    fault: now.fault ? 0.3 : 1.5,
    mend: now.fault ? 2.5 : 0,
    leave: 3,
    again: now.windows === 1 ? 0.5 : 0,
    turn: now.windows === 2 ? 3 : 0,
    "go on": now.windows === 2 || now.wasTwo ? 3 : 0,
  });
  if (chosen === "leave") {
    const step = leaving(chance);
    now.windows = step.how === "kill" ? 0 : now.windows - 1;
    now.wasTwo = now.windows === 1;
    return [step];
  }
  if (chosen === "again") now.windows = 2;
  const step = DEEDS[chosen](chance, names);
  if (chosen === "fault") now.fault = step.name;
  if (chosen === "mend") now.fault = "";
  return [step];
}

const opening = ({ device }) => ({ do: "open", device });

const leaving = (chance) => ({
  do: "leave",
  how: chance.weighted({ button: 2, frame: 3, reload: 2, kill: 3 }),
});
