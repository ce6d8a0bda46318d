/** If these break, two windows overwrite each other's answers, or a window that is gone keeps a learner out (RUN-36). */

import assert from "node:assert/strict";
import { test } from "node:test";
import { recordCodec } from "../../cpom_scorm/player/record.js";
import { attempt, graded, makeCourse } from "./support/courses.js";
import { FakeStorage } from "./support/page.js";
import { begin, channels, lastKept } from "./support/unreliable.js";

const heldBy = ({ lms, course }) =>
  recordCodec(course.record).decode(lastKept(lms)["cmi.suspend_data"]).progress;
/** What the LMS was given by the time of each Commit of a window. */
function commitsOf({ lms, course }) {
  const codec = recordCodec(course.record);
  let record = "";
  return lms.calls.flatMap(([call, name, value]) => {
    if (call === "set" && name === course.runtime.elements.suspend_data) record = value;
    return call === "commit" ? [codec.decode(record).progress ?? { sequence: 0, answers: {} }] : [];
  });
}
const WRITES = ["set", "commit", "terminate"];
const writesOf = ({ lms }) => lms.calls.filter(([call]) => WRITES.includes(call)).length;
const standing = ({ session }) => [
  session.state().mode,
  session.state().save.status,
  session.state().notices,
];
const READS_ONLY = ["untracked", "off", ["second-window"]];
const GAVE_UP = ["untracked", "off", ["elsewhere"]];

/** A window of a device that has others. */
async function open(device, more = {}) {
  const player = await begin({ ...device, ...more, waits: false });
  await player.clock.advance(300);
  return player;
}

/** A device on which one window has answered a question. */
async function opened(more) {
  const device = { storage: new FakeStorage(), channel: channels(), course: makeCourse(), ...more };
  const first = await open(device);
  first.session.answer("s1k1", graded("correct"));
  await first.clock.advance(2000);
  return { device, first };
}

test("a second window shows what is known and writes nothing at all, whatever is done in it (RUN-36, F12)", async () => {
  const { device, first } = await opened();
  const second = await open(device, { stored: lastKept(first.lms) });
  assert.deepEqual(READS_ONLY, standing(second));
  assert.equal("correct", second.session.state().answers.s1k1.result);
  second.session.visit("s2p1");
  second.session.answer("s2k1", graded("correct"));
  second.session.startQuiz("s1");
  second.session.finishQuiz("s1", attempt(device.course, "s1", 2));
  await second.clock.advance(600_000);
  second.window.hide();
  second.window.show();
  second.window.dispatch("online");
  second.session.exit();
  assert.equal(0, writesOf(second));
  first.session.answer("s2k1", graded("incorrect"));
  assert.deepEqual(["normal", "incorrect"], [first.session.state().mode, heldBy(first).answers.s2k1.result]);
});

test("a second window that is closed writes nothing either (RUN-36)", async () => {
  const { device, first } = await opened();
  const second = await open(device);
  second.window.dispatch("pagehide", { persisted: false });
  assert.equal(0, writesOf(second));
  first.session.visit("s1p1");
  await first.clock.advance(12_000);
  assert.equal("saved", first.session.state().save.status);
});

test("Continue here: the first window saves, hands over all it knows and never writes again (RUN-36)", async () => {
  const { device, first } = await opened();
  const stale = lastKept(first.lms);
  const second = await open(device, { stored: stale });
  second.session.answer("s2k1", graded("incorrect"));
  first.session.visit("s1p1");
  const [before] = [writesOf(first)];
  await second.session.retry();
  assert.deepEqual(GAVE_UP, standing(first));
  assert.ok(heldBy(first).seen.has("s1p1"));
  const after = writesOf(first);
  assert.ok(after > before);
  await second.clock.advance(2000);
  assert.deepEqual(["normal", "saved", []], standing(second));
  const held = heldBy(second);
  assert.deepEqual(
    [true, "correct", "incorrect", first.session.state().token],
    [held.seen.has("s1p1"), held.answers.s1k1.result, held.answers.s2k1.result, held.token],
  );
  first.session.answer("s2k1", graded("correct"));
  await first.clock.advance(600_000);
  first.window.dispatch("pagehide", { persisted: false });
  assert.equal(after, writesOf(first));
});

test("the first window can take the turn back, with what was done in both (RUN-36)", async () => {
  const { device, first } = await opened();
  const second = await open(device, { stored: lastKept(first.lms) });
  await second.session.retry();
  second.session.answer("s2k1", graded("correct"));
  first.session.visit("s2p2");
  await first.session.retry();
  await first.clock.advance(2000);
  assert.deepEqual([GAVE_UP, ["normal", "saved", []]], [standing(second), standing(first)]);
  assert.deepEqual([true, "correct"], [heldBy(first).seen.has("s2p2"), heldBy(first).answers.s2k1.result]);
  assert.equal(1, first.lms.count("initialize"));
  assert.deepEqual([], [...first.lms.errors, ...second.lms.errors]);
});

test("time is not counted twice by windows that take turns (RUN-50)", async () => {
  const { device, first } = await opened();
  await first.clock.advance(58_000);
  const second = await open(device, { stored: lastKept(first.lms) });
  await second.session.retry();
  await second.clock.advance(60_000);
  await first.session.retry();
  assert.equal(120, Math.round(first.session.state().seconds));
});

test("words that stay out of storage are handed over all the same (RUN-36, SEC-15)", async () => {
  const course = makeCourse();
  course.record.slots.push(["question", "diary", "reflection"]);
  course.record.generations = [[course.record.slots.length, "3f09ac"]];
  Object.assign(course.record, { texts: { diary: 100 }, withheld: ["diary"] });
  const { device, first } = await opened({ course });
  const stale = lastKept(first.lms);
  first.session.revise("diary", "I am tired");
  const second = await open(device, { stored: stale });
  await second.session.retry();
  assert.equal("I am tired", heldBy(second).answers.diary.response);
});

test("a window that died holds up nobody for long, and what it had not sent is there (RUN-36, F3)", async () => {
  const { device, first } = await opened();
  first.network.down = true;
  first.session.answer("s2k1", graded("correct"));
  device.channel.deafen();
  const second = await begin({ ...device, stored: lastKept(first.lms), waits: false });
  assert.equal("connecting", second.session.state().mode);
  second.session.visit("s2p1");
  await second.clock.advance(200);
  assert.deepEqual(["normal", ["restored"]], [second.session.state().mode, second.session.state().notices]);
  assert.deepEqual(["s1k1", "s2k1"], Object.keys(heldBy(second).answers).sort());
  assert.ok(second.session.state().seen.has("s2p1"));
});

for (const [what, wake] of [
  ["its next save", ({ session }) => session.answer("s2k1", graded("correct"))],
  ["its next Exit", ({ session }) => session.exit()],
  ["its end", ({ window }) => window.dispatch("pagehide", { persisted: false })],
  ["its return from the browser's cache", ({ window }) => window.dispatch("pageshow", { persisted: true })],
  ["the mark", ({ window }) => window.dispatch("storage")],
  ["Try again", ({ session }) => session.retry()],
  ["four minutes", ({ clock }) => clock.advance(300_000)],
]) {
  test(`a window that slept while another took its turn sees so at ${what}, and writes nothing (RUN-36)`, async () => {
    const { device, first } = await opened();
    device.channel.deafen();
    const second = await open(device, { stored: lastKept(first.lms) });
    second.session.answer("s2k1", graded("incorrect"));
    second.session.exit();
    const before = writesOf(first);
    await wake(first);
    assert.equal(before, writesOf(first));
    assert.notEqual("normal", first.session.state().mode);
  });
}

test("what a sleeper was told to keep when it woke is not lost (RUN-36)", async () => {
  const { device, first } = await opened();
  device.channel.deafen();
  const second = await open(device, { stored: lastKept(first.lms) });
  first.session.answer("s2k1", graded("correct"));
  assert.deepEqual(GAVE_UP, standing(first));
  second.session.visit("s1p1");
  second.session.exit();
  const later = await open(device, { stored: lastKept(second.lms) });
  assert.deepEqual(
    ["correct", true],
    [later.session.state().answers.s2k1.result, later.session.state().seen.has("s1p1")],
  );
});

test("after an orderly end the next window begins at once (RUN-36)", async () => {
  const { device, first } = await opened();
  first.window.dispatch("pagehide", { persisted: false });
  const second = await begin({ ...device, stored: lastKept(first.lms) });
  assert.equal("normal", second.session.state().mode);
});

test("two learners, or two courses, do not keep each other out (RUN-36)", async () => {
  const { device } = await opened();
  for (const more of [{ learner: "bob-8" }, { course: { ...makeCourse(), id: "another" } }]) {
    const other = await begin({ ...device, ...more });
    assert.equal("normal", other.session.state().mode);
  }
});

test("storage that is cleared meanwhile costs nobody the turn (F22, RUN-36)", async () => {
  const { device, first } = await opened();
  for (const key of Object.keys(device.storage)) delete device.storage[key];
  first.window.dispatch("storage");
  first.session.answer("s2k1", graded("correct"));
  assert.deepEqual(["normal", "correct"], [first.session.state().mode, heldBy(first).answers.s2k1.result]);
});

test("where windows cannot speak to each other, the last one writes and the other stops (RUN-36)", async () => {
  const { device, first } = await opened({ channel: undefined });
  const second = await begin({ ...device, stored: lastKept(first.lms) });
  assert.equal("normal", second.session.state().mode);
  first.window.dispatch("storage");
  assert.deepEqual(GAVE_UP, standing(first));
});

test("an impatient learner who asks twice gets one session (RUN-36)", async () => {
  const { device, first } = await opened();
  const second = await open(device, { stored: lastKept(first.lms) });
  const asked = [second.session.retry(), second.session.retry()];
  await second.clock.advance(300);
  assert.equal("normal", second.session.state().mode);
  await second.clock.advance(5000);
  await Promise.all(asked);
  second.session.answer("s2k1", graded("correct"));
  await second.clock.advance(300_000);
  assert.deepEqual([1, []], [second.lms.count("initialize"), second.lms.errors]);
  assert.equal("normal", second.session.state().mode);
});

test("a window that takes its time to save is waited for, once it was heard (RUN-21, RUN-36)", async () => {
  const { device, first } = await opened();
  const second = await open(device, { stored: lastKept(first.lms) });
  const slow = device.channel.slowDown(1000, second.clock);
  first.session.answer("s2k1", graded("correct"));
  const turning = second.session.retry();
  await second.clock.advance(2500);
  await turning;
  slow.stop();
  const records = commitsOf(second);
  assert.deepEqual(
    records.map(() => "correct"),
    records.map(({ answers }) => answers.s2k1?.result),
  );
  assert.ok(records.length > 0);
});

test("looking back takes nobody's turn (RUN-16, RUN-36)", async () => {
  const { device, first } = await opened();
  const review = await open(device, { stored: { ...lastKept(first.lms), "cmi.mode": "review" } });
  assert.equal("review", review.session.state().mode);
  first.session.answer("s2k1", graded("correct"));
  assert.equal("normal", first.session.state().mode);
});

test("a window that goes leaves all it knows to the one that goes on (RUN-36, F12)", async () => {
  const { device, first } = await opened();
  const second = await open(device, { stored: lastKept(first.lms) });
  first.session.answer("s2k1", graded("correct"));
  await first.clock.advance(2000);
  first.session.exit();
  await first.clock.advance(300);
  const last = heldBy(first).sequence;
  await second.session.retry();
  const all = commitsOf(second).map(({ sequence, answers }) => [sequence > last, answers.s2k1?.result]);
  assert.ok(all.length > 0);
  assert.deepEqual(
    all.map(() => [true, "correct"]),
    all,
  );
});

test("what takes a turn back never gives the LMS an older record, not even for a moment (RUN-32, RUN-36)", async () => {
  const { device, first } = await opened();
  const second = await open(device, { stored: lastKept(first.lms) });
  await second.session.retry();
  second.session.answer("s2k1", graded("correct"));
  const before = commitsOf(first).length;
  await first.session.retry();
  const back = commitsOf(first).slice(before);
  assert.deepEqual(
    back.map(() => "correct"),
    back.map(({ answers }) => answers.s2k1?.result),
  );
  assert.ok(back.length > 0);
});
