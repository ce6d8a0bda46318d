/** If these break, an LMS refuses a time or a number, and with it often the whole report. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { stopwatch } from "../../cpom_scorm/player/clock.js";
import { durationText, numberText, timestampText } from "../../cpom_scorm/player/duration.js";
import { fakeClock } from "./support/clock.js";

const MINUTE = 60_000;

test("durations have the edition's form, two decimals or none, and never days (RUN-51)", () => {
  for (const [seconds, hms, iso] of [
    [0, "0000:00:00.00", "PT0H0M0S"],
    [0.05, "0000:00:00.05", "PT0H0M0.05S"],
    [7.5, "0000:00:07.50", "PT0H0M7.50S"],
    [59.999, "0000:01:00.00", "PT0H1M0S"],
    [3600 * 50 + 61, "0050:01:01.00", "PT50H1M1S"],
    [1e12, "9999:59:59.99", "PT9999H59M59.99S"],
    [-3, "0000:00:00.00", "PT0H0M0S"],
    [Number.NaN, "0000:00:00.00", "PT0H0M0S"],
  ]) {
    assert.equal(hms, durationText(seconds, "hms"));
    assert.equal(iso, durationText(seconds, "iso"));
  }
});

test("timestamps have no zone and no fraction", () => {
  const wall = new Date(2026, 1, 3, 4, 5, 6, 789).getTime();
  assert.equal("04:05:06", timestampText(wall, "time"));
  assert.equal("2026-02-03T04:05:06", timestampText(wall, "datetime"));
});

test("numbers have a leading digit, no exponent and no trailing zeros, and are never empty (RUN-13)", () => {
  for (const [value, decimals, text] of [
    [0.8, 7, "0.8"],
    [1e-7, 7, "0.0000001"],
    [1e-9, 7, "0"],
    [-1e-9, 7, "0"],
    [100, 2, "100"],
    [66.666, 2, "66.67"],
    [Number.NaN, 2, "0"],
    [Number.POSITIVE_INFINITY, 2, "0"],
  ]) {
    assert.equal(text, numberText(value, decimals));
  }
});

test("the session's time ignores the wall clock and counts a long absence as 30 minutes (RUN-50, F13)", async () => {
  const clock = fakeClock();
  const watch = stopwatch(clock);
  await clock.advance(10 * MINUTE);
  clock.setDateBack(24 * 60 * MINUTE);
  watch.touch();
  assert.equal(600, watch.seconds());
  await clock.advance(9 * 60 * MINUTE);
  assert.equal(40 * 60, watch.seconds());
  watch.touch();
  await clock.advance(MINUTE);
  assert.equal(41 * 60, watch.seconds());
});
