/**
 * Judges answers with the player and reports them to scorm-again at its strictest. Reads JSON from the standard
 * input: `course` (course-data), `contents` (question id to its part of a section script) and `answers`
 * ([question, response] pairs); prints what was judged and what was refused. Run by pytest.
 */

import { readFileSync } from "node:fs";
import { Scorm12API } from "scorm-again/scorm12";
import { Scorm2004API } from "scorm-again/scorm2004";
import { recordCodec } from "../../../cpom_scorm/player/record.js";
import { interactionEntries } from "../../../cpom_scorm/player/report.js";
import { answered, emptyProgress } from "../../../cpom_scorm/player/state.js";
import { judge } from "../../../cpom_scorm/player/view/judging.js";

const { course, contents, answers } = JSON.parse(readFileSync(0, "utf8"));
const { calls } = course.runtime;
const isOld = course.runtime.api === "API";
const WALL = Date.UTC(2026, 10, 22, 10, 11, 12);

const newSession = () => {
  const api = isOld ? new Scorm12API({ logLevel: 5 }) : new Scorm2004API({ logLevel: 5 });
  api[calls.initialize]("");
  return api;
};

let api = newSession();
let index = 0;
const codec = recordCodec(course.record);
const found = answers.map(([id, response]) => {
  const graded = judge(course, id, contents[id], response, 3.5);
  const refused = [];
  const unlike = [];
  for (const reported of graded.records) {
    // A data model keeps 250 records at least; a new learner for each hundred.
    if (index === 100) [api, index] = [newSession(), 0];
    for (const [element, value] of interactionEntries(course, id, graded, reported, WALL, index)) {
      api[calls.set](element, value);
      const code = String(api[calls.lastError]());
      if (code !== "0") refused.push(`${element} = ${value} (${code})`);
      else if (!isOld && api[calls.get](element) !== value) unlike.push(`${element} = ${value}`);
    }
    index += 1;
  }
  const progress = answered(course, emptyProgress(1), id, graded);
  const text = codec.encode(progress);
  const kept = codec.decode(text).progress?.answers[id];
  const { result, records } = graded;
  const encoded = Object.fromEntries(records.map(({ part, encoded: written }) => [part, written]));
  return { result, encoded, refused, unlike, kept, length: text.length };
});
console.log(JSON.stringify(found));
