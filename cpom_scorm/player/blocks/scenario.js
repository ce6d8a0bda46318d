/** A scenario to explore: one scene shows at a time, and choices lead from one to another, also back. */

/** @import { StartBlock } from "./kinds.js" */
import { element, icon, span } from "../view/elements.js";

/** @type {StartBlock} */
export function startScenario(node, { t }) {
  const scenes = [...node.querySelectorAll("section")];
  const [note, way] = /** @type {NodeListOf<HTMLElement>} */ (node.querySelectorAll(".note, .way"));
  const [onward, again] = /** @type {NodeListOf<HTMLElement>} */ (node.querySelectorAll(".btn"));
  const list = /** @type {HTMLElement} */ (way.querySelector("ol"));
  /** Steps that cannot be others any more; the list may hold one more. */
  let taken = 0;
  /** The place of the scene that the choice leads to; -1 for none. */
  let next = -1;

  /** @param {Element} [chosen] */
  const press = (chosen) => {
    for (const choice of choices) {
      choice.ariaPressed = String(choice === chosen);
      choice.lastElementChild?.replaceWith(choice === chosen ? icon("check") : icon("next", true));
    }
    note.hidden = !chosen;
    onward.hidden = !chosen || next < 0;
    way.hidden = !list.firstChild;
  };
  const choices = [...node.querySelectorAll(".opts > li > p")].map((text) => {
    const choice = element(
      "button",
      { class: "opt", type: "button" },
      ...text.childNodes,
      icon("next", true),
    );
    const told = /** @type {Element} */ (text.nextElementSibling);
    const target = /** @type {Element} */ (told.nextElementSibling);
    const title = text.closest("section")?.querySelector("h2")?.textContent ?? "";
    choice.addEventListener("click", () => {
      next = scenes.findIndex(({ id }) => target.getAttribute("href") === `#${id}`);
      note.lastElementChild?.replaceChildren(
        told.cloneNode(true),
        ...(next < 0 ? [target.cloneNode(true)] : []),
      );
      list.children[taken]?.remove();
      list.append(element("li", {}, span(title, "muted"), choice.textContent));
      press(choice);
    });
    text.replaceWith(choice);
    return choice;
  });
  /** @param {HTMLElement} scene */
  const enter = (scene) => {
    taken = list.childElementCount;
    for (const one of scenes) one.classList.toggle("now", one === scene);
    const [number, heading] = /** @type {NodeListOf<HTMLElement>} */ (scene.querySelectorAll(".num, h2"));
    number.hidden = false;
    number.textContent = t("block.scene_step", { number: taken + 1 });
    press();
    return heading;
  };
  onward.addEventListener("click", () => enter(scenes[next]).focus());
  again.addEventListener("click", () => {
    list.replaceChildren();
    enter(scenes[0]).focus();
  });
  enter(scenes[0]);
  node.classList.add("live");
}
