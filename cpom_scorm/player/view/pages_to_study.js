/** The pages that explain what was missed in the last attempt. */

/** @import { Context } from "./context.js" */
/** @import { SectionContent } from "../types.js" */
import { element, icon } from "./elements.js";
import { pageHash } from "./routes.js";

/**
 * @param {Context} context
 * @param {SectionContent} content
 * @param {string[]} order of the attempt
 * @returns {HTMLElement[]} nothing when nothing was missed
 */
export function study({ course, session, t }, content, order) {
  const { answers } = session.state();
  const missed = order.filter((id) => course.questions[id].scored && answers[id]?.result !== "correct");
  const wanted = new Set(missed.map((id) => content.questions[id].revisit?.page));
  const items = course.pages
    .filter(({ id }) => wanted.has(id))
    .map(({ id, title }) =>
      element("li", {}, icon("next", true), element("a", { href: pageHash(id) }, title)),
    );
  if (items.length === 0) return [];
  return [element("h2", {}, t("result.study")), element("ul", { class: "ticks" }, ...items)];
}
