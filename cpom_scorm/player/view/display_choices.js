/** How learners want courses to look on this device: it says nothing about them, and no LMS is told (SEC-15). */

/**
 * Attributes of the document's root are called like these, and the style sheet knows their values.
 * @typedef {object} DisplayChoices
 * @property {string} scheme `system`, `light` or `dark`
 * @property {string} size of text: `s`, `m` (as the browser has it), `l` or `xl`
 */

/** One for all courses that come from the same place. */
const KEY = "cpom-scorm-display";

/**
 * @param {Pick<Window, "localStorage">} browser
 * @returns {DisplayChoices} the system's colors and the browser's size where nothing is kept, or nothing may be
 */
export function readChoices(browser) {
  let kept = "";
  try {
    kept = browser.localStorage.getItem(KEY) ?? "";
  } catch {
    // Storage is blocked.
  }
  const [, scheme = "system", size = "m"] = /^(system|light|dark) (s|m|l|xl)$/.exec(kept) ?? [];
  return { scheme, size };
}

/**
 * @param {Pick<Document, "documentElement">} page
 * @param {DisplayChoices} choices
 */
export function applyChoices(page, choices) {
  Object.assign(page.documentElement.dataset, choices);
}

/**
 * @param {Pick<Window, "localStorage">} browser
 * @param {DisplayChoices} choices
 */
export function keepChoices(browser, { scheme, size }) {
  try {
    browser.localStorage.setItem(KEY, `${scheme} ${size}`);
  } catch {
    // Storage is blocked or full: they hold for this visit.
  }
}
