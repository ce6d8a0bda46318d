/**
 * The player against the vectors that Python is held to as well. Were they to drift apart, a right answer
 * would differ from the correct pattern in the LMS's report.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { KINDS } from "../../../cpom_scorm/player/interactions/kinds.js";

const read = (name) =>
  JSON.parse(readFileSync(new URL(`../../vectors/${name}.json`, import.meta.url), "utf8"));
const vectors = (kind) => read(`interactions/${kind}`);
const editions = read("editions");

for (const [kind, interaction] of Object.entries(KINDS)) {
  for (const { name, key, letters, answers } of vectors(kind)) {
    for (const { response, encoded, right, total, result } of answers) {
      const said = JSON.stringify(response);
      test(`${kind}, ${name}: ${said} is ${result}`, () => {
        const expected = { fraction: right / total, right, total, result };
        assert.deepEqual(interaction.grade(key, response), expected);
      });
      test(`${kind}, ${name}: ${said} reads the same to every LMS of an edition`, () => {
        for (const [edition, text] of Object.entries(encoded)) {
          assert.equal(
            interaction.encode(response, editions[edition].responses[kind], letters),
            text,
            edition,
          );
        }
      });
    }
  }
}

test("every kind can do everything that a view asks of it", () => {
  const abilities = ["grade", "encode", "read", "show", "mark", "lock", "shuffle"];
  for (const [kind, interaction] of Object.entries(KINDS)) {
    assert.deepEqual(Object.keys(interaction), abilities, kind);
  }
});
