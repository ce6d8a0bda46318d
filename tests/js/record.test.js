/** If these break, learners lose progress, or get somebody else's, when they come back. */

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { recordCodec } from "../../cpom_scorm/player/record.js";
import { emptyProgress } from "../../cpom_scorm/player/state.js";

const TABLES = JSON.parse(readFileSync(new URL("../vectors/record.json", import.meta.url), "utf8"));
const CASES = TABLES.flatMap((table) => table.cases.map((entry) => ({ table, ...entry })));
const withSet = (state) => ({ ...state, seen: new Set(state.seen) });
const plain = (progress) => ({ ...progress, seen: [...progress.seen].sort() });

for (const { table, name, state, text } of CASES) {
  test(`the record of "${name}" is the text of the shared vectors, and reads back equal`, () => {
    const codec = recordCodec(table);
    assert.equal(text, codec.encode(withSet(state)));
    const { progress, refused } = codec.decode(text);
    assert.equal("", refused);
    assert.deepEqual({ ...state, seen: [...state.seen].sort() }, plain(progress));
  });
}

for (const table of TABLES) {
  for (const { name, text, state } of table.older ?? []) {
    test(`a record of an older generation is read: ${name} (RUN-41)`, () => {
      const { progress, refused } = recordCodec(table).decode(text);
      assert.equal("", refused);
      assert.deepEqual(state, plain(progress));
    });
  }
}

const RELEASED = new URL("../vectors/released/", import.meta.url);
for (const file of readdirSync(RELEASED).filter((name) => name.endsWith(".json"))) {
  test(`every record of ${file} is read as it was written (RUN-45)`, () => {
    for (const { records, ...table } of JSON.parse(readFileSync(new URL(file, RELEASED), "utf8"))) {
      const codec = recordCodec(table);
      for (const { text, state } of records) {
        const { progress, refused } = codec.decode(text);
        assert.equal("", refused);
        assert.deepEqual(state, plain(progress));
      }
    }
  });
}

test("a record cut anywhere is refused as damaged, never half applied (RUN-63, F10)", () => {
  for (const { table, text } of CASES) {
    const codec = recordCodec(table);
    for (let length = 1; length < text.length; length += 1) {
      assert.deepEqual({ progress: null, refused: "damaged" }, codec.decode(text.slice(0, length)));
    }
  }
});

test("a record with one character changed is refused (RUN-42, F11)", () => {
  const { table, text } = CASES[CASES.length - 1];
  const codec = recordCodec(table);
  for (let at = 0; at < text.length; at += 1) {
    const other = text[at] === "A" ? "B" : "A";
    const { progress, refused } = codec.decode(text.slice(0, at) + other + text.slice(at + 1));
    assert.equal(null, progress);
    assert.notEqual("", refused);
  }
});

test("white space that an LMS put around a record does no harm, and no record is no fault", () => {
  const { table, text } = CASES[1];
  assert.equal("", recordCodec(table).decode(` ${text}\r\n`).refused);
  assert.deepEqual({ progress: null, refused: "" }, recordCodec(table).decode(" "));
});

test("a record of an unknown generation is refused as foreign, and so is one of a later format (RUN-42)", () => {
  const { table, text } = CASES[1];
  const remade = { slots: table.slots, generations: [[table.slots.length, "123456"]] };
  assert.equal("foreign", recordCodec(remade).decode(text).refused);
  const shorter = { slots: table.slots, generations: [[2, "3f09ac"]] };
  assert.equal("foreign", recordCodec(shorter).decode(text).refused);
});

test("what another tool left in the LMS is refused, whatever it is", () => {
  const codec = recordCodec(TABLES[0]);
  for (const text of ["{}", '{"bookmark":3}', "viewed=1,2,3|lastviewedslide=3", "twTO", "1", "é", "&amp;"]) {
    assert.equal(null, codec.decode(text).progress, text);
    assert.notEqual("", codec.decode(text).refused, text);
  }
});

test("records hold only letters, digits, - and _ (RUN-60)", () => {
  for (const { text } of CASES) assert.match(text, /^[\w-]+$/);
});

test("values beyond a field's range are stored as the nearest that fits", () => {
  const codec = recordCodec(TABLES[0]);
  const wild = {
    ...emptyProgress(-5),
    sequence: 2 ** 30,
    seconds: Number.NaN,
    score: 1.7,
    bookmark: "page/gone",
    interactionCount: 1e6,
    reported: { k_tf: 99999 },
    answers: { k_tf: { tries: 200, result: "correct", fraction: 1, response: true } },
  };
  const { progress } = codec.decode(codec.encode(wild));
  assert.deepEqual(
    [0, 2 ** 24 - 1, 0, 1, null, 65535, {}, 15],
    [
      progress.token,
      progress.sequence,
      progress.seconds,
      progress.score,
      progress.bookmark,
      progress.interactionCount,
      progress.reported,
      progress.answers.k_tf.tries,
    ],
  );
});

test("600 questions of six options and 1,200 pages fit in 4,000 bytes when all is done", () => {
  const slots = [];
  const progress = { ...emptyProgress(2 ** 24 - 1), score: 1, quizzes: {}, answers: {}, reported: {} };
  const seen = new Set();
  for (let page = 0; page < 1200; page += 1) {
    if (page % 24 === 0) {
      slots.push(["section", `s${page}`]);
      progress.quizzes[`s${page}`] = {
        attempts: 255,
        open: true,
        seed: 4095,
        counted: 1,
        last: 1,
        pastAttempts: [],
      };
    }
    slots.push(["page", `p${page}`]);
    seen.add(`p${page}`);
  }
  for (let question = 0; question < 600; question += 1) {
    const id = `q${question}`;
    slots.push(["question", id, "choice"]);
    for (const option of "abcdef") slots.push(["option", id, "option", option, option]);
    progress.answers[id] = { tries: 2, result: "partly", fraction: 0.5, response: ["f"] };
    progress.reported[id] = question;
  }
  const codec = recordCodec({ slots, generations: [[slots.length, "abcdef"]] });
  const text = codec.encode({ ...progress, seen });
  assert.ok(text.length <= 4000, `${text.length} bytes`);
  assert.equal(599, codec.decode(text).progress.reported.q599);
});

test("where there is too little room the oldest attempts go first, and everything else stays", () => {
  const table = TABLES[0];
  const { state, text } = table.cases.find(({ name }) => name === "as many attempts as are kept");
  const kept = (limit) => {
    const codec = recordCodec(table, limit);
    const short = codec.encode(withSet(state));
    assert.ok(short.length <= limit, `${short.length} characters`);
    const { progress } = codec.decode(short);
    const { pastAttempts, ...others } = progress.quizzes.overview;
    const { pastAttempts: _, ...expected } = state.quizzes.overview;
    assert.deepEqual([expected, state.answers], [others, progress.answers]);
    return pastAttempts.length;
  };
  const lengths = [text.length, text.length - 1, text.length - 10, text.length - 31];
  assert.deepEqual([5, 4, 3, 0], lengths.map(kept));
});
