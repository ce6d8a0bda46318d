/** If these fail, questions change places between two visits of one attempt, or some are never asked. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { seededOrder } from "../../../cpom_scorm/player/view/order.js";

test("every place comes once, whatever the seed", () => {
  for (let seed = 0; seed < 4096; seed += 37) {
    for (const count of [0, 1, 2, 5, 36]) {
      const order = seededOrder(seed, "overview")(count);
      assert.deepEqual(
        [...order].sort((a, b) => a - b),
        Array.from({ length: count }, (_, place) => place),
      );
    }
  }
});

test("a seed gives the same order in every session and on every device", () => {
  assert.deepEqual(seededOrder(0, "overview")(6), [2, 0, 1, 3, 5, 4]);
  assert.deepEqual(seededOrder(1234, "i11_01")(4), seededOrder(1234, "i11_01")(4));
});

test("other seeds and other lists come in other orders", () => {
  const orders = new Set();
  for (let seed = 0; seed < 200; seed += 1) orders.add(String(seededOrder(seed, "overview")(5)));
  assert.ok(orders.size > 90, `only ${orders.size} of 120 orders in 200 attempts`);
  const lists = new Set();
  for (let list = 0; list < 200; list += 1) lists.add(String(seededOrder(7, `q${list}`)(5)));
  assert.ok(lists.size > 90, `only ${lists.size} of 120 orders in 200 lists`);
});

test("no place is favored", () => {
  const first = [0, 0, 0, 0];
  for (let seed = 0; seed < 4096; seed += 1) first[seededOrder(seed, "q")(4)[0]] += 1;
  for (const times of first) assert.ok(Math.abs(times - 1024) < 150, String(first));
});
