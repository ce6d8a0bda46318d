/** Tabs: one of several texts shows; arrow keys, Home and End move along the list. */

import { element } from "../view/elements.js";

/** How far each key moves, in the direction of reading. @type {Record<string, number>} */
const STEPS = { ArrowRight: 1, ArrowLeft: -1, Home: -Infinity, End: Infinity };

/** @param {HTMLElement} node */
export function startTabs(node) {
  const panels = /** @type {HTMLElement[]} */ ([...node.children]);
  const tabs = panels.map((panel) => {
    const title = panel.querySelector("h3")?.textContent ?? "";
    const id = `${panel.id}-tab`;
    const tab = element("button", { type: "button", role: "tab", id, "aria-controls": panel.id }, title);
    panel.role = "tabpanel";
    panel.setAttribute("aria-labelledby", id);
    panel.tabIndex = 0;
    return tab;
  });
  /** @param {number} chosen */
  const select = (chosen) => {
    tabs.forEach((tab, place) => {
      const isChosen = place === chosen;
      tab.ariaSelected = String(isChosen);
      tab.tabIndex = isChosen ? 0 : -1;
      // Not `hidden`: on paper all texts are there.
      panels[place].toggleAttribute("data-closed", !isChosen);
    });
  };
  tabs.forEach((tab, place) => {
    tab.addEventListener("click", () => select(place));
    tab.addEventListener("keydown", (event) => {
      const step = STEPS[event.key];
      if (step === undefined) return;
      event.preventDefault();
      const turns = getComputedStyle(node).direction === "rtl" && Math.abs(step) === 1 ? -1 : 1;
      const next = Math.min(Math.max(place + step * turns, 0), tabs.length - 1);
      select(next);
      tabs[next].focus();
    });
  });
  node.prepend(element("div", { role: "tablist", "aria-label": node.dataset.label }, ...tabs));
  select(0);
}
