/** Views for what cannot be shown: a text that did not arrive, an address that means nothing. */

/** @import { Context, View } from "./context.js" */
import { element, icon } from "./elements.js";

/**
 * @param {Context} context
 * @param {() => void} retry
 * @returns {View}
 */
export function notLoaded({ t }, retry) {
  const button = element("button", { class: "btn primary", type: "button" }, icon("again"), t("page.retry"));
  button.addEventListener("click", retry);
  return trouble(t("page.failed_title"), t("page.failed_text"), button);
}

/**
 * @param {Context} context
 * @returns {View}
 */
export function notFound({ t }) {
  const link = element("a", { class: "btn primary", href: "#/" }, t("result.overview"));
  return trouble(t("page.unknown_title"), t("page.unknown_text"), link);
}

/**
 * @param {string} title
 * @param {string} text
 * @param {HTMLElement} way out
 * @returns {View}
 */
function trouble(title, text, way) {
  const node = element(
    "article",
    { class: "page flow" },
    element("header", {}, element("h1", { tabindex: -1 }, title)),
    element(
      "div",
      { class: "note warn" },
      icon("warn"),
      element("p", {}, text),
      element("div", { class: "row" }, way),
    ),
  );
  return { node, place: "" };
}
