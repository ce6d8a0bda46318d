/** If these fail, learners do not find what is there, or the wrong letters are marked. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { folded, marked, searchIn, snippet, wordsOf } from "../../../cpom_scorm/player/tools/search_text.js";

/** What is marked, in the order of the text. */
const found = (text, typed) =>
  marked(text, wordsOf(typed))
    .filter(([, isFound]) => isFound)
    .map(([part]) => part);
const whole = (pieces) => pieces.map(([part]) => part).join("");

for (const [text, typed] of [
  ["École", "ecole"],
  ["naïve", "NAIVE"],
  ["Straße", "strasse"],
  ["STRASSE", "straße"],
  ["İstanbul", "istanbul"],
  ["ışık", "isik"],
  ["Łódź", "lodz"],
  ["smørrebrød", "smorrebrod"],
  ["ﬁnal", "final"],
  ["e\u0301te\u0301", "été"],
  ["الأَدْوِيَةُ", "الادوية"],
  ["שָׁלוֹם", "שלום"],
  ["ΣΊΣΥΦΟΣ", "σίσυφος"],
  ["약국", "약국"],
  ["薬局の管理", "管理"],
]) {
  test(`"${typed}" finds "${text}"`, () => {
    assert.equal(wordsOf(typed).length, 1);
    assert.ok(folded(text).includes(wordsOf(typed)[0]));
    assert.equal(found(text, typed).length, 1);
  });
}

test("letters that differ by more than an accent are not the same", () => {
  assert.notEqual(folded("がん"), folded("かん"));
  assert.notEqual(folded("कि"), folded("की"));
});

test("what is marked is what was found, letter by letter, whatever stands before it", () => {
  const before = "Größe… ﬁle, ½ Łódź — 薬 ";
  assert.deepEqual(found(`${before}Dosis und Ärzte, DOSIS`, "dosis arzte"), ["Dosis", "Ärzte", "DOSIS"]);
  const text = `${before}ÉCOLE end`;
  assert.equal(whole(marked(text, wordsOf("ecole"))), text);
  assert.deepEqual(found(text, "ecole"), ["ÉCOLE"]);
});

test("words that stand inside each other are marked once", () => {
  assert.deepEqual(found("queue", "queue que"), ["queue"]);
  assert.deepEqual(found("overdose dose", "dose overdose"), ["overdose", "dose"]);
});

test("signs that mean something elsewhere are letters here", () => {
  assert.deepEqual(found("a.c abc (x) $& \\d", "a.c (x) $& \\d"), ["a.c", "(x)", "$&", "\\d"]);
  assert.deepEqual(wordsOf("  two\u00a0words   Two "), ["two", "words"]);
  assert.deepEqual(wordsOf("   "), []);
});

const entry = (title, text) => ({ href: title, title, place: "", text });
const search = searchIn([
  entry("Counting", "A queue grows. Every dose is counted."),
  entry("The queue", "Nothing of that."),
  entry("Doses", "A dose in a QUEUE."),
]);
const titles = (typed) => search(wordsOf(typed)).map(({ title }) => title);

test("a page is found by its title and its text together, and must hold all words", () => {
  assert.deepEqual(titles("dose queue"), ["Counting", "Doses"]);
  assert.deepEqual(titles("queue nothing"), ["The queue"]);
  assert.deepEqual(titles("absent"), []);
});

test("pages that are called so come first, the others in reading order", () => {
  assert.deepEqual(titles("queue"), ["The queue", "Counting", "Doses"]);
});

test("without words nothing is found", () => {
  assert.deepEqual(titles(""), []);
});

test("a snippet is short, begins and ends at words and shows as many of the words as it can", () => {
  const filler = "lorem ipsum dolor sit amet ".repeat(20);
  const text = `${filler}a queue here ${filler}the queue of doses ${filler}`;
  const shown = whole(snippet(text, wordsOf("queue doses")));
  assert.match(shown, /^… \S.*the queue of doses.*\S …$/u);
  assert.ok(shown.length <= 220, String(shown.length));
  for (const word of shown.replaceAll("…", "").split(" ").filter(Boolean))
    assert.ok(text.split(" ").includes(word));
});

test("a snippet of a short text is all of it, and of a page without the words its beginning", () => {
  assert.equal(whole(snippet("A dose.", wordsOf("dose"))), "A dose.");
  const text = "word ".repeat(100).trim();
  assert.ok(whole(snippet(text, wordsOf("absent"))).startsWith("word word"));
  assert.ok(whole(snippet(text, wordsOf("absent"))).endsWith(" …"));
  assert.deepEqual(snippet("", wordsOf("dose")), []);
});

test("a text without spaces is cut all the same", () => {
  const text = "薬局の管理".repeat(100);
  const shown = whole(snippet(text, wordsOf("管理")));
  assert.ok(shown.length <= 190, String(shown.length));
});

test("any text can be marked without losing a character", () => {
  for (const typed of ["e", "ss", "i", "fi", "…", "1"]) {
    for (const text of ["ßßSSﬁ", "e\u0301\u0323e", "İIıi", "½ 1⁄2 ① …...", "\u{1d400}e😀e", "ΑΣ ς"]) {
      assert.equal(whole(marked(text, wordsOf(typed))), text, `${typed} in ${text}`);
    }
  }
});
