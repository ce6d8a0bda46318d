/** Calculators: what follows from the learner's own numbers, told once a number was changed. Nothing is kept. */

/** @import { Context } from "../view/context.js" */
/** @import { Postfix } from "./formula.js" */
import { NUMBER_ERRORS, NUMBER_HINTS, readNumber } from "../interactions/number_text.js";
import { showError } from "../view/form_error.js";
import { evaluate, rounded } from "./formula.js";

/** More decimals than any number that is typed or shown. */
const MOST_DECIMALS = 6;
const CLOSE = 1e-9;
const NOTHING = "–";

/**
 * @param {HTMLElement} node
 * @param {Context} context
 */
export function startCalculator(node, { t }) {
  const { locale = "en", minus = "" } = node.dataset;
  /** @type {NodeListOf<HTMLInputElement>} */
  const fields = node.querySelectorAll("input");
  /** @type {NodeListOf<HTMLElement>} */
  const outputs = node.querySelectorAll("[data-formula]");

  /**
   * @param {number} value
   * @param {string} [form]
   * @param {number} [decimals] as many as it needs when left out
   */
  const amount = (value, form = "#", decimals) => {
    const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals ?? MOST_DECIMALS };
    const text = new Intl.NumberFormat(locale, { ...digits, useGrouping: "always" }).format(Math.abs(value));
    return (value < 0 ? minus : "") + form.replace("#", text);
  };
  /** @param {HTMLInputElement} field @returns {{ number: number, error: string }} */
  const read = (field) => {
    const { min = "-Infinity", max = "Infinity", step, limits = "", offStep = "" } = field.dataset;
    const typed = readNumber(field.value, locale);
    if (typed.error) return { number: 0, error: t(NUMBER_ERRORS[typed.error], NUMBER_HINTS) };
    const number = Number(typed.number);
    if (number < Number(min) || number > Number(max)) return { number, error: limits };
    const steps = (number - (Number(field.dataset.min) || 0)) / Number(step);
    return { number, error: step && Math.abs(steps - Math.round(steps)) > CLOSE ? offStep : "" };
  };
  const update = () => {
    const values = new Map();
    /** @type {Record<string, string>} */
    const shown = {};
    let wrong = "";
    for (const field of fields) {
      const { number, error } = read(field);
      showError(/** @type {Element} */ (field.closest("li")), error);
      field.setAttribute("aria-invalid", String(error !== ""));
      if (error) wrong ||= field.labels?.[0].textContent ?? "";
      else field.value = amount(number);
      if (field.dataset.step) field.setAttribute("aria-valuenow", String(number));
      values.set(field.name, number / Number(field.dataset.scale));
      shown[field.name] = amount(number, field.dataset.form);
    }
    outputs.forEach((output, place) => {
      const { formula = "", form, scale, decimals } = output.dataset;
      /** @type {{ name: string, postfix: Postfix, steps: string }} */
      const { name, postfix, steps } = JSON.parse(formula);
      const result = evaluate(postfix, values);
      const whole = result * Number(scale);
      const value = rounded(whole, Number(decimals));
      const text = amount(value, form, Number(decimals));
      const isExact = Math.abs(value - whole) <= CLOSE * Math.abs(whole);
      values.set(name, result);
      shown[name] = text;
      const why = t(Number.isNaN(result) ? "block.calculator.zero" : "block.calculator.size");
      const none = !wrong ? why : place === 0 ? t("block.calculator.first", { label: wrong }) : NOTHING;
      const isKnown = !wrong && Number.isFinite(result);
      say(output, "output", isKnown ? text : none);
      say(output, ".sum", isKnown ? `${filled(steps, shown)} ${isExact ? "=" : "≈"} ${text}` : "");
    });
  };
  node.addEventListener("change", update);
  node.addEventListener("keydown", (event) => {
    const field = /** @type {HTMLInputElement} */ (event.target);
    const { min = "-Infinity", max = "Infinity", step } = field.dataset;
    const up = event.key === "ArrowUp";
    if (!step || !(up || event.key === "ArrowDown")) return;
    event.preventDefault();
    const next = rounded(read(field).number + (up ? Number(step) : -step), MOST_DECIMALS);
    field.value = amount(Math.min(Math.max(next, Number(min)), Number(max)));
    update();
  });
}

/**
 * Nothing that has not changed is read out.
 * @param {HTMLElement} place
 * @param {string} selector
 * @param {string} text
 */
function say(place, selector, text) {
  const node = /** @type {HTMLElement} */ (place.querySelector(selector));
  if (node.textContent !== text) node.textContent = text;
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
