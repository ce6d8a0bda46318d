/** All questions of an open attempt on one page. */

/** @import { Translate } from "../interactions/kinds.js" */
import { button, element } from "./elements.js";

/**
 * @param {Translate} t
 * @param {string} title
 * @param {{ form: HTMLFormElement, keep: () => void }[]} forms in order
 * @param {number} number of the question to begin at
 */
export function together(t, title, forms, number) {
  const total = forms.length;
  const titles = forms.map((_, at) =>
    element("h2", { class: "eyebrow", tabindex: -1 }, t("quiz.question_of", { number: at + 1, total })),
  );
  /** @param {number} other */
  const goTo = (other) => titles[other - 1].focus();
  return {
    title,
    forms,
    parts: forms.map(({ form }, at) => element("section", { class: "asked" }, titles[at], form)),
    links: [],
    isLast: true,
    /** @param {number} other */
    way: (other) => button("", () => goTo(other), t("quiz.question", { number: other })),
    update: () => {},
    begin: () => {
      if (number > 1) goTo(number);
    },
  };
}
