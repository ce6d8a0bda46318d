/** If these break, the player takes an LMS's no for a yes, or falls over an answer no standard knows. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { connected } from "../../cpom_scorm/player/connect.js";
import { scormTransport } from "../../cpom_scorm/player/transport/scorm.js";
import { makeCourse, NEWEST, OLDEST } from "./support/courses.js";

const { runtime } = makeCourse({ edition: NEWEST });

/** An API whose every call answers the same, or throws. */
function transportWith(answer, error = "0", form = runtime) {
  const asked = [];
  const api = Object.fromEntries(
    Object.entries(form.calls).map(([ours, theirs]) => [
      theirs,
      (...args) => {
        asked.push([ours, ...args]);
        if (ours === "lastError") return typeof error === "function" ? error() : error;
        return typeof answer === "function" ? answer(ours) : answer;
      },
    ]),
  );
  return { asked, ...scormTransport(form, api) };
}
const thrower = () => {
  throw new Error("the LMS's own trouble");
};

test("every spelling of yes and no means the same (RUN-06)", () => {
  for (const [answer, error, ok, warned] of [
    ["true", "0", true, false],
    [true, "0", true, false],
    ["True", "0", true, false],
    ["1", "0", true, false],
    [1, "0", true, false],
    ["false", "101", false, false],
    [false, "391", false, false],
    ["false", "0", true, true],
    [false, 0, true, true],
    ["", "", true, true],
    [undefined, undefined, true, true],
    [undefined, "101", false, false],
    [null, "0", false, false],
    [thrower, "0", false, false],
    [thrower, thrower, false, false],
  ]) {
    const { commit, set } = transportWith(answer, error);
    for (const outcome of [commit(), set("cmi.location", "x")]) {
      assert.deepEqual([ok, warned], [outcome.ok, outcome.warned], `${answer} with error ${error}`);
    }
  }
});

test("a value that the LMS does not have is an empty text, without a question about errors (RUN-07)", () => {
  for (const answer of ["", undefined, null, thrower]) {
    const { get, asked } = transportWith(answer, "403");
    assert.equal("", get("cmi.location").value);
    assert.equal(1, asked.length);
  }
  assert.equal("0", transportWith(0).get("cmi.location").value);
});

test("calls without arguments pass an empty text, as the standard wants", () => {
  const { initialize, commit, terminate, asked } = transportWith("true");
  initialize();
  commit();
  terminate();
  assert.deepEqual(
    [
      ["initialize", ""],
      ["commit", ""],
      ["terminate", ""],
    ],
    asked,
  );
});

test("after the end nothing reaches the LMS, even if the end itself failed (RUN-23)", () => {
  for (const answer of ["true", null, thrower]) {
    const { terminate, commit, get, set, asked } = transportWith(answer);
    terminate();
    const before = asked.length;
    commit();
    set("cmi.location", "x");
    assert.equal("", get("cmi.location").value);
    terminate();
    assert.equal(before, asked.length);
  }
});

test("an LMS that is already running is carried on, one that has ended is not (RUN-05)", () => {
  const start = (answer, error, form) => connected(form ?? runtime, transportWith(answer, error, form));
  assert.equal("running", start("true", "0"));
  assert.equal("running", start("false", "103"));
  assert.equal("reopen", start("false", "104"));
  assert.equal("no-lms", start(null, null));
  assert.equal("no-lms", start(thrower, thrower));
  assert.equal("running", start("", ""));
});

test("an edition without a code for it is known to be running by its answers (RUN-05)", () => {
  const { runtime: old } = makeCourse({ edition: OLDEST });
  const answers = (call) => (call === "get" ? "normal" : "false");
  assert.equal("running", connected(old, transportWith(answers, "101", old)));
  assert.equal(
    "no-lms",
    connected(
      old,
      transportWith((call) => (call === "get" ? "" : "false"), "101", old),
    ),
  );
});
