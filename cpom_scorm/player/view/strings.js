/** The player's texts, and numbers, times and percentages as their language writes them. */

/** @import { Translate } from "../interactions/kinds.js" */
import { once } from "../once.js";

/**
 * The compiler's `NumberForms` and `Catalogue` say everything alike on the pages.
 * @param {Record<string, string>} strings
 * @param {string} locale for `Intl`
 * @returns {Translate} where a key has forms of a plural, `count` chooses
 */
export function createStrings(strings, locale) {
  // Made when first wanted: a browser takes its time over the first, and a first start needs none (PERF-03).
  const rules = once(() => new Intl.PluralRules(locale));
  const numbers = once(() => new Intl.NumberFormat(locale, { useGrouping: "min2" }));
  const shares = once(() => new Intl.NumberFormat(locale, { style: "percent" }));
  /** @type {(value: number) => string} */
  const number = (value) => numbers().format(value);
  /** @type {(key: string, values?: Record<string, string | number>) => string} */
  const text = (key, values = {}) =>
    (
      strings[key] ??
      strings[`${key}_${rules().select(Number(values.count))}`] ??
      strings[`${key}_other`] ??
      key
    ).replace(/\{(\w+)\}/gu, (_, name) =>
      typeof values[name] === "number" ? number(values[name]) : values[name],
    );
  return Object.assign(text, {
    number,
    // Never rounded up: 79.6 shown as 80 would look like a pass.
    percent: (/** @type {number} */ share) => shares().format(Math.floor(share * 100 + 1e-6) / 100),
  });
}

/**
 * The compiler's `duration_text` says it alike on the launch page.
 * @param {Translate} t
 * @param {number} all minutes
 */
export function timeText(t, all) {
  const hours = Math.floor(all / 60);
  const minutes = all % 60;
  if (hours === 0) return t("time.minutes", { minutes });
  return minutes === 0 ? t("time.hours", { hours }) : t("time.both", { hours, minutes });
}

/**
 * @param {number} at milliseconds since 1970
 * @param {string} locale
 * @param {Intl.DateTimeFormatOptions} [form] by default the time of day
 */
export function clockText(at, locale, form = { hour: "numeric", minute: "2-digit" }) {
  return new Date(at).toLocaleString(locale, form);
}
