/** Views for what cannot be shown: a text that did not arrive, an address that means nothing. */

/** @import { Context, View } from "./context.js" */
import { article, button, element, icon, linkButton, note, row } from "./elements.js";

/**
 * @param {Context} context
 * @param {() => void} retry
 * @returns {View}
 */
export function notLoaded({ t }, retry) {
  const way = button("primary", retry, icon("again"), t("save.retry"));
  return trouble(t("page.failed_title"), t("page.failed_text"), way);
}

/**
 * @param {Context} context
 * @returns {View}
 */
export function notFound({ t }) {
  const way = linkButton("primary", "#/", t("result.overview"));
  return trouble(t("page.unknown_title"), t("page.unknown_text"), way);
}

/**
 * @param {string} title
 * @param {string} text
 * @param {HTMLElement} way out
 * @returns {View}
 */
function trouble(title, text, way) {
  return { node: article([], title, note("warn", "warn", element("p", {}, text), row(way))), place: "" };
}
