/** Who does what, to be filled in: how many letters are right, task by task, and then the answer. */

/** @import { StartBlock } from "./kinds.js" */
import { newMark } from "../interactions/marks.js";
import { element, span } from "../view/elements.js";

/** @type {StartBlock} */
export function startResponsibilityExercise(node, { session, t }, key = {}) {
  const id = node.dataset.kept ?? "";
  const kept = /** @type {Record<string, string>} */ (session.state().answers[id]?.response ?? {});
  const cells = [...node.querySelectorAll("select")];
  const [check, show] = /** @type {NodeListOf<HTMLElement>} */ (node.querySelectorAll(".btn"));
  const status = /** @type {Element} */ (show.nextElementSibling);
  /** @param {HTMLSelectElement} cell */
  const answerOf = ({ name }) => key[name] ?? "";
  /** @param {HTMLSelectElement} cell */
  const isRight = (cell) => cell.value === answerOf(cell);
  /** @param {Element | null} place */
  const clear = (place) => {
    for (const mark of place?.querySelectorAll(".mark, td > .role") ?? []) mark.remove();
  };
  for (const cell of cells) {
    cell.value = kept[cell.name] ?? "";
    cell.addEventListener("change", () => {
      clear(cell.closest("tr"));
      const filled = cells.filter(({ value }) => value);
      session.revise(id, Object.fromEntries(filled.map(({ name, value }) => [name, value])));
    });
  }
  /** @param {HTMLSelectElement[]} own */
  const told = (own) => t("block.raci.right", { right: own.filter(isRight).length, total: own.length });
  check.addEventListener("click", () => {
    clear(node);
    for (const line of node.querySelectorAll("tbody tr")) {
      const own = [...line.querySelectorAll("select")];
      const wrong = own.filter((cell) => !isRight(cell)).length;
      const tone = wrong === 0 ? "good" : wrong < own.length ? "warn" : "bad";
      line.firstElementChild?.append(newMark(tone, told(own)));
      for (const cell of own) {
        const words = t(isRight(cell) ? "question.mark.correct" : "question.mark.incorrect");
        cell.after(newMark(isRight(cell) ? "good" : "bad", span(words, "sr")));
      }
    }
    status.textContent = told(cells);
    show.hidden = false;
  });
  show.addEventListener("click", () => {
    for (const cell of cells) {
      const answer = answerOf(cell);
      cell.parentElement?.querySelector(".role")?.remove();
      if (isRight(cell)) continue;
      const name = t(answer ? `block.raci.name_${answer}` : "block.raci.none");
      const letter = element(
        "span",
        { "aria-hidden": "true" },
        answer ? t(`block.raci.letter_${answer}`) : "–",
      );
      const words = span(t("block.raci.answer", { answer: name }), "sr");
      cell.parentElement?.append(element("span", { class: `role ${answer}` }, letter, words));
    }
    status.textContent = t("block.raci.shown");
  });
}
