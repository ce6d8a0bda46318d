/** If these break, work that a device still holds is lost, or comes back where somebody reset it on purpose (RUN-34). */

import assert from "node:assert/strict";
import { test } from "node:test";
import { recordCodec } from "../../cpom_scorm/player/record.js";
import { attempt, contentOf, graded, makeCourse } from "./support/courses.js";
import { begin, comeBack, copiesOn, lastKept, press } from "./support/unreliable.js";

const heldBy = ({ lms, course }) =>
  recordCodec(course.record).decode(lastKept(lms)["cmi.suspend_data"]).progress;
const noticesOf = ({ session }) => session.state().notices;
const answersOf = ({ session }) => Object.keys(session.state().answers).sort();

/** Somebody who answered one question that the LMS has, and then did what it has not. */
async function interrupted({ course = makeCourse(), learner = "amy-7" } = {}) {
  const player = await begin({ course, learner });
  player.session.answer("s1k1", graded("correct"));
  await player.clock.advance(2000);
  player.network.down = true;
  player.session.answer("s2k1", graded("incorrect"));
  player.session.startQuiz("s1");
  player.session.finishQuiz("s1", attempt(course, "s1", 2));
  await player.clock.advance(2000);
  return player;
}

/** The same learner goes on elsewhere from what the LMS has, on a device without copies. */
async function elsewhere(player, act) {
  const other = await begin({ course: player.course, stored: lastKept(player.lms) });
  act(other.session);
  other.session.exit();
  return lastKept(other.lms);
}

const limited = () => {
  const course = makeCourse();
  for (const { quiz } of course.sections) quiz.attempts = 2;
  return course;
};
const lmsNewer = (player) =>
  elsewhere(player, (session) => {
    for (const page of ["s1p1", "s1p2", "s2p1", "s2p2", "welcome"]) session.visit(page);
    session.startQuiz("s1");
    session.finishQuiz("s1", attempt(player.course, "s1", 0));
    for (const at of [1, 2, 3, 4]) session.answer("s1k1", graded(at % 2 ? "incorrect" : "correct"));
  });
const lmsOlder = async (player) => lastKept(player.lms);
const lmsEmpty = async () => ({});

// What a row of the table promises: notices, whether the unsent answer is there, and attempts at the first quiz.
for (const [held, stored, learner, course, notices, isBack, attempts] of [
  ["the LMS is newer", lmsNewer, "amy-7", makeCourse, ["restored"], true, 2],
  ["the LMS is newer", lmsNewer, "bob-8", makeCourse, [], false, 1],
  ["the LMS is newer, attempts limited", lmsNewer, "amy-7", limited, ["restored"], true, 2],
  ["the device is newer", lmsOlder, "amy-7", makeCourse, ["restored"], true, 1],
  ["the device is newer", lmsOlder, "bob-8", makeCourse, [], false, 0],
  ["the device is newer, attempts limited", lmsOlder, "amy-7", limited, ["restored"], true, 1],
  ["the LMS is empty", lmsEmpty, "amy-7", makeCourse, ["unsent"], false, 0],
  ["the LMS is empty", lmsEmpty, "bob-8", makeCourse, [], false, 0],
  ["the LMS is empty, attempts limited", lmsEmpty, "amy-7", limited, ["unsent"], false, 0],
]) {
  const who = learner === "amy-7" ? "the same learner" : "another learner";
  test(`${held}, ${who}: ${notices[0] ?? "nothing"} (RUN-34)`, async () => {
    const first = await interrupted({ course: course() });
    const player = await comeBack(first, { stored: await stored(first), learner });
    assert.deepEqual(notices, noticesOf(player));
    assert.equal(isBack, "s2k1" in player.session.state().answers);
    assert.equal(attempts, player.session.state().quizzes.s1?.attempts ?? 0);
    assert.deepEqual([], player.lms.errors);
  });
}

test("what is merged is sent at once, told once, and needs no copy after that (RUN-34)", async () => {
  const first = await interrupted();
  const player = await comeBack(first);
  const { answers, quizzes, success, sequence } = heldBy(player);
  assert.deepEqual(["s1k1", "s1q1", "s1q2", "s2k1"], Object.keys(answers).sort());
  assert.deepEqual([1, 1, "unknown"], [quizzes.s1.attempts, quizzes.s1.counted, success]);
  assert.ok(sequence > heldBy(first).sequence);
  assert.equal("100", player.lms.kept["cmi.objectives.0.score.raw"]);
  await player.clock.advance(2000);
  assert.equal("saved", player.session.state().save.status);
  const third = await comeBack(player);
  assert.deepEqual([], noticesOf(third));
});

test("a store that says true and keeps nothing is repaired by the next start (F5, RUN-34)", async () => {
  const first = await begin();
  first.session.answer("s1k1", graded("correct"));
  await first.clock.advance(2000);
  first.network.lies = true;
  first.session.answer("s2k1", graded("correct"));
  await first.clock.advance(2000);
  assert.equal("saved", first.session.state().save.status);
  const player = await comeBack(first);
  assert.deepEqual([["restored"], ["s1k1", "s2k1"]], [noticesOf(player), answersOf(player)]);
  assert.equal("correct", heldBy(player).answers.s2k1.result);
});

test("a place and a few seconds come back without a word (F1, RUN-34)", async () => {
  const first = await begin();
  first.session.visit("s1p1");
  first.session.visit("s1p2");
  await first.clock.advance(12_000);
  const held = lastKept(first.lms);
  first.session.bookmark("quiz/s1");
  const player = await comeBack(first, { stored: held });
  assert.deepEqual([[], "quiz/s1"], [noticesOf(player), player.session.state().bookmark]);
});

test("what the LMS has already is dropped without a word, and nothing is loaded for it (RUN-34)", async () => {
  const first = await begin();
  first.session.answer("s1k1", graded("correct"));
  first.window.dispatch("pagehide", { persisted: false });
  const recovery = () => assert.fail("loaded");
  const player = await comeBack(first, { recovery });
  assert.deepEqual([[], 0], [noticesOf(player), copiesOn(player.storage).length]);
});

for (const [what, stored] of [
  ["an empty record", {}],
  ["another attempt", null],
]) {
  test(`over ${what} nothing comes back before the learner says so, and then under the LMS's attempt (F25, RUN-34)`, async () => {
    const first = await interrupted();
    const other = await begin({ learner: "amy-7" });
    other.session.visit("s2p2");
    other.session.exit();
    const player = await comeBack(first, { stored: stored ?? lastKept(other.lms) });
    player.session.answer("s1k1", graded("incorrect"));
    await player.clock.advance(20_000);
    assert.deepEqual([["unsent"], ["s1k1"]], [noticesOf(player), answersOf(player)]);
    const { token } = player.session.state();
    if (!stored) assert.equal(heldBy(other).token, token);
    await press(player, "unsent", "restore.restore");
    assert.deepEqual([["restored"], token], [noticesOf(player), heldBy(player).token]);
    assert.deepEqual(["s1k1", "s1q1", "s1q2", "s2k1"], Object.keys(heldBy(player).answers).sort());
    assert.equal(1, heldBy(player).quizzes.s1.attempts);
    assert.deepEqual([], player.lms.errors);
    await player.clock.advance(2000);
    assert.deepEqual([], noticesOf(await comeBack(player)));
  });
}

const reportedBy = ({ lms }) =>
  Object.entries(lastKept(lms))
    .filter(([name]) => /^cmi\.interactions\.\d+\.(id|result)$/.test(name))
    .map(([name, value]) => `${name.split(".")[2]} ${value}`);
const ONCE = ["0 s1k1", "0 correct", "1 s1q1", "1 correct", "2 s1q2", "2 correct", "3 s2k1", "3 incorrect"];

test("the LMS is told of the answers that came back, once each, also after more launches (RUN-34, RUN-54)", async () => {
  const player = await comeBack(await interrupted());
  assert.deepEqual(ONCE, reportedBy(player).sort(byPlace));
  const again = await comeBack(player);
  again.session.answer("s2k1", graded("correct"));
  await again.clock.advance(2000);
  assert.deepEqual([...ONCE.slice(0, -1), "3 correct"], reportedBy(again).sort(byPlace));
  assert.deepEqual([], [...player.lms.errors, ...again.lms.errors]);
});

/** Ids stand before results in a set of values that is sorted by places alone. */
function byPlace(one, other) {
  return Number(one.split(" ")[0]) - Number(other.split(" ")[0]);
}

test("answers of an attempt that is still open are reported at its end, as always (RUN-54)", async () => {
  const first = await begin({});
  first.session.answer("s1k1", graded("correct"));
  await first.clock.advance(2000);
  first.network.down = true;
  first.session.startQuiz("s1");
  first.session.saveAnswer("s1q1", ["a"]);
  const player = await comeBack(first);
  assert.deepEqual(["0 s1k1", "0 correct"], reportedBy(player));
  player.session.finishQuiz("s1", attempt(player.course, "s1", 2));
  assert.equal(3, reportedBy(player).length / 2);
});

test("where the author wants no interactions, nor does what comes back make any (RUN-54)", async () => {
  const player = await comeBack(await interrupted({ course: makeCourse({ interactions: "off" }) }));
  assert.deepEqual([["restored"], []], [noticesOf(player), reportedBy(player)]);
});

test("when the questions' text cannot be loaded, nothing is half restored, and Try again brings all (RUN-34)", async () => {
  const first = await interrupted();
  const faults = { broken: true };
  const load = async () => (faults.broken ? Promise.reject(new Error("network")) : contentOf(first.course));
  const player = await comeBack(first, { load });
  assert.deepEqual([["unrestored"], ["s1k1"]], [noticesOf(player), answersOf(player)]);
  faults.broken = false;
  await player.session.retry();
  assert.deepEqual([["restored"], ONCE], [noticesOf(player), reportedBy(player).sort(byPlace)]);
});

test("who starts fresh is not asked again (RUN-34)", async () => {
  const player = await comeBack(await interrupted(), { stored: {} });
  assert.deepEqual(
    ["restore.restore", "restore.start_fresh"],
    await press(player, "unsent", "restore.start_fresh"),
  );
  assert.deepEqual([], noticesOf(player));
  player.session.visit("s1p1");
  await player.clock.advance(20_000);
  const again = await comeBack(player);
  assert.deepEqual([[], []], [noticesOf(again), answersOf(again)]);
});

test("who does not answer is asked again, and what was done since is kept beside it (RUN-34)", async () => {
  const second = await comeBack(await interrupted(), { stored: {} });
  second.network.down = true;
  second.session.visit("s2p2");
  const third = await comeBack(second, { stored: {} });
  assert.deepEqual(["unsent"], noticesOf(third));
  await press(third, "unsent", "restore.restore");
  assert.deepEqual(
    [true, true],
    [third.session.state().seen.has("s2p2"), "s2k1" in third.session.state().answers],
  );
});

test("limited attempts are not given back: both sides' count (RUN-34)", async () => {
  const first = await interrupted({ course: limited() });
  const other = await begin({ course: limited() });
  await other.clock.advance(600_000);
  other.session.startQuiz("s1");
  other.session.finishQuiz("s1", attempt(other.course, "s1", 1));
  other.session.exit();
  const player = await comeBack(first, { stored: lastKept(other.lms) });
  await press(player, "unsent", "restore.restore");
  const { attempts, counted, pastAttempts } = player.session.state().quizzes.s1;
  assert.deepEqual([2, 1, 2], [attempts, counted, pastAttempts.length]);
  player.session.startQuiz("s1");
  assert.equal(false, player.session.state().quizzes.s1.open);
});

test("without a learner's id a copy serves its own attempt alone: the next may be somebody else (RUN-34)", async () => {
  const first = await interrupted({ learner: "" });
  const other = await comeBack(first, { stored: {}, learner: "" });
  assert.deepEqual([[], []], [noticesOf(other), answersOf(other)]);
  const same = await comeBack(first, { learner: "" });
  assert.deepEqual([["restored"], true], [noticesOf(same), "s2k1" in same.session.state().answers]);
});

test("looking back brings nothing back and keeps nothing (RUN-16)", async () => {
  const first = await interrupted();
  const before = copiesOn(first.storage);
  const stored = { ...lastKept(first.lms), "cmi.mode": "review" };
  const player = await comeBack(first, { stored });
  player.session.visit("s2p2");
  assert.deepEqual([["review"], before], [noticesOf(player), copiesOn(player.storage)]);
});

test("when what brings it back cannot be loaded, it stays, and Try again brings it (RUN-34)", async () => {
  const first = await interrupted();
  const faults = { broken: true };
  const { recover } = await import("../../cpom_scorm/player/restore.js");
  const recovery = async () => {
    if (faults.broken) throw new Error("no network");
    return { recover };
  };
  const player = await comeBack(first, { recovery });
  player.session.answer("s2k1", graded("correct"));
  assert.deepEqual([["unrestored"], 2], [noticesOf(player), copiesOn(player.storage).length]);
  const later = await comeBack(player, { recovery, stored: lastKept(first.lms) });
  assert.deepEqual(["unrestored"], noticesOf(later));
  faults.broken = false;
  later.session.retry();
  await later.clock.advance(2000);
  assert.deepEqual([["restored"], "saved"], [noticesOf(later), later.session.state().save.status]);
  assert.equal(1, later.session.state().quizzes.s1.attempts);
  assert.deepEqual([1, 1], [copiesOn(later.storage).length, heldBy(later).quizzes.s1.attempts]);
});

test("what was answered while it was fetched is not lost (RUN-34)", async () => {
  const first = await interrupted();
  const { recover } = await import("../../cpom_scorm/player/restore.js");
  let arrive = () => {};
  const script = new Promise((resolve) => {
    arrive = () => resolve({ recover });
  });
  const player = await comeBack(first, { recovery: () => script, waits: false });
  player.session.visit("s2p1");
  arrive();
  await player.clock.advance(2000);
  assert.deepEqual(
    [true, true],
    [player.session.state().seen.has("s2p1"), "s2k1" in player.session.state().answers],
  );
});

test("Exit keeps the copy where the LMS gives back another record than it was given (RUN-33)", async () => {
  for (const isOld of [true, false]) {
    const player = await begin();
    player.session.answer("s1k1", graded("correct"));
    await player.clock.advance(2000);
    const held = player.lms.values["cmi.suspend_data"];
    player.session.answer("s2k1", graded("correct"));
    const { get } = player.course.runtime.calls;
    const honest = player.lms.api[get];
    if (isOld) player.lms.api[get] = (name) => (name === "cmi.suspend_data" ? held : honest(name));
    player.session.exit();
    await player.clock.advance(1000);
    assert.equal(isOld ? 1 : 0, copiesOn(player.storage).length);
  }
});

test("attempts keep their order where the clock was set back between them (RUN-34, RUN-50)", async () => {
  const player = await begin();
  const take = (right) => {
    player.session.startQuiz("s1");
    player.session.finishQuiz("s1", attempt(player.course, "s1", right));
  };
  take(2);
  await player.clock.advance(2000);
  player.network.lies = true;
  player.clock.setDateBack(48 * 3600_000);
  take(0);
  await player.clock.advance(2000);
  const back = await comeBack(player);
  const { last, pastAttempts } = back.session.state().quizzes.s1;
  assert.deepEqual([0, [0, 1]], [last, pastAttempts.map(({ score }) => score)]);
});
