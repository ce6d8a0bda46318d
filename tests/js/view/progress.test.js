/** If these fail, learners are told a wrong place, a wrong count or a wrong pass mark. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { scoreText, stateOf, stopsOf, tally } from "../../../cpom_scorm/player/view/progress.js";
import { createStrings } from "../../../cpom_scorm/player/view/strings.js";

const page = (id, section, required = true) => ({
  id,
  title: id.toUpperCase(),
  minutes: 3,
  required,
  section,
});
const course = /** @type {any} */ ({
  pages: [page("welcome", null), page("a", "one"), page("b", "one", false), page("c", "two")],
  sections: [
    {
      id: "one",
      pages: ["a", "b"],
      quiz: { title: "Check one", minutes: 5, questions: ["q1", "q2"], pass: 0.8 },
    },
    { id: "two", pages: ["c"], quiz: null },
  ],
});
const state = (seen = [], quizzes = {}) => /** @type {any} */ ({ seen: new Set(seen), quizzes });

test("the reading order is welcome, then each section's pages and its quiz", () => {
  assert.deepEqual(
    stopsOf(course, state()).map((stop) => stop.hash),
    ["#/page/welcome", "#/page/a", "#/page/b", "#/quiz/one", "#/page/c"],
  );
});

test("pages that are not required count neither as done nor as missing", () => {
  const { done, total } = tally(stopsOf(course, state(["welcome", "b"])));
  assert.deepEqual([done, total], [1, 4]);
});

test("minutes left are those of what is not done, optional pages included", () => {
  const { minutes, minutesLeft } = tally(stopsOf(course, state(["welcome", "a"], { one: { attempts: 1 } })));
  assert.deepEqual([minutes, minutesLeft], [17, 6]);
});

test("a quiz is done when an attempt is finished, not when one is open", () => {
  const quiz = (attempts, open) =>
    stopsOf(course, state([], { one: { attempts, open } })).find((stop) => stop.isQuiz)?.done;
  assert.deepEqual([quiz(0, true), quiz(1, false), quiz(1, true)], [false, true, true]);
});

test("a section is done with its required pages and its quiz, and half with any part", () => {
  const own = (...given) => stopsOf(course, state(...given)).filter((stop) => stop.section === "one");
  assert.equal(stateOf(own()), "todo");
  assert.equal(stateOf(own(["b"])), "half");
  assert.equal(stateOf(own(["a", "b"])), "half");
  assert.equal(stateOf(own(["a"], { one: { attempts: 1 } })), "done");
});

test("a score is told as right answers, or as per cent where only a share can be told", () => {
  const t = createStrings({ "quiz.of": "{right} of {total}" }, "en");
  const quiz = /** @type {any} */ ({ total: 11, needed: 9 });
  assert.equal(scoreText(t, quiz, 0.8182), "9 of 11");
  assert.equal(scoreText(t, { ...quiz, needed: null }, 0.7999), "79%");
});
