/**
 * A scenario of decisions, one step at a time; a decision that was taken cannot be changed. The answer maps step
 * ids to option ids. The steps that are to come stay hidden where decisions lead to different ones.
 */

/** @import { Interaction, Setting, Translate } from "./kinds.js" */
/** @import { ScenarioKey } from "./steps_taken.js" */
import { path } from "../responses.js";
import { element, fromMarkup } from "../view/elements.js";
import { showError } from "../view/form_error.js";
import { gradeOf } from "./grade.js";
import { lockInputs, newMark } from "./marks.js";
import { walk } from "./steps_taken.js";
import { newVerdict } from "./verdicts.js";

/** @typedef {{response: Record<string, string>, setting?: Setting<ScenarioKey>}} Run */

/** @type {WeakMap<HTMLFormElement, Run>} */
const RUNS = new WeakMap();

/** @type {Interaction<Record<string, string>, ScenarioKey>} */
export const scenario = {
  /** A path that ends early, or takes longer than it should, can be partly right at most. */
  grade(key, response) {
    const { taken } = walk(key, response);
    const right = taken.filter((step) => response[step] === key.correct[step]).length;
    return gradeOf(right, Math.max(taken.length, key.best.length), taken.length - right);
  },
  encode: path,
  read(form) {
    const { response } = runOf(form);
    const open = openLine(form);
    if (!open) return { response };
    const isBegun = Object.keys(response).length > 0;
    return { error: "question.error.one", field: inputsOf(open)[0], ...(isBegun && { response }) };
  },
  show: tell,
  mark(form, response, key, { reveal }, t) {
    for (const answer of form.querySelectorAll(".answer, .answer + .mark")) answer.remove();
    const { taken } = walk(key, response);
    for (const line of linesOf(form)) {
      const step = stepOf(line);
      if (taken.includes(step)) judge(form, line, response[step], key, t);
      const isMissed = response[step] !== key.correct[step] && [...taken, ...key.best].includes(step);
      if (!reveal || !isMissed) continue;
      line.hidden = false;
      part(line, "fieldset").hidden = false;
      const answer = element("p", { class: "answer" }, ...textOf(line, key.correct[step]));
      line.append(answer, newMark("good", t("question.mark.correct_answer")));
    }
  },
  /** Another try begins at the first step: nothing could be changed otherwise. */
  lock(form, locked) {
    lockInputs(form, locked);
    tell(form, locked ? runOf(form).response : {});
  },
  start(form, setting) {
    const run = runOf(form);
    run.setting = setting;
    tell(form, run.response);
    form.querySelector("[data-answer]")?.addEventListener("click", () => decide(form));
    submitOf(form)?.addEventListener("click", (event) => {
      // Only after the last decision there is something to judge.
      if (!openLine(form) || decide(form)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    });
  },
  isWhole: (key, response) => walk(key, response).open === "",
};

/**
 * Takes the decision that is chosen in the open step.
 * @param {HTMLFormElement} form
 * @returns {boolean} whether it was the last one
 */
function decide(form) {
  const { response, setting } = runOf(form);
  const line = openLine(form);
  if (!line || !setting) return false;
  const [first, ...others] = inputsOf(line);
  const chosen = [first, ...others].find(({ checked }) => checked);
  showError(form, chosen ? "" : setting.t("question.error.one"));
  if (!chosen) {
    first.focus();
    return false;
  }
  tell(form, { ...response, [stepOf(line)]: chosen.value });
  form.dispatchEvent(new Event("input", { bubbles: true }));
  const next = openLine(form);
  if (next) {
    inputsOf(next)[0].focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
  } else (submitOf(form) ?? part(form, "[data-progress]")).focus();
  return !next;
}

/**
 * Shows the path so far and opens the step that follows.
 * @param {HTMLFormElement} form
 * @param {Record<string, string>} response
 */
function tell(form, response) {
  const run = runOf(form);
  run.response = response;
  const { key, t, instant } = run.setting ?? {};
  const isDone = form.hasAttribute("data-done");
  const open = key && !isDone ? walk(key, response).open : "";
  const isStraight = key && Object.keys(key.next).length === 0;
  const lines = linesOf(form);
  for (const line of lines) {
    const option = response[stepOf(line)];
    settle(line, option, stepOf(line) === open, Boolean(isStraight && open));
    if (key && t && instant && option !== undefined) judge(form, line, option, key, t);
  }
  const count = lines.filter((line) => line.matches(".done")).length;
  const submit = submitOf(form);
  const button = submit ?? part(form, "[data-answer]");
  if (open) button.textContent = t?.("question.answer_step", { number: count + 1 }) ?? "";
  /** @type {HTMLElement | null} */
  const row = form.querySelector("[data-stepping]");
  if (!row) return;
  row.hidden = isDone || submit !== null;
  part(row, "[data-answer]").hidden = open === "";
  const ended = open ? "" : t?.("question.scenario_ends");
  const progress = isStraight ? t?.("question.steps_answered", { count, total: lines.length }) : ended;
  part(row, "[data-progress]").textContent = progress ?? "";
}

/**
 * @param {HTMLElement} line
 * @param {string | undefined} option what was decided there
 * @param {boolean} isOpen
 * @param {boolean} isExpected shows that the step is to come
 */
function settle(line, option, isOpen, isExpected) {
  const isTaken = option !== undefined;
  line.className = isTaken ? "done" : isOpen ? "now" : "";
  line.ariaCurrent = isOpen ? "step" : null;
  line.hidden = !isTaken && !isOpen && !isExpected;
  part(line, ".to-come").hidden = isTaken || isOpen;
  part(line, "fieldset").hidden = !isTaken && !isOpen;
  part(line, ".opts").hidden = !isOpen;
  part(line, ".chosen").replaceChildren(...textOf(line, option));
  for (const input of inputsOf(line)) input.checked = input.value === option;
  // What stands there was announced when the decision was taken, and must not be again.
  const outcome = part(line, ".outcome");
  if (outcome.dataset.option !== option) outcome.replaceChildren();
  if (isTaken) outcome.dataset.option = option;
  else delete outcome.dataset.option;
}

/**
 * Says how good a decision was and what came of it.
 * @param {HTMLFormElement} form
 * @param {HTMLElement} line
 * @param {string} option
 * @param {ScenarioKey} key
 * @param {Translate} t
 */
function judge(form, line, option, key, t) {
  const outcome = part(line, ".outcome");
  if (outcome.hasChildNodes()) return;
  const text = runOf(form).setting?.told[`${stepOf(line)}/${option}`];
  outcome.append(newVerdict(option === key.correct[stepOf(line)], t));
  if (text) outcome.append(fromMarkup(`<p>${text}</p>`));
}

/**
 * @param {HTMLFormElement} form
 * @returns {Run}
 */
function runOf(form) {
  const run = RUNS.get(form) ?? { response: {} };
  RUNS.set(form, run);
  return run;
}

/**
 * @param {HTMLFormElement} form
 * @returns {HTMLElement[]}
 */
function linesOf(form) {
  return [...form.querySelectorAll("li")].filter((line) => line.dataset.step);
}

/** @param {HTMLFormElement} form */
function openLine(form) {
  return linesOf(form).find((line) => line.matches(".now"));
}

/** @param {HTMLElement} line */
function stepOf(line) {
  return line.dataset.step ?? "";
}

/** @param {HTMLElement} line */
function inputsOf(line) {
  return [...line.querySelectorAll("input")];
}

/**
 * @param {HTMLElement} line
 * @param {string | undefined} option
 * @returns {Node[]} a copy of what the option says
 */
function textOf(line, option) {
  const label = inputsOf(line).find(({ value }) => value === option)?.nextElementSibling;
  return [...(label?.cloneNode(true).childNodes ?? [])];
}

/**
 * @param {HTMLFormElement} form
 * @returns {HTMLElement | null} the button of a question that is judged alone
 */
function submitOf(form) {
  return form.querySelector("[type=submit]");
}

/**
 * @param {HTMLElement} node
 * @param {string} selector
 * @returns {HTMLElement}
 */
function part(node, selector) {
  return /** @type {HTMLElement} */ (node.querySelector(selector));
}
