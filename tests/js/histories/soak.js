/**
 * Plays many histories and prints figures. Reads what `play` takes from the standard input. Environment:
 * SEED the first history (1), COUNT how many (10000). Ends with 1 if a promise broke, after the shortest list of
 * steps that breaks it.
 */

import { readFileSync } from "node:fs";
import { makeHistory } from "./generate.js";
import { play } from "./play.js";
import { shortest } from "./shrink.js";
import { told } from "./told.js";

const lms = JSON.parse(readFileSync(0, "utf8"));
const first = Number(process.env.SEED ?? 1);
const count = Number(process.env.COUNT ?? 10000);
const MOST_TOLD = Number(process.env.MOST ?? 5);

const total = { histories: 0 };
const add = (sums, figures) => {
  for (const [name, value] of Object.entries(figures)) {
    if (typeof value === "number") sums[name] = (sums[name] ?? 0) + value;
    else sums[name] = add(sums[name] ?? {}, value);
  }
  return sums;
};
let failures = 0;
for (let seed = first; seed < first + count; seed += 1) {
  const history = makeHistory(seed, lms);
  const { broken, figures } = await play(history, lms);
  total.histories += 1;
  add(total, figures);
  if (broken.length === 0) continue;
  failures += 1;
  const breaks = async (shorter) => (await play(shorter, lms)).broken.length > 0;
  const short = await shortest(history, breaks);
  const { broken: why } = await play(short, lms);
  console.log(told(short, why));
  if (failures === MOST_TOLD) break;
}
console.log(JSON.stringify({ first_seed: first, ...total, failures }, null, 1));
process.exitCode = failures > 0 ? 1 : 0;
