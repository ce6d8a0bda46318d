/** Lines to put in order. The answer and the key are lists of all option ids. */

/** @import { Interaction } from "./kinds.js" */
import { optionOrder } from "../responses.js";
import { gradeOf } from "./grade.js";
import { listenForMoves } from "./line_moves.js";
import { clearMarks, lockInputs, newMark } from "./marks.js";

/** Set on a list that the learner has put in some order: as it comes, it is no answer. */
const MOVED = "data-moved";

/** @type {Interaction<string[], string[]>} */
export const sequencing = {
  grade: (key, response) => gradeOf(key.filter((id, place) => response[place] === id).length, key.length),
  encode: optionOrder,
  read(form) {
    const list = listOf(form);
    if (list.hasAttribute(MOVED)) return { response: idsIn(form) };
    const field = /** @type {HTMLElement} */ (list.querySelector("button:enabled"));
    return { error: "question.error.sequencing", field };
  },
  show(form, response) {
    const lines = linesOf(form);
    // Lines that the answer does not name stay behind those that it does.
    listOf(form).prepend(...response.flatMap((id) => lines.find((line) => idOf(line) === id) ?? []));
    listOf(form).toggleAttribute(MOVED, true);
    settle(form);
  },
  mark(form, response, key, { reveal }, t) {
    clearMarks(form);
    const isAnswered = response.length > 0;
    for (const [place, line] of linesOf(form).entries()) {
      const correct = key.indexOf(idOf(line));
      const good = isAnswered && correct === place;
      if (isAnswered) {
        const tone = good ? "good" : "bad";
        line.classList.add(tone);
        line.append(newMark(tone, t(good ? "question.mark.in_place" : "question.mark.not_here")));
      }
      if (good || !reveal) continue;
      line.append(newMark("good", t("question.mark.correct_place", { place: correct + 1 })));
    }
  },
  lock(form, locked) {
    lockInputs(form, locked);
    if (!locked) settle(form);
  },
  shuffle(form, order) {
    const lines = linesOf(form);
    listOf(form).append(...order(lines.length).map((index) => lines[index]));
  },
  start(form, { t, key }) {
    if (form.hasAttribute("data-done")) return;
    const list = listOf(form);
    if (idsIn(form).every((id, place) => id === key[place])) list.append(linesOf(form)[0]);
    settle(form);
    listenForMoves(list, (line) => {
      const lines = linesOf(form);
      const values = { place: lines.indexOf(line) + 1, total: lines.length };
      const status = /** @type {HTMLElement} */ (form.querySelector("fieldset [role=status]"));
      list.setAttribute(MOVED, "");
      settle(form);
      status.textContent = t("question.moved", { text: line.children[1].textContent ?? "", ...values });
      list.dispatchEvent(new Event("input", { bubbles: true }));
    });
  },
};

/** @param {HTMLFormElement} form */
function listOf(form) {
  return /** @type {HTMLElement} */ (form.querySelector(".seq"));
}

/** @param {HTMLFormElement} form */
function linesOf(form) {
  return /** @type {HTMLElement[]} */ ([...listOf(form).children]);
}

/** @param {HTMLElement} line */
function idOf(line) {
  return line.dataset.option ?? "";
}

/** @param {HTMLFormElement} form */
function idsIn(form) {
  return linesOf(form).map(idOf);
}

/**
 * The first line cannot go up, the last not down.
 * @param {HTMLFormElement} form
 */
function settle(form) {
  const lines = linesOf(form);
  for (const [place, line] of lines.entries()) {
    const [up, down] = line.querySelectorAll("button");
    up.disabled = place === 0;
    down.disabled = place === lines.length - 1;
  }
}
