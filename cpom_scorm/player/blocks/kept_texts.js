/** Fields whose texts are kept when learners leave a field, and when they leave the page. */

/** @import { Context } from "../view/context.js" */
import { longestOf, textIn, watchRoom } from "../interactions/text_room.js";
import { cut } from "../record_bits/text.js";

/**
 * Fill in what was kept, and keep what is written from now on.
 * @param {HTMLElement} node
 * @param {Context} context
 * @returns {() => void} keeps at once what has changed
 */
export function keepTexts(node, { session, t }) {
  const id = node.dataset.kept ?? "";
  const fields = [...node.querySelectorAll("textarea")];
  const kept = /** @type {Record<string, string> | string} */ (session.state().answers[id]?.response ?? {});
  /** By the fields' names; the only field of a block has none. */
  const texts = () =>
    Object.fromEntries(fields.map((field) => [field.name, cut(textIn(field), longestOf(field))]));
  for (const field of fields) {
    field.value = (typeof kept === "string" ? kept : kept[field.name]) ?? "";
    watchRoom(field, /** @type {Element} */ (field.nextElementSibling), t, "block.excess");
  }
  let last = JSON.stringify(texts());
  const keep = () => {
    const now = texts();
    if (JSON.stringify(now) === last) return;
    last = JSON.stringify(now);
    session.revise(id, now[""] ?? now);
  };
  node.addEventListener("change", keep);
  return keep;
}
