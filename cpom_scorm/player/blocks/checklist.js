/** Things to tick off: ticks are kept and counted. */

/** @import { StartBlock } from "./kinds.js" */

/** @type {StartBlock} */
export function startChecklist(node, { session, t }) {
  const id = node.dataset.kept ?? "";
  const boxes = [...node.querySelectorAll("input")];
  const kept = session.state().answers[id]?.response;
  const ticked = () => boxes.filter(({ checked }) => checked).map(({ value }) => value);
  const tell = () => {
    const count = t("progress.done", { done: ticked().length, total: boxes.length });
    /** @type {Element} */ (node.querySelector(".hint")).textContent = count;
  };
  for (const box of boxes) box.checked = Array.isArray(kept) && kept.includes(box.value);
  node.addEventListener("change", () => {
    session.revise(id, ticked());
    tell();
  });
  tell();
}
