/** If these break, an administrator's report shows wrong answers, or an LMS refuses them all. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { cutText, descriptionText, interactionEntries } from "../../cpom_scorm/player/report.js";
import { attempt, EDITION_IDS, graded, makeCourse, NEWEST, OLDEST } from "./support/courses.js";
import { fakeLms } from "./support/lms.js";
import { launch } from "./support/player.js";

const WALL = new Date(2026, 10, 22, 10, 11, 12).getTime();

/** The entries of an answer that is one record. */
const entriesOf = (course, answer, index) =>
  interactionEntries(course, "s1q1", answer, answer.records[0], WALL, index);

test("every field is written once, in the order each edition needs (RUN-52)", () => {
  const fields = (edition) =>
    entriesOf(makeCourse({ edition }), graded("incorrect"), 3).map(([name, value]) => [
      name.replace("cmi.interactions.3.", ""),
      value,
    ]);
  assert.deepEqual(
    [
      ["id", "s1q1"],
      ["objectives.0.id", "s1"],
      ["time", "10:11:12"],
      ["type", "choice"],
      ["correct_responses.0.pattern", "a"],
      ["weighting", "1"],
      ["student_response", "b"],
      ["result", "wrong"],
      ["latency", "0000:00:07.25"],
    ],
    fields(OLDEST),
  );
  assert.deepEqual(
    [
      ["id", "s1q1"],
      ["type", "choice"],
      ["objectives.0.id", "s1"],
      ["timestamp", "2026-11-22T10:11:12"],
      ["correct_responses.0.pattern", "a"],
      ["weighting", "1"],
      ["learner_response", "b"],
      ["result", "incorrect"],
      ["latency", "PT0H0M7.25S"],
      ["description", "Which one?"],
    ],
    fields(NEWEST),
  );
});

test("a partly right answer is a share where it earns one, else incorrect", () => {
  const course = makeCourse();
  const resultOf = () => entriesOf(course, graded("partly", { fraction: 2 / 3 }), 0)[7][1];
  assert.equal("incorrect", resultOf());
  course.questions.s1q1.credit = "share";
  assert.equal("0.6666667", resultOf());
});

test("texts are one line, cut with a mark where the edition wants them short (RUN-53)", () => {
  assert.equal("two lines", descriptionText(" two\n\n lines ", { description: 250 }));
  assert.equal(" {lang=x} stays text", descriptionText("{lang=x} stays text", { description: 250 }));
  assert.equal("💊💊...", cutText("💊".repeat(9), 8));
  assert.equal(`${"x".repeat(247)}...`, cutText("x".repeat(300), 250));
  const long = graded("correct");
  Object.assign(long.records[0], { encoded: "y".repeat(300), description: "z\n".repeat(300) });
  for (const edition of EDITION_IDS) {
    const course = makeCourse({ edition });
    const { max_length } = course.responses.choice;
    for (const [name, value] of entriesOf(course, long, 0)) {
      if (/response$/.test(name)) assert.equal(Math.min(300, max_length), value.length);
      if (/description/.test(name)) assert.equal(250, value.length);
    }
  }
});

for (const edition of EDITION_IDS) {
  test(`a question answered again keeps its record, today and in a later session, in ${edition}`, async () => {
    const course = makeCourse({ edition });
    const first = await launch({ course });
    first.session.answer("s1k1", graded("incorrect"));
    first.session.answer("s2k1", graded("incorrect"));
    first.lms.calls.length = 0;
    first.session.answer("s1k1", graded("correct"));
    assert.deepEqual(
      ["id", "type"].map(() => 0),
      [/\.0\.id$/, /type$/].map((pattern) => first.lms.sets(pattern).length),
    );
    first.session.exit();
    const lms = first.lms.relaunch();
    const again = await launch({ course, lms });
    again.session.answer("s2k1", graded("correct"));
    again.session.startQuiz("s1");
    again.session.finishQuiz("s1", attempt(course, "s1", 1));
    const column = (name) => [0, 1, 2, 3].map((index) => lms.values[`cmi.interactions.${index}.${name}`]);
    assert.deepEqual(["s1k1", "s2k1", "s1q1", "s1q2"], column("id"));
    assert.deepEqual(["correct", "correct", "correct", course.runtime.results.incorrect], column("result"));
    assert.deepEqual([], [...first.lms.errors, ...lms.errors]);
  });
}

test("where the LMS does not count, our own count is used (RUN-54)", async () => {
  const course = makeCourse();
  const uncounted = (call, args, go) => (call === "get" && /_count/.test(args[0]) ? "" : go());
  const first = await launch({ course, lms: fakeLms(course.runtime, {}, uncounted) });
  first.session.answer("s1k1", graded("correct"));
  first.session.exit();
  const lms = first.lms.relaunch();
  const again = await launch({ course, lms });
  again.session.answer("s2k1", graded("correct"));
  assert.deepEqual(
    ["s1k1", "s2k1"],
    [0, 1].map((index) => lms.values[`cmi.interactions.${index}.id`]),
  );
  assert.deepEqual([], lms.errors);
});

test("records that the LMS lost are written anew without a gap", async () => {
  const first = await launch();
  for (const id of ["s1k1", "s2k1"]) first.session.answer(id, graded("incorrect"));
  first.session.exit();
  const { "cmi.suspend_data": record } = first.lms.kept;
  const lms = fakeLms(first.course.runtime, { "cmi.suspend_data": record });
  const again = await launch({ course: first.course, lms });
  again.session.answer("s2k1", graded("correct"));
  assert.equal("s2k1", lms.values["cmi.interactions.0.id"]);
  assert.deepEqual([], lms.errors);
});

test("an LMS without interactions still gets score, status and record (RUN-54)", async () => {
  const course = makeCourse();
  const poor = (call, args, go) => (call === "set" && /interactions/.test(args[0]) ? "false" : go());
  const lms = fakeLms(course.runtime, {}, (call, args, go) =>
    call === "lastError" ? "401" : poor(call, args, go),
  );
  const { session, clock } = await launch({ course, lms });
  for (const id of ["s1", "s2"]) {
    session.startQuiz(id);
    session.finishQuiz(id, attempt(course, id, 2));
  }
  await clock.advance(2000);
  assert.deepEqual(
    ["1", "passed", "saved"],
    [lms.kept["cmi.score.scaled"], lms.kept["cmi.success_status"], session.state().save.status],
  );
});

test("an author who turns interactions off gets none (RUN-54)", async () => {
  const { session, lms } = await launch({ course: makeCourse({ interactions: "off" }) });
  session.answer("s1k1", graded("correct"));
  assert.deepEqual([], lms.sets(/interactions/));
});
