/** A page of the course, with its knowledge checks. */

/** @import { Context, View } from "./context.js" */
import { BLOCKS } from "../blocks/kinds.js";
import { startCheck } from "./check.js";
import { fromMarkup } from "./elements.js";
import { shuffleOptions } from "./order.js";
import { PAGE_FEATURES } from "./page_features.js";
import { pageHash } from "./routes.js";

/**
 * @param {Context} context
 * @param {string} id
 * @returns {Promise<View>} rejects when the text cannot be had
 */
export async function pageView(context, id) {
  const { course, session } = context;
  const page = course.pages.find((one) => one.id === id);
  const section = course.sections.find((one) => one.id === page?.section);
  const content = await context.load(page?.script ?? "");
  const node = fromMarkup(content.pages[id]);
  for (const form of node.querySelectorAll("form")) {
    shuffleOptions(course, form, session.state().token);
    startCheck(context, form, content.questions[form.dataset.question ?? ""]);
  }
  const keeps = [...node.querySelectorAll("[data-block]")].map((block) => {
    const place = /** @type {HTMLElement} */ (block);
    return BLOCKS[place.dataset.block ?? ""]?.(place, context, content.keys?.[place.dataset.kept ?? ""]);
  });
  PAGE_FEATURES.terms?.(node, context);
  return {
    node,
    place: section ? `${section.number} ${section.title}` : "",
    current: pageHash(id),
    shown: () => session.visit(id),
    keep() {
      for (const keep of keeps) keep?.();
    },
  };
}
