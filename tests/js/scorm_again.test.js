/** If these break, an LMS that we did not write refuses something that our own strict one lets pass. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Scorm12API } from "scorm-again/scorm12";
import { Scorm2004API } from "scorm-again/scorm2004";
import { attempt, EDITION_IDS, graded, makeCourse } from "./support/courses.js";
import { launch } from "./support/player.js";

const APIS = { API: Scorm12API, API_1484_11: Scorm2004API };

/** Its calls as an LMS's page offers them, and what it found wrong. */
function hostOf(runtime, kept = null) {
  const host = new APIS[runtime.api]({ logLevel: 5, mastery_override: false, autocommit: false });
  if (kept) host.loadFromJSON(kept, "");
  const refused = [];
  const api = Object.fromEntries(
    Object.values(runtime.calls).map((call) => [
      call,
      (...args) => {
        const answer = host[call](...args);
        const code = Number(host[runtime.calls.lastError]());
        const isUnset = call === runtime.calls.get && code === runtime.codes.valueNotInitialized;
        if (code !== 0 && !isUnset) refused.push([call, ...args, code]);
        return answer;
      },
    ]),
  );
  return { api, refused, kept: () => JSON.parse(JSON.stringify(host.cmi)) };
}

for (const edition of EDITION_IDS) {
  test(`scorm-again takes a failed and abandoned session and its successful resumption, in ${edition}`, async () => {
    const course = makeCourse({ edition });
    const first = hostOf(course.runtime);
    const begun = await launch({ course, lms: first });
    for (const page of ["welcome", "s1p1"]) begun.session.visit(page);
    begun.session.answer("s1k1", graded("partly"));
    begun.session.startQuiz("s1");
    begun.session.finishQuiz("s1", attempt(course, "s1", 1));
    begun.session.startQuiz("s2");
    begun.session.saveAnswer("s2q1", ["c"]);
    await begun.clock.advance(3000);
    assert.equal("saved", begun.session.state().save.status);
    begun.window.dispatch("pagehide", { persisted: false });

    const second = hostOf(course.runtime, first.kept());
    const { session, clock } = await launch({ course, lms: second });
    assert.deepEqual(["c"], session.state().answers.s2q1.response);
    for (const { id } of course.pages) session.visit(id);
    session.answer("s1k1", graded("correct"));
    for (const { id } of course.sections) {
      session.startQuiz(id);
      session.finishQuiz(id, attempt(course, id, 2));
    }
    await clock.advance(3000);
    session.exit();
    assert.deepEqual([], [...first.refused, ...second.refused]);
    const { objectives, interactions, core, success_status } = second.kept();
    assert.equal("passed", success_status ?? core.lesson_status);
    assert.deepEqual(
      ["s1", "s2"],
      Object.values(objectives).map(({ id }) => id),
    );
    assert.deepEqual(
      ["s1k1 correct", "s1q1 correct", "s1q2 correct", "s2q1 correct", "s2q2 correct"],
      Object.values(interactions).map(({ id, result }) => `${id} ${result}`),
    );
  });
}
