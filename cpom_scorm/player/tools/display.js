/** How the learner wants courses to look: size of text, light or dark. Kept on this device alone (SEC-15). */

import { applyChoices, keepChoices, readChoices } from "../view/display_choices.js";
/** @import { Translate } from "../interactions/kinds.js" */
/** @import { DisplayChoices } from "../view/display_choices.js" */
import { element, span } from "../view/elements.js";

/**
 * @param {Translate} t
 * @returns {HTMLElement}
 */
export function displayForm(t) {
  const sizes = {
    s: t("display.size.small"),
    m: t("display.size.medium"),
    l: t("display.size.large"),
    xl: t("display.size.largest"),
  };
  const schemes = {
    system: t("display.scheme.system"),
    light: t("display.scheme.light"),
    dark: t("display.scheme.dark"),
  };
  return element(
    "div",
    { class: "display" },
    group("size", t("display.size"), sizes),
    group("scheme", t("display.scheme"), schemes),
  );
}

/**
 * @template {keyof DisplayChoices} N
 * @param {N} name
 * @param {string} title
 * @param {Record<DisplayChoices[N], string>} words by value
 */
function group(name, title, words) {
  const chosen = readChoices(window)[name];
  const options = Object.entries(words).map(([value, word]) => {
    const input = element("input", {
      type: "radio",
      name: `display-${name}`,
      value,
      checked: value === chosen,
    });
    input.addEventListener("change", () => {
      const choices = { ...readChoices(window), [name]: value };
      applyChoices(document, choices);
      keepChoices(window, choices);
    });
    return element("label", { class: "opt" }, input, span(String(word)));
  });
  return element("fieldset", {}, element("legend", {}, title), element("div", { class: "opts" }, ...options));
}
