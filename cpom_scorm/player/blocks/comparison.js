/** A slider between two pictures that lie on each other. */

/** @param {HTMLElement} node */
export function startComparison(node) {
  const pair = /** @type {HTMLElement} */ (node.firstElementChild);
  const slider = /** @type {HTMLInputElement} */ (pair.lastElementChild);
  slider.addEventListener("input", () => pair.style.setProperty("--at", `${slider.value}%`));
  slider.hidden = false;
  pair.classList.add("over", "fig");
}
