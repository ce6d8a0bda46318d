/**
 * Prints short histories of the same kind for a real browser: three openings, of which each does something. Reads
 * `profiles` (names by the API's name), `editions` (id and name of the API), `names` of the course and `count` from
 * the standard input.
 */

import { readFileSync } from "node:fs";
import { seeded } from "./seeded.js";

const { profiles, editions, names, count } = JSON.parse(readFileSync(0, "utf8"));

/** What tests can do to a network and to a server from outside; named as in faults.js. */
const FAULTS = [
  "offline",
  "signed_out",
  "refuses",
  "lies",
  "says_false_but_keeps",
  "no_files",
  "server_gone",
];
const LEAVINGS = ["frame", "button", "reload", "tab"];
/** Every so many histories play in a browser of their own, whose process is killed. */
const KILLS_EACH = 6;

/** Profiles that no history has met yet come first. @type {Set<string>} */
const met = new Set();
const nextOf = (names, chance) => {
  const name = names.find((one) => !met.has(one)) ?? chance.pick(names);
  met.add(name);
  return name;
};

/** @param {number} number from 0: every LMS, fault and way of leaving comes in turn */
function shortHistory(number) {
  const chance = seeded(1000 + number);
  const edition = editions[number % editions.length];
  const of = profiles[edition.api];
  const rest = Object.keys(names.checks);
  const check = () => ({
    do: "check",
    question: names.checks[Number(rest.shift())],
    right: chance.chance(0.6),
  });
  const deeds = {
    check,
    read: () => ({ do: "read", page: chance.pick(names.pages) }),
    quiz: () => ({ do: "quiz", right: chance.chance(0.5) }),
    half: () => ({ do: "half", right: chance.chance(0.5) }),
    hide: () => ({ do: "hide" }),
    settle: () => ({ do: "settle" }),
  };
  const deed = () => deeds[chance.weighted({ read: 2, quiz: 2, half: 2, hide: 1, settle: 3 })]();
  const fault = { do: "fault", name: FAULTS[number % FAULTS.length] };
  const mends = chance.chance(0.5) ? [{ do: "mend" }, { do: "settle" }] : [];
  const openings = [
    [check(), deed(), ...(chance.chance(0.6) ? [fault, deed(), ...mends] : [deed()])],
    [check(), { do: "settle" }],
    [check(), { do: "settle" }],
  ];
  const kills = number % KILLS_EACH === 2;
  let device = "desk";
  const steps = openings.flatMap((done, at) => {
    if (at > 0 && chance.chance(0.4)) device = device === "desk" ? "phone" : "desk";
    const how = kills && device === "desk" ? "kill" : LEAVINGS[(number + at) % LEAVINGS.length];
    return [{ do: "open", device }, ...done, { do: "leave", how }, ...(at === 0 ? [{ do: "mend" }] : [])];
  });
  return { seed: number, edition: edition.id, lms: nextOf(of, chance), kills, steps };
}

console.log(JSON.stringify(Array.from({ length: count }, (_, number) => shortHistory(number))));
