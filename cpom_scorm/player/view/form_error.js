/** What is wrong with an answer that cannot be checked yet, or with a number. */

import { element, icon } from "./elements.js";

/**
 * @param {Element} around the form, or whatever holds the place of the error
 * @param {string} text empty: there is none
 */
export function showError(around, text) {
  const place = /** @type {HTMLElement} */ (around.querySelector(".error"));
  place.hidden = text === "";
  place.replaceChildren(...(text ? [icon("warn"), element("span", {}, text)] : []));
}
