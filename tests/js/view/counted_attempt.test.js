/** If these fail, a record of completion bears the date of an attempt that does not count. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { countedAttempt } from "../../../cpom_scorm/player/view/counted_attempt.js";

/** Three attempts, the newest first: 0.8, 0.6 and 0.8. */
const progress = /** @type {any} */ ({
  attempts: 3,
  counted: 0.8,
  pastAttempts: [0.8, 0.6, 0.8].map((score, at) => ({ score, at })),
});

test("the best score counts from the attempt that first reached it", () =>
  assert.equal(countedAttempt("best", progress), 2));

test("the last attempt is the newest, the first the oldest, whatever their scores", () => {
  assert.equal(countedAttempt("last", progress), 0);
  assert.equal(countedAttempt("first", progress), 2);
});

test("a first attempt that is no longer remembered is none of those that are", () =>
  assert.equal(progress.pastAttempts[countedAttempt("first", { ...progress, attempts: 9 })], undefined));
