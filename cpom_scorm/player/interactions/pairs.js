/**
 * Lines that get one of several targets each: what matching and categorise share. The answer and the key map
 * source ids to target ids. Checked lines are text: controls that cannot be used only take up room.
 */

/** @import { Interaction } from "./kinds.js" */
import { pairs } from "../responses.js";
import { element } from "../view/elements.js";
import { gradeOf } from "./grade.js";
import { clearMarks, lockInputs, newMark } from "./marks.js";
import { newVerdict } from "./verdicts.js";

/**
 * @typedef {object} PairLine
 * @property {string} source
 * @property {HTMLElement} line gets the marks
 * @property {HTMLElement} control gives way to text once the line is checked
 * @property {HTMLElement} field takes the focus
 * @property {string} value id of the chosen target; empty for none
 * @property {(target: string) => void} choose
 * @property {(target: string) => string} textOf
 */

/**
 * @param {(form: HTMLFormElement) => PairLine[]} linesOf
 * @param {string} error key of what is said while a line lacks its target
 * @returns {Interaction<Record<string, string>, Record<string, string>>}
 */
export function pairing(linesOf, error) {
  return {
    grade(key, response) {
      const sources = Object.keys(key);
      const right = sources.filter((source) => response[source] === key[source]).length;
      const wrong = sources.filter((source) => response[source] !== undefined).length - right;
      return gradeOf(right, sources.length, wrong);
    },
    encode: pairs,
    read(form) {
      const chosen = linesOf(form).filter(({ value }) => value);
      const response = Object.fromEntries(chosen.map(({ source, value }) => [source, value]));
      const open = linesOf(form).find(({ value }) => !value);
      if (!open) return { response };
      return { error, field: open.field, ...(chosen.length > 0 && { response }) };
    },
    show(form, response) {
      for (const { source, choose } of linesOf(form)) choose(response[source] ?? "");
    },
    mark(form, response, key, { reveal }, t) {
      clearMarks(form);
      for (const { source, line, textOf } of linesOf(form)) {
        const good = response[source] === key[source];
        line.append(response[source] ? newVerdict(good, t) : newMark("bad", t("result.no_answer")));
        if (good || !reveal) continue;
        const answer = element("span", { class: "answer" }, textOf(key[source]));
        line.append(answer, newMark("good", t("question.mark.correct_answer")));
      }
    },
    lock(form, locked) {
      lockInputs(form, locked);
      for (const { line, control, value, textOf } of linesOf(form)) {
        control.hidden = locked;
        line.querySelector(".chosen")?.remove();
        if (locked) control.after(element("span", { class: "chosen" }, value && textOf(value)));
      }
    },
  };
}
