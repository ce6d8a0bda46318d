/**
 * Lets the player write records, and read them again: JSON on standard input, JSON on standard output.
 * In: a list of { table, state, limit }. Out: a list of { text, state, refused }.
 */

import { readFileSync } from "node:fs";
import { recordCodec } from "../../cpom_scorm/player/record.js";

const wanted = JSON.parse(readFileSync(0, "utf8"));
const done = wanted.map(({ table, state, limit }) => {
  const codec = recordCodec(table, limit ?? Infinity);
  const text = codec.encode({ ...state, seen: new Set(state.seen) });
  const { progress, refused } = codec.decode(text);
  return { text, refused, state: progress && { ...progress, seen: [...progress.seen].sort() } };
});
process.stdout.write(JSON.stringify(done));
