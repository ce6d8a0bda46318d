/** What is wrong with an answer that cannot be checked yet. */

import { element, icon } from "./elements.js";

/**
 * @param {HTMLFormElement} form
 * @param {string} text empty: there is none
 */
export function showError(form, text) {
  const place = /** @type {HTMLElement} */ (form.querySelector(".error"));
  place.hidden = text === "";
  place.replaceChildren(...(text ? [icon("warn"), element("span", {}, text)] : []));
}
