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
const content = (key) => ({ key, pattern: "p", description: "d", feedback: {} });

test("an answer is graded, and written with its own question's letters", () => {
  assert.deepEqual(judge(course, "q1", content(["second"]), ["second", "first"], 2.5), {
    response: ["second", "first"],
    fraction: 0.5,
    result: "partly",
    latencySeconds: 2.5,
    encoded: "a,b",
    pattern: "p",
    description: "d",
  });
  assert.equal(judge(course, "q2", content({ first: "t1" }), { first: "t1" }, 0).encoded, "1.a");
});

for (const [response, key, answered] of [
  [undefined, "a", false],
  [false, true, true],
  ["25", {}, true],
  [[], ["a"], false],
  [["b"], ["a", "c"], true],
  [{}, { s1: "t1", s2: "t2" }, false],
  [{ s1: "t2" }, { s1: "t1", s2: "t2" }, false],
  [{ s1: "t2", s2: "t2" }, { s1: "t1", s2: "t2" }, true],
]) {
  test(`${JSON.stringify(response)} ${answered ? "is" : "is not"} a whole answer`, () => {
    assert.equal(isAnswered(content(key), response), answered);
  });
}
