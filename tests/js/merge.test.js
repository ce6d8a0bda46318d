/** If these break, putting two states together loses what one of them held, or invents what none did (RUN-34). */

import assert from "node:assert/strict";
import { test } from "node:test";
import { merged } from "../../cpom_scorm/player/merge.js";
import { recordCodec } from "../../cpom_scorm/player/record.js";
import {
  answered,
  answerSaved,
  emptyProgress,
  quizFinished,
  quizStarted,
  settled,
  visited,
} from "../../cpom_scorm/player/state.js";
import { attempt, graded, makeCourse } from "./support/courses.js";

const RESULTS = ["correct", "incorrect", "partly"];

/** Numbers that look random and are the same in every run. */
function dice(seed) {
  let state = seed * 2654435761;
  return (sides) => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 374761393) >>> 0;
    return state % sides;
  };
}

/** A learner does something; as every change that is sent, it has a number. */
function step(course, progress, roll, minute) {
  const section = course.sections[roll(course.sections.length)];
  const { id, quiz } = section;
  const deeds = [
    () => visited(progress, course.pages[roll(course.pages.length)].id),
    () => answered(course, progress, `${id}k1`, graded(RESULTS[roll(3)])),
    () => quizStarted(section, progress, roll(4096)),
    () => answerSaved(course, progress, quiz.questions[roll(2)], ["abcd"[roll(4)]]),
    () => quizFinished(course, progress, section, attempt(course, id, roll(3)), minute),
  ];
  const after = settled(course, deeds[roll(deeds.length)]());
  return { ...after, sequence: progress.sequence + 1, seconds: progress.seconds + 7 };
}

function history(course, start, roll, length, from = 0) {
  const states = [start];
  for (let at = 1; at <= length; at += 1) states.push(step(course, states[at - 1], roll, from + at));
  return states;
}

for (const counted of ["best", "last", "first"]) {
  const course = makeCourse({ scoring: { counted } });
  const { encode, decode } = recordCodec(course.record);
  const stored = (progress) => decode(encode(progress)).progress;
  const together = (ours, theirs) => settled(course, merged(course, stored(ours), stored(theirs), []));

  test(`of two states of one history the later one is the result, whichever the LMS has, by ${counted} (RUN-34)`, () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const roll = dice(seed);
      const states = history(course, emptyProgress(seed), roll, 30);
      const [early, late] = [states[roll(30)], states[30]];
      for (const result of [together(early, late), together(late, early), together(late, late)])
        assert.equal(encode(late), encode(result), `seed ${seed}`);
    }
  });

  test(`of two histories that went apart nothing is lost, and nothing given back, by ${counted} (RUN-10, RUN-34)`, () => {
    const rank = ["unknown", "failed", "passed"];
    for (let seed = 1; seed <= 60; seed += 1) {
      const roll = dice(seed + 1000);
      const start = history(course, emptyProgress(seed), roll, roll(15)).at(-1);
      const one = history(course, start, roll, roll(15), 100).at(-1);
      const other = history(course, start, roll, roll(15), 200).at(-1);
      const result = together(one, other);
      for (const side of [one, other]) {
        for (const page of side.seen) assert.ok(result.seen.has(page));
        for (const { id } of course.sections) {
          const [before, after] = [side.quizzes[id], result.quizzes[id]];
          if (before) assert.ok(after.attempts >= before.attempts);
          if (before && counted === "best") assert.ok((after.counted ?? -1) >= (before.counted ?? -1));
          const tries = side.answers[`${id}k1`]?.tries ?? 0;
          assert.ok((result.answers[`${id}k1`]?.tries ?? 0) >= tries);
        }
        assert.ok(rank.indexOf(result.success) >= rank.indexOf(side.success));
        assert.ok(result.completion === "completed" || side.completion === "incomplete");
        if (counted === "best") assert.ok((result.score ?? -1) >= (side.score ?? -1));
      }
      assert.equal(encode(result), encode(together(result, other)), `seed ${seed}`);
    }
  });
}
