/**
 * Formulas against the vectors that Python is held to as well. Were they to drift apart, a result would change
 * while the numbers stay the same.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { evaluate, rounded } from "../../../cpom_scorm/player/blocks/formula.js";

const vectors = JSON.parse(readFileSync(new URL("../../vectors/calculator.json", import.meta.url), "utf8"));
const NONE = { zero: Number.NaN, size: Infinity };

for (const { name, postfix, values, decimals, shown, none } of vectors) {
  test(`${name}: ${none ? "no result" : shown}`, () => {
    const result = evaluate(postfix, new Map(Object.entries(values)));
    if (none) assert.ok(Object.is(result, NONE[none]));
    else assert.ok(Object.is(rounded(result, decimals), shown), `${result}`);
  });
}

test("an output without a result leaves none to those below it", () => {
  assert.ok(Number.isNaN(evaluate(["turns", 0, "^"], new Map([["turns", Number.NaN]]))));
});
