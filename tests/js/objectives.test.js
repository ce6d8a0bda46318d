/** If these break, an administrator sees a section's result under another section's name, or none. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { attempt, EDITION_IDS, makeCourse } from "./support/courses.js";
import { fakeLms } from "./support/lms.js";
import { launch } from "./support/player.js";

function finish({ session, course }, sectionId, right) {
  session.startQuiz(sectionId);
  session.finishQuiz(sectionId, attempt(course, sectionId, right));
}

for (const edition of EDITION_IDS) {
  test(`each section is an objective, in the course's order whatever is done first, in ${edition}`, async () => {
    const course = makeCourse({ edition, sections: 5 });
    const player = await launch({ course });
    for (const { id } of course.pages) if (id.startsWith("s3")) player.session.visit(id);
    finish(player, "s3", 2);
    const { values, errors } = player.lms;
    assert.deepEqual(
      ["s1", "s2", "s3", "s4", "s5"],
      [0, 1, 2, 3, 4].map((index) => values[`cmi.objectives.${index}.id`]),
    );
    assert.equal("100", values["cmi.objectives.2.score.raw"]);
    const words = Object.keys(values).filter((name) => /objectives\.2\..*status/.test(name));
    assert.ok(words.every((name) => ["passed", "completed"].includes(values[name])));
    assert.ok(!Object.keys(values).some((name) => /objectives\.[0134]\.(score|.*status)/.test(name)));
    assert.deepEqual([], errors);
  });
}

test("objectives that the LMS made from the manifest are found by their ids (RTE-113)", async () => {
  const course = makeCourse({ sections: 2 });
  const lms = fakeLms(course.runtime, { "cmi.objectives.0.id": "PRIMARY", "cmi.objectives.1.id": "s2" });
  const player = await launch({ course, lms });
  finish(player, "s1", 2);
  finish(player, "s2", 0);
  assert.equal("s1", lms.values["cmi.objectives.2.id"]);
  assert.deepEqual(
    [undefined, "failed", "passed"],
    [0, 1, 2].map((index) => lms.values[`cmi.objectives.${index}.success_status`]),
  );
  assert.deepEqual([], lms.errors);
});

test("a second session writes no objective's id again and lowers nothing", async () => {
  const first = await launch();
  finish(first, "s1", 2);
  first.session.exit();
  const lms = first.lms.relaunch();
  const again = await launch({ course: first.course, lms });
  finish(again, "s1", 0);
  finish(again, "s2", 2);
  assert.deepEqual([], lms.sets(/^cmi\.objectives\.\d\.id/));
  assert.equal("passed", lms.values["cmi.objectives.0.success_status"]);
  assert.deepEqual([], lms.errors);
});

test("a section without a quiz is completed when its required pages are seen", async () => {
  const course = makeCourse({ sections: 1, questions: 0 });
  const { lms, session, clock } = await launch({ course });
  session.visit("s1p1");
  await clock.advance(10_000);
  assert.equal("incomplete", lms.values["cmi.objectives.0.completion_status"]);
  session.visit("s1p2");
  assert.equal("completed", lms.values["cmi.objectives.0.completion_status"]);
  assert.deepEqual([], lms.sets(/score/));
});

for (const edition of EDITION_IDS) {
  test(`where the record lags behind the LMS no better score falls, in ${edition} (RUN-17)`, async () => {
    const course = makeCourse({ edition, sections: 2 });
    const first = await launch({ course });
    const record = {
      [course.runtime.elements.suspend_data]: first.lms.values[course.runtime.elements.suspend_data] ?? "",
    };
    for (const id of ["s1", "s2"]) finish(first, id, 2);
    const lms = fakeLms(course.runtime, { ...first.lms.relaunch().kept, ...record });
    const again = await launch({ course, lms });
    for (const id of ["s1", "s2"]) finish(again, id, 1);
    const raws = Object.entries(lms.values).filter(([name]) => name.endsWith("score.raw"));
    assert.deepEqual(
      ["100", "100", "100"],
      raws.map(([, value]) => value),
    );
  });
}

test("where the last attempt counts, a section's score falls with it, and rises again (RUN-17)", async () => {
  const course = makeCourse({ scoring: { counted: "last" } });
  const first = await launch({ course });
  finish(first, "s1", 2);
  const again = await launch({ course, lms: first.lms.relaunch() });
  finish(again, "s1", 1);
  assert.equal("50", again.lms.values["cmi.objectives.0.score.raw"]);
});
