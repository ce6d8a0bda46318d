/** If these break, an LMS sees calls after the end, or a learner's time and place go with the page. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { attempt, graded, makeCourse, NEWEST, OLDEST } from "./support/courses.js";
import { fakeLms } from "./support/lms.js";
import { launch } from "./support/player.js";

const after = (lms, act) => {
  const before = lms.calls.length;
  act();
  return lms.calls.slice(before).map(([call, name]) => (call === "set" ? name : call));
};

test("a page that goes away sets time and place and terminates, without a Commit (RUN-22, RUN-25, RUN-27)", async () => {
  const { session, lms, window, clock } = await launch();
  session.visit("s1p1");
  await clock.advance(11_000);
  session.visit("s1p2");
  const calls = after(lms, () => window.dispatch("pagehide", { persisted: false }));
  assert.deepEqual(
    ["cmi.progress_measure", "cmi.location", "cmi.suspend_data", "cmi.session_time", "terminate"],
    calls,
  );
  assert.deepEqual([], lms.errors);
});

test("after an answer, nothing but time and the record's clock is left for the end (RUN-25)", async () => {
  const { session, lms, window, clock } = await launch();
  session.startQuiz("s1");
  session.finishQuiz("s1", attempt(makeCourse(), "s1", 2));
  await clock.advance(3000);
  const calls = after(lms, () => window.dispatch("pagehide", { persisted: false }));
  assert.deepEqual(["cmi.suspend_data", "cmi.session_time", "terminate"], calls);
});

test("after the end every event and call is silent: hidden comes after pagehide (RUN-23)", async () => {
  const { session, lms, window, clock } = await launch();
  window.dispatch("pagehide", { persisted: false });
  const calls = after(lms, () => {
    window.hide();
    window.show();
    window.dispatch("pagehide", { persisted: false });
    window.dispatch("online");
    session.visit("s1p1");
    session.answer("s1k1", graded("correct"));
    session.startQuiz("s1");
    session.finishQuiz("s1", attempt(makeCourse(), "s1", 1));
    session.retry();
    session.exit();
  });
  await clock.advance(3_600_000);
  assert.deepEqual([], calls);
  assert.deepEqual(["ended", 0], [session.state().mode, session.state().seen.size]);
  assert.deepEqual([1, "over"], [lms.count("terminate"), lms.state]);
});

test("unload and beforeunload are never listened to (RUN-22)", async () => {
  const { window } = await launch();
  assert.deepEqual(
    [],
    window.events().filter((name) => /unload/.test(name)),
  );
});

test("a page that may come back only commits, and one that comes back after the end is loaded anew (RUN-24)", async () => {
  const { session, lms, window } = await launch();
  session.visit("s1p1");
  window.dispatch("pagehide", { persisted: true });
  assert.deepEqual(["page/s1p1", 0], [lms.kept["cmi.location"], lms.count("terminate")]);
  window.dispatch("pageshow", { persisted: true });
  assert.equal(0, window.location.reloads);
  window.dispatch("pagehide", { persisted: false });
  window.dispatch("pageshow", { persisted: false });
  assert.equal(0, window.location.reloads);
  window.dispatch("pageshow", { persisted: true });
  assert.equal(1, window.location.reloads);
});

test("Terminate is called though Commit answers null, as it does while a page unloads in some LMSs (RUN-27)", async () => {
  const course = makeCourse();
  const failing = (call, _args, go) => (call === "commit" ? null : go());
  const lms = fakeLms(course.runtime, {}, failing);
  const { session } = await launch({ course, lms });
  session.visit("s1p1");
  session.exit();
  assert.deepEqual(["over", "page/s1p1"], [lms.state, lms.kept["cmi.location"]]);
});

test("Exit commits, asks for suspendAll where the edition can, and terminates (RUN-18)", async () => {
  for (const [edition, request] of [
    [OLDEST, []],
    [NEWEST, ["adl.nav.request"]],
  ]) {
    const { session, lms } = await launch({ course: makeCourse({ edition }) });
    session.visit("s1p1");
    const calls = after(lms, () => session.exit());
    assert.deepEqual(["commit", "get", ...request, "terminate"], calls.slice(calls.indexOf("commit")));
    assert.deepEqual([], lms.errors);
  }
});

test("Exit closes a window opened for the course, and leaves an LMS's frame alone (RUN-18)", async () => {
  const framed = await launch();
  assert.equal("stay", framed.session.exit());
  const popup = await launch();
  popup.window.opener = {};
  popup.window.top = popup.window;
  assert.equal("closed", popup.session.exit());
  const stubborn = await launch();
  stubborn.window.opener = {};
  stubborn.window.top = stubborn.window;
  stubborn.window.close = () => {};
  assert.equal("stay", stubborn.session.exit());
});

test("a page that goes away before the LMS appeared leaves the LMS alone", async () => {
  const course = makeCourse();
  const lms = fakeLms(course.runtime);
  const { window, clock, session } = await launch({ course, lms: { ...lms, api: null } });
  await clock.advance(1000);
  window.dispatch("pagehide", { persisted: false });
  window.parent[course.runtime.api] = lms.api;
  await clock.advance(20_000);
  assert.deepEqual(["ended", 0], [session.state().mode, lms.calls.length]);
});
