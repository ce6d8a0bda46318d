/**
 * A target for each source, chosen from lists. The answer and the key map source ids to target ids; two
 * sources may have the same target. Checked lines are text, because a disabled list cuts its text off.
 */

/** @import { Interaction } from "./kinds.js" */
import { pairs } from "../responses.js";
import { element } from "../view/elements.js";
import { clearMarks, lockInputs, newMark, newVerdict } from "./marks.js";
import { gradePairs } from "./pairs.js";

/** @type {Interaction<Record<string, string>, Record<string, string>>} */
export const matching = {
  grade(key, response) {
    return gradePairs(key, response);
  },
  encode: pairs,
  read(form) {
    const chosen = linesOf(form).filter(({ select }) => select.value !== "");
    const response = Object.fromEntries(chosen.map(({ source, select }) => [source, select.value]));
    const open = linesOf(form).find(({ select }) => select.value === "");
    if (!open) return { response };
    return { error: "question.error.matching", field: open.select, ...(chosen.length > 0 && { response }) };
  },
  show(form, response) {
    for (const { source, select } of linesOf(form)) select.value = response[source] ?? "";
  },
  mark(form, response, key, { reveal }, t) {
    clearMarks(form);
    for (const { source, line, select } of linesOf(form)) {
      const good = response[source] === key[source];
      line.append(newVerdict(good, t));
      if (good || !reveal) continue;
      const answer = element("span", { class: "answer" }, textOf(select, key[source]));
      line.append(answer, newMark("good", t("question.mark.correct_answer")));
    }
  },
  lock(form, locked) {
    lockInputs(form, locked);
    for (const { line, select } of linesOf(form)) {
      select.hidden = locked;
      line.querySelector(".chosen")?.remove();
      if (locked) select.after(element("span", { class: "chosen" }, textOf(select, select.value)));
    }
  },
  shuffle(form, order) {
    const lines = linesOf(form);
    const places = order((lines[0]?.select.options.length ?? 1) - 1);
    for (const { select } of lines) {
      const targets = [...select.options].slice(1);
      select.append(...places.map((index) => targets[index]));
    }
  },
};

/**
 * @param {HTMLFormElement} form
 * @returns {{source: string, line: HTMLElement, select: HTMLSelectElement}[]}
 */
function linesOf(form) {
  return [...form.querySelectorAll("select")].map((select) => ({
    source: select.name,
    line: /** @type {HTMLElement} */ (select.closest("li")),
    select,
  }));
}

/**
 * @param {HTMLSelectElement} select
 * @param {string} target
 */
function textOf(select, target) {
  return [...select.options].find(({ value }) => value !== "" && value === target)?.text ?? "";
}
