/** If these fail, the LMS gets another answer than the learner gave, or an open question passes as answered. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { isAnswered, judge } from "../../../cpom_scorm/player/view/judging.js";

const form = {
  item_separator: ",",
  pair_separator: ".",
  range_separator: "",
  uses_letters: true,
  true_word: "t",
  false_word: "f",
  reported_type: "choice",
  max_length: 255,
  max_items: 36,
};
const course = /** @type {any} */ ({
  questions: { q1: { kind: "choice" }, q2: { kind: "matching" } },
  responses: { choice: form, matching: form },
  record: {
    slots: [
      ["page", "p"],
      ["question", "q1", "choice"],
      ["option", "q1", "option", "first", "a"],
      ["option", "q1", "option", "second", "b"],
      ["option", "q2", "source", "first", "1"],
      ["option", "q2", "target", "t1", "a"],
    ],
  },
});
const content = (key) => ({ key, records: [["", ["p"], "d"]], feedback: {} });

test("an answer is graded, and written with its own question's letters", () => {
  assert.deepEqual(judge(course, "q1", content(["second"]), ["second", "first"], 2.5), {
    response: ["second", "first"],
    fraction: 0.5,
    wrong: 0.5,
    result: "partly",
    latencySeconds: 2.5,
    records: [{ part: "", result: "partly", encoded: "a,b", patterns: ["p"], description: "d" }],
  });
  assert.equal(judge(course, "q2", content({ first: "t1" }), { first: "t1" }, 0).records[0].encoded, "1.a");
});

for (const [kind, response, key, answered] of [
  ["choice", undefined, "a", false],
  ["true_false", false, true, true],
  ["numeric", "25", {}, true],
  ["numeric", "", {}, false],
  ["choice", [], ["a"], false],
  ["choice", ["b"], ["a", "c"], true],
  ["matching", {}, { s1: "t1", s2: "t2" }, false],
  ["matching", { s1: "t2" }, { s1: "t1", s2: "t2" }, false],
  ["matching", { s1: "t2", s2: "t2" }, { s1: "t1", s2: "t2" }, true],
]) {
  test(`${kind}: ${JSON.stringify(response)} ${answered ? "is" : "is not"} a whole answer`, () => {
    assert.equal(isAnswered(kind, content(key), response), answered);
  });
}
