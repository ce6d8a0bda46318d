/** The panel of tools: its links stand in the template; how things look, and how it closes, come with this. */

/** @import { Context } from "../view/context.js" */
import { displayForm } from "./display.js";

/**
 * @param {Context} context
 * @param {HTMLElement} place the `details` that holds the panel; nothing happens when it is complete
 */
export function completePanel({ t }, place) {
  const details = /** @type {HTMLDetailsElement} */ (place);
  const [summary, panel] = details.children;
  if (panel.querySelector("fieldset")) return;
  panel.append(displayForm(t));

  const close = () => {
    details.open = false;
  };
  /** @param {EventTarget | null} target */
  const isOutside = (target) => target instanceof Node && !details.contains(target);
  panel.addEventListener(
    "click",
    ({ target }) => target instanceof Element && target.closest("a") && close(),
  );
  document.addEventListener("pointerdown", ({ target }) => isOutside(target) && close());
  // What has the focus must not lie below the panel (WCAG 2.4.11).
  details.addEventListener("focusout", ({ relatedTarget }) => isOutside(relatedTarget) && close());
  // Before the outline hears of it: one key closes one thing.
  window.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape" || !details.open) return;
      event.stopPropagation();
      close();
      /** @type {HTMLElement} */ (summary).focus();
    },
    true,
  );
}
