/** If these break, a learner loses more than ten seconds of work, or an LMS drowns in calls. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { recordCodec } from "../../cpom_scorm/player/record.js";
import { attempt, EDITION_IDS, graded, makeCourse } from "./support/courses.js";
import { fakeLms } from "./support/lms.js";
import { launch } from "./support/player.js";

const MINUTE = 60_000;

test("100 page turns in 20 seconds give at most 4 commits, and the last page is kept (RUN-20)", async () => {
  const { session, lms, clock, course } = await launch({ course: makeCourse({ sections: 10, pages: 10 }) });
  lms.calls.length = 0;
  for (let turn = 0; turn < 100; turn += 1) {
    session.visit(course.pages[turn].id);
    await clock.advance(200);
  }
  await clock.advance(10_000);
  assert.ok(lms.count("commit") <= 4, `${lms.count("commit")} commits`);
  assert.equal(`page/${course.pages[99].id}`, lms.kept["cmi.location"]);
});

test("an answer is in the LMS at once: a kill in the next moment loses nothing (RUN-20)", async () => {
  const { session, lms, course } = await launch();
  session.answer("s1k1", graded("correct"));
  session.startQuiz("s1");
  session.saveAnswer("s1q1", ["c"]);
  const { progress } = recordCodec(course.record).decode(lms.kept["cmi.suspend_data"]);
  assert.deepEqual(["correct", ["c"]], [progress.answers.s1k1.result, progress.answers.s1q1.response]);
  assert.ok(progress.quizzes.s1.open);
});

test("an open attempt comes back with its answers and its shuffle", async () => {
  const first = await launch();
  first.session.startQuiz("s1");
  first.session.saveAnswer("s1q2", ["d"]);
  const { seed } = first.session.state().quizzes.s1;
  const again = await launch({ course: first.course, lms: first.lms.relaunch() });
  assert.deepEqual(
    [seed, ["d"], "quiz/s1"],
    [
      again.session.state().quizzes.s1.seed,
      again.session.state().answers.s1q2.response,
      again.session.state().bookmark,
    ],
  );
});

test("pages and bookmarks are committed within ten seconds, and when the page is hidden (RUN-20)", async () => {
  const { session, lms, clock, window } = await launch();
  session.visit("s1p1");
  await clock.advance(9900);
  assert.equal(undefined, lms.kept["cmi.location"]);
  await clock.advance(100);
  assert.equal("page/s1p1", lms.kept["cmi.location"]);
  session.bookmark("quiz/s1");
  window.hide();
  assert.equal("quiz/s1", lms.kept["cmi.location"]);
});

test("a status that a page completes is committed at once (RUN-20)", async () => {
  const { session, lms } = await launch({ course: makeCourse({ sections: 1, questions: 0 }) });
  for (const id of ["welcome", "s1p1", "s1p2"]) session.visit(id);
  assert.equal("completed", lms.kept["cmi.completion_status"]);
});

test("going where one already is costs no call", async () => {
  const { session, lms, clock } = await launch();
  session.visit("s1p1");
  await clock.advance(12_000);
  const before = lms.calls.length;
  session.visit("s1p1");
  session.bookmark("page/s1p1");
  await clock.advance(12_000);
  assert.equal(before, lms.calls.length);
});

test("a visible page commits every four minutes with its time, a hidden one does not (RUN-21)", async () => {
  const { lms, clock, window } = await launch();
  lms.calls.length = 0;
  await clock.advance(13 * MINUTE);
  assert.equal(3, lms.count("commit"));
  assert.equal("PT0H12M0S", lms.kept["cmi.session_time"]);
  window.hide();
  const before = lms.count("commit");
  await clock.advance(30 * MINUTE);
  assert.equal(before, lms.count("commit"));
});

test("an LMS that blocks the page for long is asked half as often (RUN-21)", async () => {
  const course = makeCourse();
  const held = {};
  const slow = (call, _args, go) => {
    if (call === "commit") held.clock?.jump(2000);
    return go();
  };
  const { session, lms, clock } = await launch({ course, lms: fakeLms(course.runtime, {}, slow) });
  held.clock = clock;
  session.answer("s1k1", graded("correct"));
  await clock.advance(5000);
  const before = lms.count("commit");
  session.visit("s1p1");
  await clock.advance(15_000);
  assert.equal(before, lms.count("commit"));
  await clock.advance(5000);
  assert.equal(before + 1, lms.count("commit"));
});

test("the time of all sessions is kept in the record, that of this one in the LMS (RUN-50)", async () => {
  const first = await launch();
  first.session.visit("s1p1");
  await first.clock.advance(5 * MINUTE);
  first.session.exit();
  assert.equal("PT0H5M0S", first.lms.kept["cmi.session_time"]);
  const again = await launch({ course: first.course, lms: first.lms.relaunch() });
  await again.clock.advance(MINUTE);
  assert.equal(360, again.session.state().seconds);
});

test("each write carries everything, under a higher number than the one before", async () => {
  const { session, lms, course } = await launch();
  for (const id of ["s1k1", "s2k1"]) session.answer(id, graded("correct"));
  const codec = recordCodec(course.record);
  const records = lms.sets(/suspend_data/).map(([, , text]) => codec.decode(text).progress);
  assert.deepEqual(
    [1, 2],
    records.map(({ sequence }) => sequence),
  );
  assert.deepEqual(["s1k1", "s2k1"], Object.keys(records[1].answers).sort());
});

for (const edition of EDITION_IDS) {
  test(`a whole quick session of 25 pages and 25 questions takes at most 400 calls, in ${edition}`, async () => {
    const course = makeCourse({ edition, sections: 5, pages: 5, questions: 5 });
    const { session, lms, clock } = await launch({ course });
    for (const { id, pages, quiz } of course.sections) {
      for (const page of pages) {
        session.visit(page);
        await clock.advance(500);
      }
      session.startQuiz(id);
      for (const question of quiz.questions) {
        await clock.advance(500);
        session.saveAnswer(question, ["a"]);
      }
      session.finishQuiz(id, attempt(course, id, 5));
      await clock.advance(500);
    }
    session.exit();
    assert.ok(lms.calls.length <= 400, `${lms.calls.length} calls`);
    assert.equal(25, lms.sets(/interactions\.\d+\.result/).length);
  });
}

test("a status that may be lost is written again: some LMSs send a change once (RUN-12, RUN-31)", async () => {
  let isDown = false;
  const course = makeCourse({ sections: 1, questions: 1 });
  const down = (call, _args, go) => (isDown && call === "commit" ? null : go());
  const lms = fakeLms(course.runtime, {}, down);
  const { session, window, clock } = await launch({ course, lms });
  const take = () => {
    session.startQuiz("s1");
    session.finishQuiz("s1", attempt(course, "s1", 1));
  };
  const passes = () => lms.sets(/^cmi.success_status/).map(([, , value]) => value);
  window.hide();
  isDown = true;
  take();
  assert.deepEqual(["passed"], passes());
  isDown = false;
  window.show();
  await clock.advance(2000);
  assert.deepEqual(["passed", "passed"], passes());
  assert.equal("saved", session.state().save.status);
});
