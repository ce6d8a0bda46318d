/** Links to the glossary show the meaning beside them; without that, they lead to the glossary. */

/** @import { Context } from "./context.js" */

/**
 * @param {HTMLElement} node of the page
 * @param {Context} context
 */
export function explainTerms(node, context) {
  node.addEventListener("click", (event) => {
    const link = /** @type {Element} */ (event.target).closest("a");
    const [, id] = /^#\/glossary\/(.+)/.exec(link?.hash ?? "") ?? [];
    if (!link || !id || !("popover" in link)) return;
    event.preventDefault();
    context.tools().then(
      (tools) => tools.explain(context, link, id),
      () => context.go(link.hash),
    );
  });
}
