/** If these break, learners pass or fail who should not. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { completionOf, progressMeasure, requirements } from "../../cpom_scorm/player/completion.js";
import * as scoring from "../../cpom_scorm/player/scoring.js";
import { emptyProgress } from "../../cpom_scorm/player/state.js";
import { attempt, graded, makeCourse } from "./support/courses.js";

const finished = (counted) => ({ attempts: 1, open: false, seed: 0, counted, last: counted });

test("there is no overall score before every quiz has a finished attempt", () => {
  const course = makeCourse({ sections: 3 });
  const two = { s1: finished(1), s2: finished(1) };
  assert.deepEqual([null, "unknown"], [scoring.courseScore(course, two), scoring.courseSuccess(course, two)]);
  const three = { ...two, s3: finished(0.4) };
  assert.deepEqual(
    [0.8, "passed"],
    [scoring.courseScore(course, three), scoring.courseSuccess(course, three)],
  );
});

test("quizzes weigh as the author says", () => {
  const course = makeCourse();
  course.sections[1].quiz.weight = 3;
  assert.equal(0.25, scoring.courseScore(course, { s1: finished(1), s2: finished(0) }));
});

test("where each quiz must be passed, one below its own mark fails the course", () => {
  const course = makeCourse({ scoring: { require: "each" } });
  assert.equal("failed", scoring.courseSuccess(course, { s1: finished(1), s2: finished(0.7) }));
  course.sections[1].quiz.pass = 0.7;
  assert.equal("passed", scoring.courseSuccess(course, { s1: finished(1), s2: finished(0.7) }));
});

test("a course without quizzes has neither score nor success", () => {
  const course = makeCourse({ questions: 0 });
  assert.deepEqual([null, "unknown"], [scoring.courseScore(course, {}), scoring.courseSuccess(course, {})]);
});

test("without partial credit only right answers earn, with it their share does", () => {
  const course = makeCourse({ sections: 1, questions: 4 });
  const { quiz } = course.sections[0];
  const answers = { s1q1: graded("correct"), s1q2: graded("partly"), s1q3: graded("incorrect") };
  assert.equal(0.25, scoring.scoreAttempt(course, quiz.questions, answers));
  course.questions.s1q2.credit = "share";
  assert.equal(0.375, scoring.scoreAttempt(course, quiz.questions, answers));
  course.questions.s1q1.weight = 3;
  assert.equal(0.5833, scoring.scoreAttempt(course, quiz.questions, answers));
});

test("a question that is not scored never counts, answered or not", () => {
  const course = makeCourse({ sections: 1, questions: 3 });
  course.questions.s1q3.scored = false;
  const { questions } = course.sections[0].quiz;
  const answers = { s1q1: graded("correct"), s1q2: graded("correct") };
  assert.equal(1, scoring.scoreAttempt(course, questions, answers));
  assert.equal(1, scoring.scoreAttempt(course, questions, { ...answers, s1q3: graded("incorrect") }));
});

test("exactly the pass mark passes, whatever floating point makes of it", () => {
  for (let total = 1; total <= 60; total += 1) {
    const course = makeCourse({ sections: 1, questions: total });
    const { quiz } = course.sections[0];
    const right = quiz.needed;
    const score = scoring.scoreAttempt(course, quiz.questions, attempt(course, "s1", right));
    assert.equal("passed", scoring.quizSuccess(quiz, finished(score)), `${right} of ${total}`);
    const short = scoring.scoreAttempt(course, quiz.questions, attempt(course, "s1", right - 1));
    assert.equal("failed", scoring.quizSuccess(quiz, finished(short)), `${right - 1} of ${total}`);
  }
});

test("complete means all required pages seen and all quizzes finished, passed or not", () => {
  const course = makeCourse({ sections: 1 });
  course.pages[2].required = false;
  const seen = new Set(["welcome", "s1p1"]);
  const unfinished = { ...emptyProgress(1), seen };
  assert.deepEqual({ done: 2, total: 3 }, requirements(course, unfinished));
  assert.equal("incomplete", completionOf(course, unfinished));
  const done = { ...unfinished, quizzes: { s1: finished(0) } };
  assert.equal("completed", completionOf(course, done));
  assert.equal("completed", completionOf(course, done, course.sections[0]));
});

test("the progress measure is 1 exactly when the course is completed", () => {
  const course = makeCourse({ sections: 1 });
  const half = { ...emptyProgress(1), seen: new Set(["welcome", "s1p1"]) };
  assert.equal(0.5, progressMeasure(course, half));
  assert.equal(1, progressMeasure(course, { ...half, completion: "completed" }));
});

test("a course that requires nothing is completed by its first page, not by opening it (RUN-11)", () => {
  const course = makeCourse({ sections: 1, questions: 0 });
  for (const page of course.pages) page.required = false;
  assert.equal("incomplete", completionOf(course, emptyProgress(1)));
  assert.equal("completed", completionOf(course, { ...emptyProgress(1), seen: new Set(["s1p1"]) }));
});
