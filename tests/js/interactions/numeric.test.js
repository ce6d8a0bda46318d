/** If this fails, a learner who empties a number's field comes back to a 0 that nobody typed, and it is judged. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { numeric } from "../../../cpom_scorm/player/interactions/numeric.js";

/** @param {string} response */
function shown(response) {
  const field = { value: "before", dataset: { locale: "en" } };
  numeric.show(/** @type {any} */ ({ querySelector: () => field }), response);
  return field.value;
}

test("RUN-41: a number that was taken back stays away", () => assert.equal(shown(""), ""));

test("a number that was kept is shown, and so is 0", () => {
  assert.equal(shown("12.5"), "12.5");
  assert.equal(shown("0"), "0");
});
