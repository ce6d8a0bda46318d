/** If these fail, links and the back button lead learners to the wrong view, or out of the course. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { pageHash, parseRoute, quizHash } from "../../../cpom_scorm/player/view/routes.js";

const course = /** @type {any} */ ({
  pages: [{ id: "one_dose" }, { id: "quiz" }],
  sections: [
    { id: "overview", quiz: { asked: 3 } },
    { id: "plain", quiz: null },
  ],
});

const routes = {
  "": { name: "launch" },
  "#": { name: "launch" },
  "#/": { name: "launch" },
  "#/exit": { name: "exit" },
  "#/page/one_dose": { name: "page", id: "one_dose" },
  "#/page/quiz": { name: "page", id: "quiz" },
  "#/quiz/overview": { name: "quiz", section: "overview", number: null },
  "#/quiz/overview/1": { name: "quiz", section: "overview", number: 1 },
  "#/quiz/overview/3": { name: "quiz", section: "overview", number: 3 },
};

for (const [hash, route] of Object.entries(routes)) {
  test(`"${hash}" names the view ${route.name}`, () => {
    assert.deepEqual(parseRoute(hash, course), route);
  });
}

for (const hash of [
  "#/page/gone",
  "#/page/",
  "#/quiz/plain",
  "#/quiz/gone",
  "#/quiz/overview/0",
  "#/quiz/overview/4",
  "#/quiz/overview/-1",
  "#/quiz/overview/1e0",
  "#/quiz/overview/99999",
  "#/page/__proto__",
  "#/quiz/constructor",
  "#/nowhere",
]) {
  test(`"${hash}" is told to be unknown instead of failing`, () => {
    assert.deepEqual(parseRoute(hash, course), { name: "unknown" });
  });
}

for (const hash of ["#main", "#fn1", "#quiz/overview"]) {
  test(`"${hash}" is a place in the page and changes no view`, () => {
    assert.equal(parseRoute(hash, course), null);
  });
}

test("addresses that are written are those that are read", () => {
  assert.deepEqual(parseRoute(pageHash("one_dose"), course), { name: "page", id: "one_dose" });
  assert.deepEqual(parseRoute(quizHash("overview"), course), {
    name: "quiz",
    section: "overview",
    number: null,
  });
  assert.deepEqual(parseRoute(quizHash("overview", 2), course), {
    name: "quiz",
    section: "overview",
    number: 2,
  });
});
