/** If these break, a course starts untracked, writes where it must not, or forgets where the learner was. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { createSession } from "../../cpom_scorm/player/session.js";
import { fakeClock } from "./support/clock.js";
import { attempt, EDITION_IDS, graded, makeCourse, NEWEST, OLDEST } from "./support/courses.js";
import { fakeLms } from "./support/lms.js";
import { fakeWindow } from "./support/page.js";
import { launch } from "./support/player.js";

for (const edition of EDITION_IDS) {
  test(`the first writes are exit and status, then one Commit (RUN-08), in ${edition}`, async () => {
    const course = makeCourse({ edition });
    const { lms } = await launch({ course });
    const writes = lms.calls
      .filter(([call]) => call === "set" || call === "commit")
      .map((call) => call.slice(0, 3));
    const { exit } = course.runtime.elements;
    const status = course.runtime.status[0].element;
    assert.deepEqual(
      [
        ["set", exit, "suspend"],
        ["set", status, "incomplete"],
        ["commit", ""],
      ],
      writes,
    );
    assert.deepEqual([], lms.errors);
  });
}

test("a status that the LMS holds is not lowered at launch, however it is spelt (RUN-08, RUN-07)", async () => {
  const course = makeCourse({ edition: OLDEST });
  const { element } = course.runtime.status[0];
  const lms = fakeLms(course.runtime, { [element]: "Completed" });
  await launch({ course, lms });
  assert.equal("Completed", lms.values[element]);
});

test("Initialize is called once, though the session is started twice and all pages are seen (RUN-05, RUN-28)", async () => {
  const { lms, session, course } = await launch();
  await session.start();
  for (const page of course.pages) session.visit(page.id);
  assert.equal(1, lms.count("initialize"));
});

test("what was done before the LMS appeared is added to what it remembers (RUN-03)", async () => {
  const first = await launch();
  first.session.visit("s1p1");
  first.session.exit();

  const lms = first.lms.relaunch();
  const window = fakeWindow();
  const clock = fakeClock();
  const session = createSession(first.course, { window, clock });
  const started = session.start();
  session.visit("s2p1");
  session.answer("s2k1", graded("correct"));
  assert.equal("connecting", session.state().mode);
  await clock.advance(3000);
  window[first.course.runtime.api] = lms.api;
  await clock.advance(200);
  await started;
  assert.equal("normal", session.state().mode);
  assert.deepEqual(["s1p1", "s2p1"], [...session.state().seen].sort());
  assert.equal("s2k1", lms.kept["cmi.interactions.0.id"]);
});

test("without an LMS the course works, says so, and a later Retry records everything (RUN-04)", async () => {
  const course = makeCourse();
  const window = fakeWindow();
  const clock = fakeClock();
  const session = createSession(course, { window, clock });
  session.start();
  await clock.advance(9000);
  assert.deepEqual(["untracked", ["no-lms"], "off"], modeOf(session));
  session.visit("s1p1");
  session.answer("s1k1", graded("incorrect"));
  assert.ok(session.state().seen.has("s1p1"));

  const lms = fakeLms(course.runtime);
  window[course.runtime.api] = lms.api;
  session.retry();
  await clock.advance(2000);
  assert.deepEqual(["normal", [], "saved"], modeOf(session));
  assert.equal("incorrect", lms.kept["cmi.interactions.0.result"]);
  assert.deepEqual([], lms.errors);
});

test("an LMS that answers everything with an empty text is used as one that remembers nothing (RUN-07)", async () => {
  const course = makeCourse();
  const lms = fakeLms(course.runtime, {}, (call, _args, go) => (call === "get" ? "" : go()));
  const { session, clock } = await launch({ course, lms });
  session.startQuiz("s1");
  session.finishQuiz("s1", attempt(course, "s1", 2));
  await clock.advance(2000);
  assert.deepEqual(["normal", [], "saved"], modeOf(session));
  assert.deepEqual(["s1", "s1q1"], [lms.kept["cmi.objectives.0.id"], lms.kept["cmi.interactions.0.id"]]);
  assert.deepEqual([], lms.errors);
});

for (const [mode, edition] of [
  ["review", NEWEST],
  ["browse", OLDEST],
]) {
  test(`in ${mode} mode nothing is written, and what was done before is shown (RUN-16)`, async () => {
    const course = makeCourse({ edition });
    const before = await launch({ course });
    before.session.visit("s1p1");
    before.session.exit();
    const lms = fakeLms(course.runtime, { ...before.lms.kept, [course.runtime.elements.mode]: mode });
    const { session, window, clock } = await launch({ course, lms });
    session.visit("s2p1");
    session.startQuiz("s1");
    session.finishQuiz("s1", attempt(course, "s1", 2));
    await clock.advance(600_000);
    window.hide();
    window.dispatch("pagehide", { persisted: false });
    assert.ok(session.state().seen.has("s1p1"));
    assert.deepEqual([0, 0, 1], [lms.count("set"), lms.count("commit"), lms.count("terminate")]);
    assert.deepEqual(["review"], session.state().notices);
  });
}

test("the record is restored whatever the LMS says about entry (RUN-40)", async () => {
  for (const entry of ["", "ab-initio", "resume"]) {
    const first = await launch();
    first.session.visit("s1p2");
    first.session.exit();
    const lms = fakeLms(first.course.runtime, { ...first.lms.kept, "cmi.entry": entry });
    const { session } = await launch({ course: first.course, lms });
    assert.equal("page/s1p2", session.state().bookmark);
    assert.ok(!lms.calls.some(([, name]) => name === "cmi.entry"));
  }
});

test("a bookmark on a page that left the course leads nowhere, and the progress stays (RUN-43)", async () => {
  const first = await launch();
  for (const page of ["s1p1", "s1p2"]) first.session.visit(page);
  first.session.exit();
  const course = { ...first.course, pages: first.course.pages.filter(({ id }) => id !== "s1p2") };
  const { session } = await launch({ course, lms: first.lms.relaunch() });
  assert.deepEqual([null, true], [session.state().bookmark, session.state().seen.has("s1p1")]);
});

test("a learner is told once that the course has grown, and what was done counts", async () => {
  const before = makeCourse({ sections: 1 });
  const first = await launch({ course: before });
  first.session.visit("s1p1");
  first.session.exit();
  assert.deepEqual([], first.session.state().notices);
  const course = makeCourse({ sections: 2 });
  course.record.generations.unshift(...before.record.generations);
  const second = await launch({ course, lms: first.lms.relaunch() });
  assert.deepEqual(
    [["updated"], ["s1p1"]],
    [second.session.state().notices, [...second.session.state().seen]],
  );
  second.session.visit("s1p2");
  second.session.exit();
  const third = await launch({ course, lms: second.lms.relaunch() });
  assert.deepEqual([], third.session.state().notices);
});

for (const [stored, notice] of [
  ["1ABCbroken", "damaged-record"],
  [null, "foreign-record"],
]) {
  test(`a ${notice} is left alone until the learner does something new (RUN-42)`, async () => {
    const course = makeCourse();
    const remade = makeCourse();
    remade.record.generations = [[remade.record.slots.length, "ffffff"]];
    const other = await launch({ course: remade });
    other.session.visit("s1p1");
    other.session.exit();
    const text = stored ?? other.lms.kept["cmi.suspend_data"];
    const lms = fakeLms(course.runtime, { "cmi.suspend_data": text, "cmi.location": "page/s1p2" });
    const { session, clock } = await launch({ course, lms });
    assert.deepEqual([notice], session.state().notices);
    assert.deepEqual([0, "page/s1p2"], [session.state().seen.size, session.state().bookmark]);
    await clock.advance(600_000);
    assert.equal(text, lms.kept["cmi.suspend_data"]);
    session.visit("welcome");
    await clock.advance(10_000);
    assert.notEqual(text, lms.kept["cmi.suspend_data"]);
    assert.deepEqual([], lms.errors);
  });
}

test("where record and LMS name different places, the record's is right (RUN-44)", async () => {
  const course = makeCourse();
  const first = await launch({ course });
  first.session.visit("s1p2");
  first.session.exit();
  const stored = { ...first.lms.kept, "cmi.location": "page/s1p1" };
  const { session } = await launch({ course, lms: fakeLms(course.runtime, stored) });
  assert.equal("page/s1p2", session.state().bookmark);
});

test("an LMS whose session is over is told apart from no LMS (RUN-05)", async () => {
  const course = makeCourse();
  const over = (call, _args, go) => (call === "initialize" ? "false" : call === "lastError" ? "104" : go());
  const { session } = await launch({ course, lms: fakeLms(course.runtime, {}, over) });
  assert.deepEqual(["untracked", ["reopen"], "off"], modeOf(session));
});

function modeOf(session) {
  const { mode, notices, save } = session.state();
  return [mode, notices, save.status];
}
