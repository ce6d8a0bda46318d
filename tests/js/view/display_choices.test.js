/** If these fail, a learner's choice of colors or text size is lost, or a closed storage stops the course. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { applyChoices, keepChoices, readChoices } from "../../../cpom_scorm/player/view/display_choices.js";

const KEY = "cpom-scorm-display";
const SYSTEM = { scheme: "system", size: "m" };

/** A browser that keeps things in a map. @returns {any} */
function browserWith(held = new Map()) {
  const localStorage = {
    getItem: (/** @type {string} */ key) => held.get(key) ?? null,
    setItem: (/** @type {string} */ key, /** @type {string} */ value) => held.set(key, value),
  };
  return { localStorage, held };
}

/** @returns {any} a browser whose storage throws, is missing, or takes nothing more */
const closed = {
  blocked: {
    get localStorage() {
      throw new DOMException("The operation is insecure.", "SecurityError");
    },
  },
  missing: { localStorage: null },
  full: {
    localStorage: {
      getItem: () => null,
      setItem() {
        throw new DOMException("Full", "QuotaExceededError");
      },
    },
  },
};

test("a learner who has chosen nothing has what system and browser say", () => {
  assert.deepEqual(readChoices(browserWith()), SYSTEM);
});

for (const scheme of ["system", "light", "dark"])
  for (const size of ["s", "m", "l", "xl"])
    test(`${scheme} and ${size} are kept`, () => {
      const browser = browserWith();
      keepChoices(browser, { scheme, size });
      assert.deepEqual(readChoices(browser), { scheme, size });
    });

test("SEC-15: what is kept is two words under one key, and none of them is about the learner", () => {
  const browser = browserWith();
  keepChoices(browser, /** @type {any} */ ({ scheme: "dark", size: "xl", learner: "Ana" }));
  assert.deepEqual([...browser.held], [[KEY, "dark xl"]]);
});

for (const kept of ["", "dark", "xl", "dark huge", "dim m", "dark xl more", "{}", " dark xl", "system m\n"])
  test(`what nobody chose is passed over: ${JSON.stringify(kept)}`, () => {
    assert.deepEqual(readChoices(browserWith(new Map([[KEY, kept]]))), SYSTEM);
  });

for (const [state, browser] of Object.entries(closed))
  test(`storage that is ${state} stops nothing`, () => {
    assert.deepEqual(readChoices(/** @type {any} */ (browser)), SYSTEM);
    keepChoices(/** @type {any} */ (browser), { scheme: "dark", size: "l" });
  });

test("choices are attributes of the document's root", () => {
  const page = { documentElement: { dataset: { size: "xl" } } };
  applyChoices(/** @type {any} */ (page), { scheme: "dark", size: "s" });
  assert.deepEqual(page.documentElement.dataset, { scheme: "dark", size: "s" });
});
