/** If these break, retakes ask the same again, or a course published anew takes answered questions away. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { pools } from "../../cpom_scorm/player/pools.js";
import { questionsAsked } from "../../cpom_scorm/player/questions_asked.js";

const names = (letter, count) => Array.from({ length: count }, (_, at) => `${letter}${at + 1}`);
const sectionOf = (quiz) => ({ id: "s", quiz: { shuffle: true, questions: [], pools: [], ...quiz } });
const asked = (section, seed, answers = {}) => questionsAsked(section, { quizzes: { s: { seed } }, answers });
const SEEDS = Array.from({ length: 4096 }, (_, seed) => seed);

test("an attempt asks what is always asked and as many of each pool as are drawn, none twice", () => {
  const section = sectionOf({
    questions: ["x", "y"],
    pools: [
      [3, names("a", 8)],
      [1, names("b", 4)],
    ],
  });
  for (const seed of SEEDS.slice(0, 200)) {
    const ids = asked(section, seed);
    assert.equal(6, new Set(ids).size);
    const counts = ["x", "y", "a", "b"].map((start) => ids.filter((id) => id.startsWith(start)).length);
    assert.deepEqual([1, 1, 3, 1], counts);
    assert.deepEqual(ids, asked(section, seed));
  }
});

test("every question of a pool is drawn about as often as any other, at every place", () => {
  const section = sectionOf({ questions: ["x", "y", "z"], pools: [[3, names("question_", 10)]] });
  const drawn = new Map();
  const first = new Map();
  for (const seed of SEEDS) {
    const ids = asked(section, seed);
    for (const id of ids) drawn.set(id, (drawn.get(id) ?? 0) + 1);
    first.set(ids[0], (first.get(ids[0]) ?? 0) + 1);
  }
  for (const id of names("question_", 10)) {
    assert.ok(Math.abs(drawn.get(id) / SEEDS.length - 0.3) < 0.04, `${id} drawn ${drawn.get(id)} times`);
    assert.ok(Math.abs(first.get(id) / SEEDS.length - 0.05) < 0.02, `${id} first ${first.get(id)} times`);
  }
  assert.ok(Math.abs(first.get("x") / SEEDS.length - 1 / 6) < 0.03, `x first ${first.get("x")} times`);
});

test("without shuffle questions come in the author's order", () => {
  const section = sectionOf({ shuffle: false, questions: ["z", "x"], pools: [[3, names("a", 9)]] });
  for (const seed of SEEDS.slice(0, 50)) {
    const ids = asked(section, seed);
    assert.deepEqual(["z", "x"], ids.slice(0, 2));
    assert.deepEqual([...ids.slice(2)].sort(), ids.slice(2));
  }
});

test("a pool that grows under an open attempt keeps what was answered, and the order of what stays", () => {
  for (const seed of SEEDS.slice(0, 300)) {
    const before = asked(sectionOf({ pools: [[4, names("a", 6)]] }), seed);
    const answers = Object.fromEntries(before.slice(0, 3).map((id) => [id, {}]));
    const after = asked(sectionOf({ pools: [[4, [...names("new", 9), ...names("a", 6)]]] }), seed, answers);
    assert.equal(4, after.length);
    assert.deepEqual(
      before.slice(0, 3),
      after.filter((id) => answers[id]),
    );
  }
});

test("answering does not change what else is asked", () => {
  const section = sectionOf({ pools: [[4, names("a", 9)]] });
  for (const seed of SEEDS.slice(0, 100)) {
    const before = asked(section, seed);
    for (let count = 1; count <= 4; count += 1) {
      const answers = Object.fromEntries(before.slice(0, count).map((id) => [id, {}]));
      assert.deepEqual(before, asked(section, seed, answers));
    }
  }
});

test("a retake repeats fewer questions than chance would have it", () => {
  let state = 1;
  const any = () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >> 8) % 4096;
  };
  const section = sectionOf({ pools: [[3, names("a", 9)]] });
  let repeats = 0;
  let seed = any();
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const before = asked(section, seed);
    seed = pools.seed(section, { quizzes: { s: { seed } }, answers: {} }, any);
    repeats += asked(section, seed).filter((id) => before.includes(id)).length;
  }
  assert.ok(repeats <= 10, `${repeats} repeats in 200 retakes; chance gives 200`);
});
