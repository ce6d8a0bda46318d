/** If these break, an LMS shows a status without its score, or loses one that was earned. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { attempt, EDITION_IDS, graded, makeCourse, NEWEST, OLDEST } from "./support/courses.js";
import { fakeLms } from "./support/lms.js";
import { launch } from "./support/player.js";

/** See every page and finish every quiz, so many right in each. */
function playAll({ session, course }, right) {
  for (const { id } of course.pages) session.visit(id);
  for (const { id, quiz } of course.sections) {
    if (!quiz) continue;
    session.startQuiz(id);
    session.finishQuiz(id, attempt(course, id, right));
  }
}

for (const edition of EDITION_IDS) {
  test(`what a status rests on is written before it, and one Commit follows (RUN-12), in ${edition}`, async () => {
    const player = await launch({ course: makeCourse({ edition, sections: 1, questions: 1 }) });
    const { lms, course } = player;
    for (const { id } of course.pages) player.session.visit(id);
    player.session.startQuiz("s1");
    lms.calls.length = 0;
    player.session.finishQuiz("s1", attempt(course, "s1", 1));
    const groups = [/interactions/, /objectives/, /score\.min/, /score\.max/, /score\.raw/, /score\.scaled/];
    groups.push(/progress/, /location/, /suspend_data/, /session_time/, /status/, /commit/);
    const order = lms.calls
      .filter(([call]) => call === "set" || call === "commit")
      .map(([call, name]) => groups.findIndex((group) => group.test(name || call)));
    assert.deepEqual(
      [...order].sort((a, b) => a - b),
      order,
    );
    assert.equal(1, lms.count("commit"));
    assert.deepEqual([], lms.errors);
  });

  test(`nothing that an LMS might refuse is written in a whole course, in ${edition}`, async () => {
    const player = await launch({ course: makeCourse({ edition, sections: 5, questions: 3 }) });
    playAll(player, 2);
    player.session.answer("s1k1", graded("partly"));
    await player.clock.advance(20_000);
    playAll(player, 3);
    player.session.exit();
    assert.deepEqual([], player.lms.errors);
    assert.equal("over", player.lms.state);
  });
}

test("wherever the LMS stops listening, it never has a status without its score (RUN-12)", async () => {
  const course = makeCourse({ sections: 1 });
  const whole = await launch({ course });
  playAll(whole, 2);
  for (let heard = 0; heard < whole.lms.calls.length; heard += 1) {
    let left = heard;
    const deaf = (_call, _args, go) => {
      left -= 1;
      return left >= 0 ? go() : "true";
    };
    const player = await launch({ course, lms: fakeLms(course.runtime, {}, deaf) });
    playAll(player, 2);
    const { values } = player.lms;
    if (values["cmi.success_status"] === "passed")
      assert.equal("1", values["cmi.score.scaled"], `after ${heard}`);
  }
});

test("opening and closing leaves incomplete and no score (RUN-11)", async () => {
  for (const edition of EDITION_IDS) {
    const course = makeCourse({ edition });
    const { lms, window } = await launch({ course });
    window.dispatch("pagehide", { persisted: false });
    assert.deepEqual([], lms.sets(/score|objectives|suspend_data/));
    assert.equal("incomplete", lms.kept[course.runtime.status[0].element]);
  }
});

test("a completed course that is opened again and left, wandered in or failed, keeps its status and score (RUN-10)", async () => {
  for (const edition of [OLDEST, NEWEST]) {
    const course = makeCourse({ edition });
    const first = await launch({ course });
    playAll(first, 2);
    first.session.exit();
    const held = (lms) => Object.entries(lms.kept).filter(([name]) => /status|score/.test(name));
    const before = held(first.lms);
    for (const act of [() => {}, ({ session }) => session.visit("s1p1"), (player) => playAll(player, 0)]) {
      const lms = first.lms.relaunch();
      const again = await launch({ course, lms });
      act(again);
      again.session.exit();
      assert.deepEqual(before, held(lms));
      assert.deepEqual([], lms.errors);
    }
  }
});

test("an LMS that forgot the status gets it again, with its score before it (RUN-10)", async () => {
  const first = await launch();
  playAll(first, 2);
  first.session.exit();
  const { course } = first;
  const lms = fakeLms(course.runtime, { "cmi.suspend_data": first.lms.kept["cmi.suspend_data"] });
  await launch({ course, lms });
  assert.deepEqual(
    ["cmi.exit", "cmi.score.min", "cmi.score.max", "cmi.score.raw", "cmi.score.scaled"].concat(
      "cmi.completion_status",
      "cmi.success_status",
    ),
    lms.sets().map(([, name]) => name),
  );
});

test("after a lost record, a lower score does not replace the LMS's better one where the best counts (RUN-17)", async () => {
  for (const [counted, expected] of [
    ["best", "95"],
    ["last", "50"],
  ]) {
    const course = makeCourse({ scoring: { counted } });
    const lms = fakeLms(course.runtime, { "cmi.score.raw": "95", "cmi.completion_status": "incomplete" });
    const player = await launch({ course, lms });
    playAll(player, 1);
    assert.equal(expected, lms.values["cmi.score.raw"]);
    // Later reports must not do what the first did not.
    player.session.visit("s1p1");
    player.window.hide();
    assert.equal(expected, lms.values["cmi.score.raw"]);
  }
});

for (const [vocabulary, failed, passed] of [
  ["passed/incomplete", "incomplete", "passed"],
  ["passed/failed", "failed", "passed"],
  ["completed/incomplete", "completed", "completed"],
]) {
  test(`the vocabulary ${vocabulary} is followed where one status tells all (RUN-15)`, async () => {
    const course = makeCourse({ edition: OLDEST, status: vocabulary });
    const { element } = course.runtime.status[0];
    const player = await launch({ course });
    assert.equal("incomplete", player.lms.values[element]);
    playAll(player, 1);
    assert.equal(failed, player.lms.values[element]);
    playAll(player, 2);
    assert.equal(passed, player.lms.values[element]);
  });
}

test("completion and success are written apart where the edition has both (RUN-15)", async () => {
  const course = makeCourse();
  const player = await launch({ course });
  for (const { id } of course.sections) {
    player.session.startQuiz(id);
    player.session.finishQuiz(id, attempt(course, id, 2));
  }
  const { values } = player.lms;
  assert.deepEqual(["incomplete", "passed"], [values["cmi.completion_status"], values["cmi.success_status"]]);
  for (const { id } of course.pages) player.session.visit(id);
  assert.deepEqual(["completed", "1"], [values["cmi.completion_status"], values["cmi.progress_measure"]]);
});

test("a failed quiz changes only its section's objective while others are to do", async () => {
  const course = makeCourse();
  const { lms, session } = await launch({ course });
  session.startQuiz("s1");
  session.finishQuiz("s1", attempt(course, "s1", 0));
  assert.deepEqual([], lms.sets(/^cmi\.(score|success_status)/));
  assert.deepEqual(
    ["failed", "0"],
    [lms.values["cmi.objectives.0.success_status"], lms.values["cmi.objectives.0.score.scaled"]],
  );
});

test("the exit is suspend for the whole session, also after completion (RUN-14)", async () => {
  const player = await launch();
  playAll(player, 2);
  player.session.exit();
  assert.deepEqual(
    ["suspend"],
    player.lms.sets(/exit/).map(([, , value]) => value),
  );
});
