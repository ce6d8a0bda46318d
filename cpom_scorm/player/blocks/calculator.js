/** Calculators: what follows from the learner's own numbers, told once a number was changed. Nothing is kept. */

/** @import { Context } from "../view/context.js" */
/** @import { Postfix } from "./formula.js" */
import { NUMBER_ERRORS, NUMBER_HINTS, readNumber } from "../interactions/number_text.js";
import { tell } from "../view/elements.js";
import { showError } from "../view/form_error.js";
import { evaluate, rounded } from "./formula.js";

/**
 * How a number is written and counts: `form` holds # in its place, `scale` is 100 for per cent. Steps count
 * from `from`; `limits` and `offStep` say what is wrong with a number.
 * @typedef {{ name: string, form: string, scale: number }} Quantity
 * @typedef {Quantity & { label: string, min: number, max: number, from: number, step: number, limits: string, offStep: string }} Input
 * @typedef {Quantity & { decimals: number, postfix: Postfix, steps: string }} Output
 * @typedef {{ locale: string, minus: string, inputs: Input[], outputs: Output[] }} Sums
 */

/** More decimals than any number that is typed or shown. */
const MOST_DECIMALS = 6;
const CLOSE = 1e-9;
const NOTHING = "–";

/**
 * @param {HTMLElement} node
 * @param {Context} context
 */
export function startCalculator(node, { t }) {
  /** @type {Sums} */
  const { locale, minus, inputs, outputs } = JSON.parse(node.dataset.sums ?? "");
  const fields = node.querySelectorAll("input");
  const places = node.querySelectorAll("output");
  const sums = node.querySelectorAll(".sum");

  /**
   * @param {number} value
   * @param {string} [form]
   * @param {number} [decimals] as many as it needs when left out
   */
  const amount = (value, form = "#", decimals) => {
    const text = new Intl.NumberFormat(locale, {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals ?? MOST_DECIMALS,
      useGrouping: "always",
    }).format(Math.abs(value));
    return (value < 0 ? minus : "") + form.replace("#", text);
  };
  /**
   * @param {string} text
   * @param {Input} input
   * @returns {[number: number, error: string]}
   */
  const read = (text, { min, max, from, step, limits, offStep }) => {
    const typed = readNumber(text, locale);
    if (typed.error) return [0, t(NUMBER_ERRORS[typed.error], NUMBER_HINTS)];
    const number = Number(typed.number);
    const steps = (number - from) / step;
    const isBetween = Math.abs(steps - Math.round(steps)) > CLOSE * Math.abs(steps);
    return [number, number < min || number > max ? limits : isBetween ? offStep : ""];
  };
  const update = () => {
    const values = new Map();
    /** @type {Record<string, string>} */
    const shown = {};
    let wrong = "";
    inputs.forEach((input, at) => {
      const field = fields[at];
      const [number, error] = read(field.value, input);
      showError(/** @type {Element} */ (field.closest("li")), error);
      field.setAttribute("aria-invalid", String(error !== ""));
      if (error) wrong ||= input.label;
      else field.value = amount(number);
      values.set(input.name, number / input.scale);
      shown[input.name] = amount(number, input.form);
    });
    outputs.forEach(({ name, form, scale, decimals, postfix, steps }, at) => {
      const result = evaluate(postfix, values);
      const value = rounded(result * scale, decimals);
      const text = amount(value, form, decimals);
      const sign = Math.abs(value - result * scale) > CLOSE * Math.abs(value) ? "≈" : "=";
      values.set(name, result);
      shown[name] = text;
      const told = wrong
        ? at
          ? NOTHING
          : t("block.calculator.first", { label: wrong })
        : Number.isFinite(result)
          ? text
          : t(Number.isNaN(result) ? "block.calculator.zero" : "block.calculator.size");
      tell(places[at], told);
      sums[at].textContent = told === text ? `${filled(steps, shown)} ${sign} ${text}` : "";
    });
  };
  node.addEventListener("change", update);
}

/**
 * Puts numbers in the place of names, negative ones in brackets.
 * @param {string} steps
 * @param {Record<string, string>} shown
 */
function filled(steps, shown) {
  return steps.replace(/\{(\w+)\}/gu, (_, name) =>
    shown[name].includes("\u2212") ? `(${shown[name]})` : shown[name],
  );
}
