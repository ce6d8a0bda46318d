/**
 * Prints short histories of the same kind for a real browser: three openings, of which each does something. Reads
 * `pairs` (an LMS's profile and a fault), `profiles` (names by the API's name), `faults`, `editions` (id and name of
 * the API), `names` of the course and `count` from the standard input.
 */

import { readFileSync } from "node:fs";
import { seeded } from "./seeded.js";

const { pairs, profiles, faults, editions, names, count } = JSON.parse(readFileSync(0, "utf8"));

const LEAVINGS = ["frame", "button", "away", "tab"];
/** Every so many histories play in a browser of their own, whose process is killed. */
const KILLS_EACH = 10;

/** Every so many open a second window. */
const WINDOWS_EACH = 8;

/** @param {number} number from 0: the pairs come first, then any; editions and ways of leaving take turns */
function shortHistory(number) {
  const chance = seeded(1000 + number);
  const [lms, fault] = pairs[number] ?? [chance.pick(Object.values(profiles).flat()), chance.pick(faults)];
  const able = editions.filter(({ api }) => profiles[api].includes(lms));
  const rest = Object.keys(names.checks);
  const check = () => ({
    do: "check",
    question: names.checks[Number(rest.shift())],
    right: chance.chance(0.6),
  });
  const deeds = {
    read: () => ({ do: "read", page: chance.pick(names.pages) }),
    quiz: () => ({ do: "quiz", right: chance.chance(0.5) }),
    half: () => ({ do: "half", right: chance.chance(0.5) }),
    hide: () => ({ do: "hide" }),
    settle: () => ({ do: "settle" }),
  };
  const deed = () => deeds[chance.weighted({ read: 2, quiz: 2, half: 2, hide: 1, settle: 3 })]();
  const mends = chance.chance(0.5) ? [{ do: "mend" }, { do: "settle" }] : [];
  // There each message holds what its window knows of all values: one that is behind takes back what another wrote.
  const isTwice = number % WINDOWS_EACH === 4 && lms !== "edx";
  const [again, turn, goOn] = ["again", "turn", "go on"].map((name) => ({ do: name }));
  const back = chance.chance(0.5) ? [turn, goOn, deed(), { do: "settle" }] : [turn];
  const windows = isTwice ? [again, goOn, deed(), { do: "settle" }, ...back] : [];
  const openings = [
    [check(), deed(), ...windows, { do: "fault", name: fault }, deed(), ...mends],
    [check(), { do: "settle" }],
    [check()],
  ];
  const kills = number % KILLS_EACH === 2;
  let device = "desk";
  const steps = openings.flatMap((done, at) => {
    if (at > 0 && chance.chance(0.4)) device = device === "desk" ? "phone" : "desk";
    const how = kills && device === "desk" ? "kill" : LEAVINGS[(number + at) % LEAVINGS.length];
    const leave = { do: "leave", how };
    // Who is killed has left both windows.
    const leaves = at === 0 && isTwice && how !== "kill" ? [leave, goOn, leave] : [leave];
    return [{ do: "open", device }, ...done, ...leaves, ...(at === 0 ? [{ do: "mend" }] : [])];
  });
  return { seed: number, edition: able[number % able.length].id, lms, kills, steps };
}

console.log(JSON.stringify(Array.from({ length: count }, (_, number) => shortHistory(number))));
