/** Numbers as people type them. Were this broken, a learner who is right would be told otherwise. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { numberText, readNumber } from "../../../cpom_scorm/player/interactions/number_text.js";

const ENGLISH = [
  ["25", "25"],
  [" 14.6 ", "14.6"],
  ["1,234.5", "1234.5"],
  ["60,000", "60000"],
  ["18,250,000", "18250000"],
  ["1 234 567", "1234567"],
  ["1\u202f234,5", "1234.5"],
  ["1'250'000", "1250000"],
  ["1.234.567", "1234567"],
  ["1.234,5", "1234.5"],
  ["12,5", "12.5"],
  ["0,125", "0.125"],
  ["1234,567", "1234.567"],
  ["12.345", "12.345"],
  ["+5", "5"],
  ["-3", "-3"],
  ["\u22123", "-3"],
  ["- 3", "-3"],
  [".5", "0.5"],
  ["5.", "5"],
  ["007", "7"],
  ["2.50", "2.5"],
  ["-0", "0"],
  ["0.00000004", "0"],
  ["0.12345678", "0.1234568"],
  ["1234567890", "1234567890"],
  ["-123456.1234567", "-123456.1234567"],
];

for (const [typed, number] of ENGLISH) {
  test(`"${typed}" is ${number}`, () => assert.deepEqual(readNumber(typed, "en"), { number }));
}

const GERMAN = [
  ["12.345", "12345"],
  ["12,345", "12.345"],
  ["1.234.567,8", "1234567.8"],
  ["12.5", "12.5"],
  ["0.125", "0.125"],
];

for (const [typed, number] of GERMAN) {
  test(`"${typed}" is ${number} where the comma is the decimal mark`, () =>
    assert.deepEqual(readNumber(typed, "de"), { number }));
}

const ARABIC = [
  ["٣", "3"],
  ["١٢٫٥", "12.5"],
  ["١٬٢٣٤٫٥", "1234.5"],
  ["۱۲٬۳۴۵", "12345"],
  ["\u061c-٣", "-3"],
  ["\u200e12.5", "12.5"],
];

for (const [typed, number] of ARABIC) {
  test(`A11Y-10: "${typed}" is ${number} in every language`, () => {
    for (const locale of ["ar-EG-u-nu-arab", "en", "de"])
      assert.deepEqual(readNumber(typed, locale), { number });
  });
}

const INDIAN = [
  ["1,82,50,000", "18250000"],
  ["1,23,456.5", "123456.5"],
  ["18,250,000", "18250000"],
  ["60,000", "60000"],
];

for (const [typed, number] of INDIAN) {
  test(`A11Y-10: "${typed}" is ${number} where lakhs are written`, () => {
    for (const locale of ["en-IN-u-nu-latn", "hi-u-nu-latn"])
      assert.deepEqual(readNumber(typed, locale), { number });
  });
}

test("A11Y-10: a number with its groups set off, as calculators show it, can be read again", () => {
  for (const locale of [
    "en",
    "de",
    "de-CH",
    "es",
    "fr",
    "pt-PT",
    "en-IN",
    "hi-u-nu-latn",
    "ar-EG-u-nu-arab",
    "he",
  ])
    for (const number of ["1234", "123456.5", "18250000", "1234567890"]) {
      const shown = new Intl.NumberFormat(locale, { useGrouping: "always" }).format(Number(number));
      assert.deepEqual(readNumber(shown, locale), { number }, `${locale} ${shown}`);
    }
});

test("A11Y-10: a number that is shown can be read again", () => {
  for (const locale of ["en", "de", "es-MX", "ar-EG-u-nu-arab", "fa-u-nu-arabext", "sv", "he"])
    for (const number of ["12.5", "-1234567.25", "0.0000001", "1234567890"])
      assert.deepEqual(readNumber(numberText(number, locale), locale), { number });
  assert.equal(numberText("1234.5", "ar-EG-u-nu-arab"), "١٢٣٤٫٥");
});

const REFUSED = [
  ["", "missing"],
  ["  ", "missing"],
  ["five", "unclear"],
  ["25 days", "unclear"],
  ["$25", "unclear"],
  ["1e3", "unclear"],
  ["1,23,456", "unclear"],
  ["12 5", "unclear"],
  ["1,234 567", "unclear"],
  ["5-6", "unclear"],
  [".", "unclear"],
  ["-", "unclear"],
  ["1.2.3", "unclear"],
  ["३", "unclear"],
  ["12345678901", "long"],
  ["-1234567.1234567", "long"],
  [`1${"0".repeat(39)}`, "long"],
];

for (const [typed, told] of REFUSED) {
  test(`"${typed}" is ${told}`, () => assert.deepEqual(readNumber(typed, "en"), { error: told }));
}

test("whatever is read fits the state record: at most 15 of the characters 0-9, point and minus", () => {
  for (let step = 0; step < 2000; step++) {
    const typed = (((step * 7919) % 1999) - 999) * 10 ** ((step % 23) - 11);
    const read = readNumber(typed.toFixed(step % 12), "en");
    if (read.number !== undefined) assert.match(read.number, /^(?=.{1,15}$)-?(0|[1-9]\d*)(\.\d{0,6}[1-9])?$/);
  }
});
