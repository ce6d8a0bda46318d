/** The way through a scenario. Were this broken, learners would get stuck, or miss the step that they chose. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { walk } from "../../../cpom_scorm/player/interactions/steps_taken.js";

const correct = { call: "now", wait: "ask", report: "facts", close: "thank" };
const straight = { best: Object.keys(correct), correct, next: {} };
const branching = {
  ...straight,
  best: ["call", "report", "close"],
  next: { "call/now": "report", "call/leave": "", "report/blame": "" },
};

test("nothing decided opens the first step", () => {
  assert.deepEqual(walk(straight, {}), { taken: [], open: "call" });
});

test("a scenario without branches opens one step after the other, and then ends", () => {
  assert.deepEqual(walk(straight, { call: "now" }), { taken: ["call"], open: "wait" });
  const all = { call: "later", wait: "ask", report: "facts", close: "x" };
  assert.deepEqual(walk(straight, all), { taken: Object.keys(correct), open: "" });
});

test("a decision can jump over steps", () => {
  assert.deepEqual(walk(branching, { call: "now" }), { taken: ["call"], open: "report" });
  assert.deepEqual(walk(branching, { call: "later" }), { taken: ["call"], open: "wait" });
});

test("a decision can end the scenario early", () => {
  assert.deepEqual(walk(branching, { call: "leave" }), { taken: ["call"], open: "" });
  assert.deepEqual(walk(branching, { call: "now", report: "blame" }).open, "");
});

test("what lies beside the path is no part of it", () => {
  const response = { call: "now", wait: "ask", report: "facts" };
  assert.deepEqual(walk(branching, response), { taken: ["call", "report"], open: "close" });
});

test("a step that does not exist, or lies behind, ends the scenario instead of going round for ever", () => {
  for (const target of ["call", "wait", "elsewhere"]) {
    const key = { ...straight, next: { "wait/ask": target } };
    const response = { call: "now", wait: "ask" };
    assert.deepEqual(walk(key, response), { taken: ["call", "wait"], open: "" });
  }
});

test("steps may be called what every object has", () => {
  const key = { best: ["constructor"], correct: { constructor: "a" }, next: {} };
  assert.deepEqual(walk(key, {}), { taken: [], open: "constructor" });
});
