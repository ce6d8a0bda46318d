/** Answers that become one text, to print alone and to copy. */

/** @import { StartBlock } from "./kinds.js" */
import { keepTexts } from "./kept_texts.js";

/** @type {StartBlock} */
export function startBuilder(node, context) {
  const keep = keepTexts(node, context);
  const sheet = /** @type {HTMLElement} */ (node.querySelector(".sheet"));
  const parts = sheet.querySelectorAll("p");
  const [print, copy] = node.querySelectorAll("button");
  /** @param {string} key */
  const tell = (key) => {
    /** @type {Element} */ (copy.nextElementSibling).textContent = context.t(key);
  };
  const write = () => {
    node.querySelectorAll("textarea").forEach((field, at) => {
      parts[at].textContent = field.value.trim();
    });
  };
  print.addEventListener("click", () => {
    sheet.classList.add("alone");
    window.addEventListener("afterprint", () => sheet.classList.remove("alone"), { once: true });
    window.print();
  });
  copy.addEventListener("click", async () => {
    const selection = /** @type {Selection} */ (window.getSelection());
    selection.selectAllChildren(sheet);
    try {
      await navigator.clipboard.writeText(String(selection));
      tell("block.copied");
    } catch {
      // Frames of LMSs and pages from disk may not write there: learners copy what is selected.
      tell("block.selected");
    }
  });
  node.addEventListener("input", write);
  write();
  return keep;
}
