/** The player's texts in the course's language, and times and percentages in its way of writing. */

/** @import { Translate } from "../interactions/kinds.js" */

/**
 * @param {Record<string, string>} strings
 * @param {string} language
 * @returns {Translate} where a key has forms for one and for several, `count` chooses
 */
export function createStrings(strings, language) {
  const rules = new Intl.PluralRules(knownLanguage(language));
  return (key, values = {}) => {
    const form = `${key}_${rules.select(Number(values.count))}`;
    const text = strings[key] ?? strings[form] ?? strings[`${key}_other`] ?? key;
    return text.replace(/\{(\w+)\}/gu, (_, name) => String(values[name]));
  };
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
 * @param {string} language
 * @param {Intl.DateTimeFormatOptions} [form] by default the time of day
 */
export function clockText(at, language, form = { hour: "numeric", minute: "2-digit" }) {
  return new Date(at).toLocaleString(knownLanguage(language), form);
}

/**
 * A score as whole per cent. Never rounded up: 79.6 shown as 80 would look like a pass.
 * @param {number} share 0..1
 */
export function percent(share) {
  return Math.floor(share * 100 + 1e-6);
}

/** @param {string} language */
function knownLanguage(language) {
  try {
    return Intl.getCanonicalLocales(language)[0];
  } catch {
    return undefined; // A tag of the right shape that means nothing; the browser's own language serves.
  }
}
