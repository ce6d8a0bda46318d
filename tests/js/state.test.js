/** If these break, a learner loses a status, a score or an answer by doing what learners do. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { recordCodec } from "../../cpom_scorm/player/record.js";
import * as state from "../../cpom_scorm/player/state.js";
import { attempt, graded, makeCourse } from "./support/courses.js";

/** A small generator, so that a failing sequence can be run again by its seed. */
function randomOf(seed) {
  let held = seed + 1;
  return (below) => {
    held = (Math.imul(held, 1103515245) + 12345) & 0x7fffffff;
    return (held >> 8) % below;
  };
}

function anything(course, progress, draw) {
  const data = course.sections[draw(2)];
  const section = data.id;
  const quiz = data.quiz.questions;
  const events = [
    () => state.visited(progress, course.pages[draw(course.pages.length)].id),
    () => state.bookmarked(progress, `quiz/${section}`),
    () =>
      state.answered(course, progress, `${section}k1`, graded(["correct", "partly", "incorrect"][draw(3)])),
    () => state.quizStarted(data, progress, draw(4096)),
    () => state.answerSaved(course, progress, quiz[draw(quiz.length)], ["ab"[draw(2)]]),
    () => state.answered(course, progress, quiz[draw(quiz.length)], graded("incorrect")),
    () =>
      state.quizFinished(course, progress, data, attempt(course, section, draw(quiz.length + 1)), draw(1e6)),
  ];
  return state.settled(course, events[draw(events.length)]());
}

const RANKS = { incomplete: 0, completed: 1, unknown: 0, failed: 1, passed: 2 };
const statuses = ({ completion, success, sections }) => [
  completion,
  success,
  ...["s1", "s2"].flatMap((id) => [
    sections[id]?.completion ?? "incomplete",
    sections[id]?.success ?? "unknown",
  ]),
];

for (const counted of ["best", "last", "first"]) {
  test(`no sequence of events lowers a status, or a reported best score (policy ${counted}, RUN-10, RUN-17)`, () => {
    const course = makeCourse({ scoring: { counted } });
    for (let seed = 0; seed < 60; seed += 1) {
      const draw = randomOf(seed);
      let progress = state.emptyProgress(seed);
      for (let step = 0; step < 80; step += 1) {
        const next = anything(course, progress, draw);
        statuses(progress).forEach((before, at) => {
          assert.ok(RANKS[statuses(next)[at]] >= RANKS[before], `seed ${seed}, step ${step}`);
        });
        if (counted === "best")
          assert.ok((next.score ?? 0) >= (progress.score ?? 0), `seed ${seed}, step ${step}`);
        progress = next;
      }
    }
  });
}

test("whatever happened, the record gives it back", () => {
  const course = makeCourse();
  const codec = recordCodec(course.record);
  for (let seed = 0; seed < 60; seed += 1) {
    const draw = randomOf(seed);
    let progress = state.emptyProgress(seed);
    for (let step = 0; step < 60; step += 1) progress = anything(course, progress, draw);
    const sorted = (one) => ({ ...one, seen: [...one.seen].sort() });
    assert.deepEqual(sorted(progress), sorted(codec.decode(codec.encode(progress)).progress), `seed ${seed}`);
  }
});

function afterAttempts(counted, ...rights) {
  const course = makeCourse({ sections: 1, questions: 4, scoring: { counted } });
  const steps = rights.flatMap((right) => [
    (progress) => state.quizStarted(course.sections[0], progress, 9),
    (progress) => state.quizFinished(course, progress, course.sections[0], attempt(course, "s1", right), 7),
  ]);
  return steps.reduce((progress, step) => state.settled(course, step(progress)), state.emptyProgress(1));
}

test("the score that counts is the best, the last or the first, as the author chose (RUN-17)", () => {
  const counted = (policy) => {
    const { score, quizzes } = afterAttempts(policy, 2, 4, 1);
    return [score, quizzes.s1.counted, quizzes.s1.last, quizzes.s1.attempts];
  };
  assert.deepEqual([1, 1, 0.25, 3], counted("best"));
  assert.deepEqual([0.25, 0.25, 0.25, 3], counted("last"));
  assert.deepEqual([0.5, 0.5, 0.25, 3], counted("first"));
});

test("a later failed attempt does not take a pass away, even where the last score counts", () => {
  const { success, sections } = afterAttempts("last", 4, 0);
  assert.deepEqual(["passed", "passed"], [success, sections.s1.success]);
});

test("a new attempt begins without answers, and an open one is carried on", () => {
  const course = makeCourse();
  const begun = state.quizStarted(course.sections[0], state.emptyProgress(1), 5);
  const kept = state.answerSaved(course, begun, "s1q1", ["c"]);
  assert.deepEqual(kept, state.quizStarted(course.sections[0], kept, 6));
  const finished = state.quizFinished(course, kept, course.sections[0], attempt(course, "s1", 1), 7);
  assert.equal("correct", finished.answers.s1q1.result);
  const again = state.quizStarted(course.sections[0], finished, 6);
  assert.deepEqual([{}, 6, "quiz/s1"], [again.answers, again.quizzes.s1.seed, again.bookmark]);
});

test("answers outside an open attempt, and finishing twice, change nothing", () => {
  const course = makeCourse();
  const progress = state.emptyProgress(1);
  assert.equal(progress, state.answerSaved(course, progress, "s1q1", ["a"]));
  assert.equal(
    progress,
    state.quizFinished(course, progress, course.sections[0], attempt(course, "s1", 2), 7),
  );
});

test("a knowledge check counts its tries and never touches scores", () => {
  const course = makeCourse();
  let progress = state.emptyProgress(1);
  for (let tries = 0; tries < 20; tries += 1)
    progress = state.answered(course, progress, "s1k1", graded("incorrect"));
  assert.equal(15, progress.answers.s1k1.tries);
  assert.deepEqual(
    [null, "unknown"],
    [state.settled(course, progress).score, state.settled(course, progress).success],
  );
});

test("a typed number is kept as far as the record holds it", () => {
  const course = makeCourse();
  course.questions.s1k1.kind = "numeric";
  const typed = { ...graded("incorrect"), response: "+12.5 days" };
  assert.equal("12.5", state.answered(course, state.emptyProgress(1), "s1k1", typed).answers.s1k1.response);
});
