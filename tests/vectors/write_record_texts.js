/** Writes the texts of record.json anew, after the record's format changed: node tests/vectors/write_record_texts.js */

import { readFileSync, writeFileSync } from "node:fs";
import { recordCodec } from "../../cpom_scorm/player/record.js";

const FILE = new URL("record.json", import.meta.url);
const tables = JSON.parse(readFileSync(FILE, "utf8"));
for (const table of tables) {
  for (const entry of table.cases) {
    entry.text = recordCodec(table).encode({ ...entry.state, seen: new Set(entry.state.seen) });
  }
}

/** Lists of plain values, and objects of them, stand on one line. */
function written(value, indent) {
  const short = JSON.stringify(value).replaceAll('":', '": ').replaceAll(',"', ', "').replaceAll("},{", "}, {");
  if (typeof value !== "object" || value === null || indent.length + short.length < 100) {
    return typeof value === "string" ? JSON.stringify(value) : short;
  }
  const inner = `${indent} `;
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  const parts = Object.entries(value).map(([name, one]) =>
    Array.isArray(value) ? written(one, inner) : `${JSON.stringify(name)}: ${written(one, inner)}`,
  );
  return `${open}\n${inner}${parts.join(`,\n${inner}`)}\n${indent}${close}`;
}
writeFileSync(FILE, `${written(tables, "")}\n`);
