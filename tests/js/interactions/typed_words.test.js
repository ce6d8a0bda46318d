/** Words as people type them. Were this broken, a learner who is right would be told otherwise. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { accepted, readWords } from "../../../cpom_scorm/player/interactions/typed_words.js";

const SAME = [
  ["system", "System"],
  ["the system", " the \t system "],
  ["the system", "the\u00a0system"],
  ["the system", "the\u3000system\u202f"],
  ["caf\u00e9", "cafe\u0301"],
  ["cafe\u0301", "CAF\u00c9"],
  ["Straße", "STRASSE"],
  ["STRAẞE", "straße"],
  ["ὀδός", "ὈΔΌΣ"],
  ["İ", "i\u0307"],
  ["TITLE", "title"],
  ["the patient's dose", "the patient\u2019s dose"],
  ['a "stat" order', "a \u201cstat\u201d order"],
  ["look\u2011alike", "look-alike"],
];
for (const [accept, typed] of SAME) {
  test(`"${typed}" is accepted for "${accept}"`, () =>
    assert.ok(accepted({ accept: ["other", accept], case_matters: false }, typed)));
}

const OTHER = [
  ["system", "systems"],
  ["the system", "thesystem"],
  ["café", "cafe"],
  ["ılık", "ilik"],
  ["Straße", "strase"],
  ["system", ""],
];
for (const [accept, typed] of OTHER) {
  test(`"${typed}" is not accepted for "${accept}"`, () =>
    assert.ok(!accepted({ accept: [accept], case_matters: false }, typed)));
}

test("capital letters count where the author says so, and spaces and composition still do not", () => {
  const key = { accept: ["pH é"], case_matters: true };
  const found = ["pH é", " pH \u00a0e\u0301", "ph é", "PH É"].map((typed) => accepted(key, typed));
  assert.deepEqual(found, [true, true, false, false]);
});

test("letters are not folded by the language of the learner's system", () => {
  const { toLocaleLowerCase, toLocaleUpperCase } = String.prototype;
  const refuse = () => assert.fail("asked the system's language");
  Object.assign(String.prototype, { toLocaleLowerCase: refuse, toLocaleUpperCase: refuse });
  try {
    assert.ok(accepted({ accept: ["INDICATION"], case_matters: false }, "indication"));
  } finally {
    Object.assign(String.prototype, { toLocaleLowerCase, toLocaleUpperCase });
  }
});

test("what is typed is read as it stands, on one line", () => {
  assert.deepEqual(readWords(" The \n  System\u00a0", 60), { text: "The System" });
});

test("nothing, and nothing but spaces, is missing", () => {
  for (const typed of ["", " \u00a0\t"])
    assert.deepEqual(readWords(typed, 60), { text: "", error: "question.error.words_missing" });
});

test("length counts in bytes, and what fits is kept whole letter by letter", () => {
  assert.deepEqual(readWords("éé", 4), { text: "éé" });
  assert.deepEqual(readWords("ééé", 5), { text: "éé", error: "question.error.words_long" });
  assert.deepEqual(readWords("a 💊", 5), { text: "a", error: "question.error.words_long" });
});
