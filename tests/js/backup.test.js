/** If these break, what the LMS did not get is gone with the window, or a device tells who learned on it. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { recordCodec } from "../../cpom_scorm/player/record.js";
import { graded, makeCourse } from "./support/courses.js";
import { FakeStorage } from "./support/page.js";
import { begin, comeBack, copiesOn, lastKept } from "./support/unreliable.js";

const DAY = 24 * 60 * 60 * 1000;

/** What a device holds of a course: when, what the LMS had confirmed, and the record. */
function copiesOf({ storage, course }) {
  return copiesOn(storage).map(([, value]) => {
    const [wall, accepted, text] = value.split(" ");
    const { progress } = recordCodec(course.record).decode(text);
    return { wall: Number(wall), accepted: Number(accepted), progress };
  });
}

test("each change is on the device at once, also what waits ten seconds for the LMS (RUN-33)", async () => {
  const player = await begin();
  assert.deepEqual([], copiesOf(player));
  player.session.visit("s1p1");
  assert.deepEqual([["s1p1"]], seenOf(player));
  player.session.visit("s1p2");
  player.session.answer("s1k1", graded("correct"));
  assert.deepEqual([["s1p1", "s1p2"]], seenOf(player));
  assert.equal("correct", copiesOf(player)[0].progress.answers.s1k1.result);
});

function seenOf(player) {
  return copiesOf(player).map(({ progress }) => [...progress.seen]);
}

test("a copy says what the LMS has confirmed, and so whether anything is unsent (RUN-33)", async () => {
  const player = await begin();
  player.session.answer("s1k1", graded("correct"));
  const numbers = () => copiesOf(player).map(({ accepted, progress }) => [accepted, progress.sequence]);
  assert.deepEqual([[0, 1]], numbers());
  await player.clock.advance(2000);
  assert.deepEqual([[1, 1]], numbers());
  player.network.down = true;
  player.session.answer("s2k1", graded("correct"));
  await player.clock.advance(2000);
  assert.deepEqual([[1, 2]], numbers());
});

test("storage is written once for a change and once when it is confirmed, not more (RUN-33)", async () => {
  const storage = new FakeStorage();
  let writes = 0;
  Object.defineProperty(storage, "setItem", {
    value(key, value) {
      writes += Number(!key.endsWith("window"));
      this[key] = value;
    },
  });
  const player = await begin({ storage });
  player.session.answer("s1k1", graded("correct"));
  assert.equal(1, writes);
  await player.clock.advance(60_000);
  assert.equal(2, writes);
});

test("neither name nor id of the learner, nor the place of the course, stands on the device (SEC-15)", async () => {
  const player = await begin({
    learner: "amy.smith@example.org",
    stored: { "cmi.learner_name": "Smith, Amy" },
  });
  player.session.answer("s1k1", graded("correct"));
  const [[key, value]] = copiesOn(player.storage);
  assert.match(key, /^cpom-scorm-backup sample \d+ \d+$/);
  assert.match(value, /^\d+ \d+ [\w-]+$/);
});

test("learners and places have copies of their own (RUN-33)", async () => {
  const storage = new FakeStorage();
  for (const learner of ["amy-7", "bob-8"]) {
    const player = await begin({ storage, learner });
    player.session.visit("s1p1");
  }
  const owners = copiesOn(storage).map(([key]) => key.split(" ").slice(0, 3).join(" "));
  assert.equal(2, new Set(owners).size);
});

/** A course with a text in the learner's own words. */
function courseWithText(withheld) {
  const course = makeCourse();
  course.record.slots.push(["question", "diary", "reflection"]);
  course.record.generations = [[course.record.slots.length, "3f09ac"]];
  course.record.texts = { diary: 100 };
  course.record.withheld = withheld;
  return course;
}

test("what learners write in their own words stays out of the copy, unless the author allows it (SEC-15)", async () => {
  for (const [withheld, text] of [
    [["diary"], ""],
    [undefined, "I am tired"],
  ]) {
    const player = await begin({ course: courseWithText(withheld) });
    player.session.revise("diary", "I am tired");
    assert.equal(text, copiesOf(player)[0].progress.answers.diary.response);
    const { progress } = recordCodec(player.course.record).decode(lastKept(player.lms)["cmi.suspend_data"]);
    assert.equal("I am tired", progress.answers.diary.response);
  }
});

test("a text that was left out never takes the place of the one that the LMS has (RUN-34)", async () => {
  const first = await begin({ course: courseWithText(["diary"]) });
  first.session.revise("diary", "I am tired");
  await first.clock.advance(2000);
  first.network.down = true;
  first.session.revise("diary", "I am wide awake");
  first.session.answer("s1k1", graded("correct"));
  const { session } = await comeBack(first);
  assert.deepEqual(
    ["I am tired", "correct"],
    ["diary", "s1k1"].map((id) => session.state().answers[id][id === "diary" ? "response" : "result"]),
  );
});

test("a confirmed leave by the button forgets the copy (RUN-33)", async () => {
  const player = await begin();
  player.session.answer("s1k1", graded("correct"));
  player.session.exit();
  assert.equal(1, copiesOf(player).length);
  await player.clock.advance(100);
  assert.deepEqual([], copiesOf(player));
});

for (const [what, break_] of [
  ["the LMS refuses to end the session", ({ network }) => (network.down = true)],
  [
    "somebody else answers in place of the server",
    ({ window }) => answerWith(window, "<form>Sign in</form>"),
  ],
  ["nobody can be asked", ({ window }) => (window.location.protocol = "file:")],
]) {
  test(`the copy stays after Exit when ${what} (RUN-33)`, async () => {
    const player = await begin();
    player.session.answer("s1k1", graded("correct"));
    await player.clock.advance(2000);
    break_(player);
    player.session.exit();
    await player.clock.advance(20_000);
    assert.equal(1, copiesOf(player).length);
  });
}

function answerWith(window, body) {
  window.answer = () => ({ ok: true, text: async () => body });
}

test("the copy stays when the window goes without Exit: its last words may be lost (RUN-33)", async () => {
  const player = await begin();
  player.session.visit("s1p1");
  player.window.dispatch("pagehide", { persisted: false });
  await player.clock.advance(20_000);
  assert.equal(1, copiesOf(player).length);
});

test("a copy that is fourteen days old is forgotten, of whatever course (RUN-33)", async () => {
  const first = await begin();
  first.network.down = true;
  first.session.answer("s1k1", graded("correct"));
  const course = { ...makeCourse(), id: "another" };
  const { clock } = first;
  await clock.advance(13 * DAY);
  first.window.dispatch("pagehide", { persisted: false });
  await begin({ course, storage: first.storage, clock });
  assert.equal(1, copiesOn(first.storage).length);
  await clock.advance(15 * DAY);
  await begin({ course, storage: first.storage, clock });
  assert.equal(0, copiesOn(first.storage).length);
});

const refuse = () => {
  throw new DOMException("blocked");
};
for (const [what, storage] of [
  ["missing", undefined],
  ["null", null],
  ["full", Object.defineProperty(new FakeStorage(), "setItem", { value: refuse })],
  ["broken", new Proxy({}, { get: refuse, ownKeys: refuse })],
]) {
  test(`storage that is ${what} changes nothing (F22, RUN-33)`, async () => {
    const player = await begin({ storage });
    player.window.localStorage = storage ?? undefined;
    player.session.answer("s1k1", graded("correct"));
    await player.clock.advance(2000);
    assert.deepEqual(["saved", []], [player.session.state().save.status, player.session.state().notices]);
    player.session.exit();
    assert.equal("over", player.lms.state);
    const again = await comeBack(player);
    assert.equal("correct", again.session.state().answers.s1k1.result);
  });
}

test("storage that may not even be asked for changes nothing (F22, RUN-33)", async () => {
  const player = await begin();
  Object.defineProperty(player.window, "localStorage", { get: refuse });
  player.session.answer("s1k1", graded("correct"));
  await player.clock.advance(2000);
  assert.equal("saved", player.session.state().save.status);
});

test("a copy that somebody damaged is passed over (F11, RUN-33)", async () => {
  const first = await begin();
  first.network.down = true;
  first.session.answer("s1k1", graded("correct"));
  for (const broken of ["", "x", "1 2", "NaN NaN 1AAAA", "{}"]) {
    for (const key of Object.keys(first.storage)) first.storage[key] = broken;
    const { session } = await comeBack(first);
    assert.deepEqual([[], 0], [session.state().notices, Object.keys(session.state().answers).length]);
  }
});

test("a record that cannot be read is kept here as it was, one at a time, and nobody is asked about it (RUN-42)", async () => {
  const player = await begin({ stored: { "cmi.suspend_data": "1ABCbroken" } });
  const raw = ([key]) => key.endsWith(" raw");
  const kept = () => Object.entries(player.storage).filter(raw);
  assert.deepEqual(
    ["1ABCbroken"],
    kept().map(([, value]) => value.split(" ")[2]),
  );
  assert.deepEqual(["damaged-record"], player.session.state().notices);
  player.session.visit("s1p1");
  await player.clock.advance(20_000);
  const again = await comeBack(player);
  assert.deepEqual([[], 1], [again.session.state().notices, kept().length]);
  await begin({ storage: player.storage, stored: { "cmi.suspend_data": "other" } });
  assert.deepEqual(
    ["other"],
    kept().map(([, value]) => value.split(" ")[2]),
  );
});

test("a record of a version unknown so far comes back once a build knows it (RUN-42)", async () => {
  const newer = makeCourse({ sections: 2 });
  const first = await begin({ course: newer });
  first.session.answer("s2k1", graded("correct"));
  const older = makeCourse({ sections: 1 });
  const second = await begin({ course: older, storage: first.storage, stored: lastKept(first.lms) });
  assert.deepEqual(["foreign-record"], second.session.state().notices);
  second.session.visit("s1p1");
  await second.clock.advance(20_000);
  const both = { ...newer.record, generations: [...older.record.generations, ...newer.record.generations] };
  const third = await begin({
    course: { ...newer, record: both },
    storage: first.storage,
    stored: lastKept(second.lms),
  });
  assert.ok(third.session.state().notices.includes("unsent"));
});
