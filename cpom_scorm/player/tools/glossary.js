/** The glossary as a view, and one term of it beside the link that names it. */

/** @import { Context, View } from "../view/context.js" */
/** @typedef {[id: string, term: string, meaning: string]} Term `meaning` is HTML that the compiler has made safe */
import { article, button, element, fromMarkup, linkButton, row } from "../view/elements.js";

/** From the edges of the window, and from the link. */
const GAP_PX = 8;

/** @param {Term} term */
const meaningOf = ([, , meaning]) => fromMarkup(`<div>${meaning}</div>`);

/**
 * @param {Context} context
 * @param {Term[]} terms
 * @param {string} id the term to begin at; empty: the first
 * @returns {View}
 */
export function glossaryView({ course, t }, terms, id) {
  const { compare } = new Intl.Collator(course.locale);
  const sorted = [...terms].sort(([, one], [, other]) => compare(one, other));
  const entries = sorted.map((term) => {
    const name = element("dt", { id: `term-${term[0]}`, tabindex: -1 }, term[1]);
    return element("div", { class: term[0] === id && "now" }, name, element("dd", {}, meaningOf(term)));
  });
  const list = element("dl", { class: "glossary" }, ...entries);
  const node = article([course.shortTitle], t("glossary.title"), list);
  const begin = () => document.getElementById(`term-${id}`)?.focus();
  return { node, place: t("glossary.title"), current: "", shown: begin };
}

/**
 * Tells what a term means. Escape, the button or a press elsewhere closes it, and the focus is back on the link.
 * @param {Context} context
 * @param {Term[]} terms
 * @param {HTMLElement} link
 * @param {string} id
 */
export function explainTerm({ t, go }, terms, link, id) {
  const term = terms.find(([one]) => one === id);
  if (!term) return go(`#/glossary/${id}`);
  const name = element("strong", {}, term[1]);
  const close = button("tiny", () => card.hidePopover(), t("glossary.close"));
  const all = linkButton("tiny quiet", "#/glossary", t("glossary.all"));
  const card = element("div", { class: "term note", popover: "auto", role: "note", tabindex: -1 }, name);
  card.append(meaningOf(term), row(close, all));
  card.addEventListener("toggle", () => {
    if (!card.matches(":popover-open")) card.remove();
  });
  link.after(card);
  card.showPopover();
  beside(card, link.getBoundingClientRect());
  card.focus();
}

/**
 * Below the link where there is room, else above it, and always within the window.
 * @param {HTMLElement} card
 * @param {DOMRect} link
 */
function beside(card, link) {
  const { width, height } = card.getBoundingClientRect();
  const below = link.bottom + GAP_PX;
  const fits = below + height + GAP_PX <= window.innerHeight;
  const left = Math.min(link.left, window.innerWidth - width - GAP_PX);
  card.style.top = `${fits ? below : Math.max(GAP_PX, link.top - height - GAP_PX)}px`;
  card.style.left = `${Math.max(GAP_PX, left)}px`;
}
