/** If these fail, learners read raw keys, wrong numbers or a score that looks like a pass but is none. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { clockText, createStrings, timeText } from "../../../cpom_scorm/player/view/strings.js";

const strings = {
  plain: "Saving…",
  filled: "{done} of {total}, {done} done",
  tries_one: "{count} try",
  tries_other: "{count} tries",
  "time.minutes": "{minutes} min",
  "time.hours": "{hours} h",
  "time.both": "{hours} h {minutes} min",
};
const t = createStrings(strings, "en-US");

test("names in braces are filled in, each as often as it stands", () => {
  assert.equal(t("filled", { done: 2, total: 7 }), "2 of 7, 2 done");
});

test("a value that looks like a name is not filled in again", () => {
  assert.equal(t("filled", { done: "{total}", total: "$&" }), "{total} of $&, {total} done");
});

test("one and several have their own forms", () => {
  assert.deepEqual(
    [0, 1, 2].map((count) => t("tries", { count })),
    ["0 tries", "1 try", "2 tries"],
  );
});

test("what has neither number nor forms asks nothing of the browser's languages", () => {
  const plain = createStrings({ plain: "Saving…" }, "no language");
  assert.equal(plain("plain"), "Saving…");
  assert.throws(() => plain("filled", { count: 2 }), RangeError);
});

test("a language without forms of its own falls back to the general one", () => {
  const polish = createStrings({ tries_one: "{count} próba", tries_other: "{count} prób" }, "pl");
  assert.equal(polish("tries", { count: 3 }), "3 prób");
});

test("minutes become hours where that reads better", () => {
  assert.deepEqual(
    [0, 59, 60, 61, 185].map((minutes) => timeText(t, minutes)),
    ["0 min", "59 min", "1 h", "1 h 1 min", "3 h 5 min"],
  );
});

test("a share just below the pass mark is not shown as the mark", () => {
  assert.deepEqual([0.7999, 0.8, 0.29, 1].map(t.percent), ["79%", "80%", "29%", "100%"]);
});

test("numbers are written as the language writes them, and text is left as it is", () => {
  const arabic = createStrings({ of: "{done} / {total}" }, "ar-EG-u-nu-arab");
  assert.equal(arabic("of", { done: 12, total: "12" }), "١٢ / 12");
  assert.equal(createStrings(strings, "es").percent(0.8), "80\u00a0%");
  assert.equal(t.number(12345.5), "12,345.5");
});

test("the time is told in the digits of everything else", () => {
  assert.match(clockText(0, "ar-EG-u-nu-arab", { minute: "2-digit", second: "2-digit" }), /^[٠-٩]/u);
});
