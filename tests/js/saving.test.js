/** If these break, a learner is told "Saved" when it is not so, or is not told when it fails. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { graded, makeCourse, OLDEST } from "./support/courses.js";
import { fakeLms } from "./support/lms.js";
import { launch } from "./support/player.js";

const MINUTE = 60_000;
const statusOf = ({ session }) => session.state().save.status;

/** Answer a question and give the LMS time to confirm it. */
async function answer(player, id = "s1k1") {
  player.session.answer(id, graded("correct"));
  await player.clock.advance(2000);
}

/** An LMS one of whose calls can be made to answer something else. */
async function launchWith(faults, course = makeCourse()) {
  const quirk = (call, args, go) => (faults[call] ? faults[call](args, go) : go());
  return launch({ course, lms: fakeLms(course.runtime, {}, quirk) });
}

test("nothing is claimed before there is something to save", async () => {
  const player = await launch();
  await player.clock.advance(3000);
  assert.deepEqual({ status: "idle", at: null }, player.session.state().save);
  assert.equal(0, player.window.probes);
});

test("saved means: committed, the server knows the package, and the record reads back (RUN-30)", async () => {
  const player = await launch();
  player.session.answer("s1k1", graded("correct"));
  assert.equal("saving", statusOf(player));
  await player.clock.advance(2000);
  assert.deepEqual(["saved", 1], [statusOf(player), player.window.probes]);
  assert.ok(player.session.state().save.at > 0);
});

test("answers in quick succession are confirmed together, with one probe", async () => {
  const player = await launch();
  for (const id of ["s1k1", "s2k1"]) {
    player.session.answer(id, graded("correct"));
    await player.clock.advance(200);
  }
  await player.clock.advance(2000);
  assert.deepEqual(["saved", 1], [statusOf(player), player.window.probes]);
});

for (const [what, respond, status] of [
  [
    "a sign-in page with status 200",
    () => ({ ok: true, text: async () => "<form>Sign in</form>" }),
    "failed",
  ],
  ["no network", () => Promise.reject(new TypeError("Failed to fetch")), "failed"],
  ["a server that forbids the file", () => ({ ok: false, text: async () => "" }), "sent"],
  ["no answer for ten seconds", () => new Promise(() => {}), "sent"],
]) {
  test(`${what} in place of the package is ${status}, though the LMS says true (RUN-30)`, async () => {
    const player = await launch();
    player.window.answer = respond;
    await answer(player);
    if (status === "sent") await player.clock.advance(10_000);
    assert.deepEqual({ status, at: null }, player.session.state().save);
  });
}

test("a server that answered before and now refuses has ended the session: failed, until it answers again", async () => {
  const player = await launch();
  await answer(player);
  const good = player.window.answer;
  player.window.answer = () => ({ ok: true, text: async () => "<form>" });
  await answer(player, "s2k1");
  assert.deepEqual(["failed", ["session-ended"]], [statusOf(player), player.session.state().notices]);
  player.window.answer = () => ({ ok: false, text: async () => "" });
  player.session.retry();
  await player.clock.advance(2000);
  assert.deepEqual(["failed", ["session-ended"]], [statusOf(player), player.session.state().notices]);
  player.window.answer = good;
  player.session.retry();
  await player.clock.advance(2000);
  assert.deepEqual(["saved", []], [statusOf(player), player.session.state().notices]);
});

for (const [what, commit] of [
  ["false", () => "false"],
  ["null", () => null],
  [
    "an exception",
    () => {
      throw new Error("network");
    },
  ],
]) {
  test(`a Commit that answers ${what} is a failure, tried again after 2, 5, 15, 60 seconds, then each minute (RUN-31)`, async () => {
    const faults = {};
    const player = await launchWith(faults);
    faults.commit = commit;
    faults.lastError = () => "101";
    const told = [];
    player.session.subscribe(({ save }) => told.push(save.status));
    player.lms.calls.length = 0;
    player.session.answer("s1k1", graded("correct"));
    for (const [seconds, commits] of [
      [2, 2],
      [5, 3],
      [15, 4],
      [60, 5],
      [60, 6],
    ]) {
      await player.clock.advance(seconds * 1000);
      assert.equal(commits, player.lms.count("commit"));
    }
    assert.deepEqual(["failed"], [...new Set(told)]);
    faults.commit = null;
    player.window.dispatch("online");
    await player.clock.advance(2000);
    assert.equal("saved", statusOf(player));
    await player.clock.advance(3 * MINUTE);
    assert.equal(7, player.lms.count("commit"));
  });
}

test("after a failure everything is written again, interactions too: the LMS may have lost it", async () => {
  const player = await launch();
  player.window.answer = () => Promise.reject(new TypeError("offline"));
  await answer(player);
  const { lms, course } = player;
  lms.values = {};
  player.window.answer = () => ({ ok: true, text: async () => course.build });
  player.session.retry();
  await player.clock.advance(2000);
  assert.equal("saved", statusOf(player));
  assert.deepEqual(
    ["s1k1", "suspend", "incomplete"],
    ["cmi.interactions.0.id", "cmi.exit", "cmi.completion_status"].map((name) => lms.kept[name]),
  );
});

test("a record that reads back changed is never called saved", async () => {
  const faults = {};
  const player = await launchWith(faults);
  faults.get = ([name], go) => (name === "cmi.suspend_data" ? go().slice(0, 10) : go());
  await answer(player);
  assert.equal("failed", statusOf(player));
});

test("a record that the LMS refuses is a failure, though it commits", async () => {
  const faults = {};
  const player = await launchWith(faults);
  faults.set = ([name], go) => (name === "cmi.suspend_data" ? "false" : go());
  faults.lastError = () => "405";
  await answer(player);
  assert.equal("failed", statusOf(player));
});

test("an LMS that says false with error 0 has taken it, but nobody can be sure (RUN-06)", async () => {
  const player = await launchWith({ commit: (_args, go) => go() && "false" });
  await answer(player);
  assert.equal("sent", statusOf(player));
});

test("an LMS that gives nothing back is believed when its server knows the package", async () => {
  const player = await launchWith({ get: () => "" }, makeCourse({ edition: OLDEST }));
  await answer(player);
  assert.equal("saved", statusOf(player));
});

test("an LMS that gives a record back until it has committed it is not believed (F5)", async () => {
  const faults = {};
  const player = await launchWith(faults);
  faults.commit = (_args, go) => {
    faults.get = ([name], read) => (name === "cmi.suspend_data" ? "" : read());
    return go();
  };
  await answer(player);
  assert.equal("failed", statusOf(player));
});

test("opened from disk nothing can be confirmed, so nothing is called saved", async () => {
  const player = await launch();
  player.window.location.protocol = "file:";
  await answer(player);
  assert.deepEqual(["sent", 0], [statusOf(player), player.window.probes]);
});

test("what was sent while the page was hidden is confirmed when it is seen again (RUN-30)", async () => {
  const player = await launch();
  player.session.visit("s1p1");
  player.window.hide();
  await player.clock.advance(5000);
  assert.equal("sent", statusOf(player));
  player.window.show();
  await player.clock.advance(2000);
  assert.equal("saved", statusOf(player));
});

test("a Commit that fails only because the page is hidden raises no alarm (RUN-27)", async () => {
  const faults = {};
  const player = await launchWith(faults);
  await answer(player);
  faults.commit = () => null;
  player.window.hide();
  assert.equal("saved", statusOf(player));
  faults.commit = null;
  player.window.show();
  assert.equal("saved", statusOf(player));
});
