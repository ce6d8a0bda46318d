/**
 * Every vector handed to an LMS run-time that others wrote, at its strictest. What it refuses would be missing
 * from a learner's report.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Scorm12API } from "scorm-again/scorm12";
import { Scorm2004API } from "scorm-again/scorm2004";
import { KINDS } from "../../../cpom_scorm/player/interactions/kinds.js";

const read = (name) =>
  JSON.parse(readFileSync(new URL(`../../vectors/${name}.json`, import.meta.url), "utf8"));
const vectors = (kind) => read(`interactions/${kind}`);
const editions = read("editions");

const OLD = {
  newApi: () => new Scorm12API({ logLevel: 5 }),
  start: "LMSInitialize",
  set: "LMSSetValue",
  error: "LMSGetLastError",
  response: "student_response",
};
const NEW = {
  newApi: () => new Scorm2004API({ logLevel: 5 }),
  start: "Initialize",
  set: "SetValue",
  error: "GetLastError",
  response: "learner_response",
};

for (const edition of Object.keys(editions)) {
  const family = edition === "scorm12" ? OLD : NEW;
  for (const kind of Object.keys(KINDS)) {
    test(`${edition} takes every response and pattern of ${kind}`, () => {
      const api = family.newApi();
      api[family.start]("");
      let index = 0;
      for (const { name, patterns, answers } of vectors(kind)) {
        for (const [part, text] of answers.flatMap(({ encoded }) => Object.entries(encoded[edition]))) {
          const entries = [
            ["id", `${kind}_${index}`],
            ["type", editions[edition].responses[kind].reported_type],
            ...(text === "" ? [] : [[family.response, text]]),
            ...patterns[edition][part].map((pattern, place) => [
              `correct_responses.${place}.pattern`,
              pattern,
            ]),
          ];
          for (const [element, value] of entries) {
            api[family.set](`cmi.interactions.${index}.${element}`, value);
            assert.equal(String(api[family.error]()), "0", `${name}: ${element} = ${value}`);
          }
          index += 1;
        }
      }
    });
  }
}

test("the run-time does refuse what it should, or the tests above would prove nothing", () => {
  const api = NEW.newApi();
  api.Initialize("");
  api.SetValue("cmi.interactions.0.id", "q");
  api.SetValue("cmi.interactions.0.type", "numeric");
  api.SetValue("cmi.interactions.0.correct_responses.0.pattern", "5[,]6");
  assert.equal(String(api.GetLastError()), "406");
});
