/** An organization chart: the text of a position shows below the chart while its box is pressed. */

import { element, note } from "../view/elements.js";

/** @param {HTMLElement} node */
export function startOrgChart(node) {
  const status = /** @type {HTMLElement} */ (node.lastElementChild);
  const buttons = [...node.querySelectorAll(".told")].map((told) => {
    const box = /** @type {HTMLElement} */ (told.previousElementSibling);
    const attributes = { class: box.className, type: "button", "aria-controls": status.id };
    const button = element("button", attributes, ...box.childNodes);
    button.addEventListener("click", () => {
      press(button.ariaPressed === "true" ? undefined : button);
      status.scrollIntoView({ block: "nearest" });
    });
    box.replaceWith(button);
    return button;
  });
  /** @param {HTMLElement} [chosen] */
  const press = (chosen) => {
    for (const one of buttons) one.ariaPressed = String(one === chosen);
    status.replaceChildren();
    if (!chosen) return;
    const title = element("strong", {}, chosen.firstChild?.textContent);
    const told = /** @type {Element} */ (chosen.nextElementSibling);
    status.append(note("", "info", title, told.cloneNode(true)));
  };
  press(buttons.find((one) => one.matches(".here")));
  node.classList.add("live");
}
