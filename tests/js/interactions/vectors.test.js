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
    for (const { response, encoded, right, total, wrong = total - right, result } of answers) {
      const said = JSON.stringify(response);
      test(`${kind}, ${name}: ${said} is ${result}`, () => {
        const expected = { fraction: right / total, right, wrong, total, result };
        assert.deepEqual(interaction.grade(key, response), expected);
      });
      test(`${kind}, ${name}: ${said} reads the same to every LMS of an edition`, () => {
        const answerTo = (part) =>
          interaction.part ? interaction.part(key, response, part).response : response;
        for (const [edition, texts] of Object.entries(encoded)) {
          const form = editions[edition].responses[kind];
          const written = Object.keys(texts).map((part) => {
            const own = answerTo(part);
            return [part, own === undefined ? "" : interaction.encode(own, form, letters)];
          });
          assert.deepEqual(Object.fromEntries(written), texts, edition);
        }
      });
    }
  }
}

test("every kind can do everything that a view asks of it", () => {
  const needed = ["grade", "encode", "read", "show", "mark", "lock"];
  const possible = [...needed, "shuffle", "start", "isWhole", "part", "chosen"];
  for (const [kind, interaction] of Object.entries(KINDS)) {
    const abilities = Object.keys(interaction);
    assert.deepEqual(abilities.slice(0, needed.length), needed, kind);
    assert.deepEqual(
      abilities.filter((name) => !possible.includes(name)),
      [],
      kind,
    );
  }
});
