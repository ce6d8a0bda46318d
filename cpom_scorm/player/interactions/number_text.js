/**
 * Numbers as people type them, to the one form that is graded, stored and reported: digits, a point, at most
 * 7 decimals, no exponent, no needless zeros (RTE-115).
 */

/** What a saved answer can hold. */
export const LONGEST_NUMBER = 15;
const MOST_DECIMALS = 7;
/** What every LMS takes of a real number (2004 RTE 4.1.1.7). */
const MOST_INTEGER_DIGITS = 10;

/** The string that tells each error of a typed number. */
export const NUMBER_ERRORS = {
  missing: "question.error.number_missing",
  unclear: "question.error.number_unclear",
  long: "question.error.number_long",
};

/** What these strings mention. */
export const NUMBER_HINTS = { example: 12.5, most: MOST_INTEGER_DIGITS };

/**
 * The decimal mark of the course's language decides only where a text reads two ways: 12,345 is twelve
 * thousand in English and twelve point something in German. 12,5 and 1.234,5 are clear everywhere. Groups of two
 * digits, as in 1,23,456, are read where the language writes them.
 * @param {string} typed
 * @param {string} locale for `Intl`
 * @returns {{number: string, error?: undefined} | {error: "missing" | "unclear" | "long"}}
 */
export function readNumber(typed, locale) {
  const sample = new Intl.NumberFormat(locale).format(123456.5);
  const comma = sample.at(-2) === ",";
  const text = plainSigns(typed, comma ? "," : ".");
  if (text === "") return { error: "missing" };
  // In lakhs, 1,23,456.5 has one mark more.
  const group = sample.length > 9 ? "{2,3}" : "{3}";
  const forms = [numberForm(".", ",", group), numberForm(",", "\\.", group)];
  if (comma) forms.reverse();
  const found = forms[0].exec(text) ?? forms[1].exec(text);
  const { sign = "", whole = "", decimals = "" } = found?.groups ?? {};
  if (whole + decimals === "") return { error: "unclear" };
  const digits = whole.replace(/\D/gu, "").replace(/^0+(?=.)/u, "") || "0";
  if (digits.length > MOST_INTEGER_DIGITS) return { error: "long" };
  const rounded = Number(`${digits}.${decimals}`)
    .toFixed(MOST_DECIMALS)
    .replace(/\.?0+$/u, "");
  const number = (/[-−–]/u.test(sign) && rounded !== "0" ? "-" : "") + rounded;
  return number.length > LONGEST_NUMBER ? { error: "long" } : { number };
}

/**
 * A number as people write it, without marks between groups of digits: one more reading for none.
 * @param {string} number
 * @param {string} locale for `Intl`
 */
export function numberText(number, locale) {
  const form = { useGrouping: false, maximumFractionDigits: MOST_DECIMALS };
  return new Intl.NumberFormat(locale, form).format(Number(number));
}

/**
 * Arabic and Persian digits, of which a code ends in the value, and their two marks as those of ASCII; signs of
 * direction go.
 * @param {string} typed
 * @param {string} decimal
 */
function plainSigns(typed, decimal) {
  return typed
    .replace(/[\u061c\u200e\u200f\u2066-\u2069]/gu, "")
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/gu, (digit) => String(digit.charCodeAt(0) % 16))
    .replaceAll("\u066b", decimal)
    .replaceAll("\u066c", "'")
    .trim();
}

/**
 * Groups of digits may be set off by spaces, apostrophes or the mark that is not the decimal mark.
 * @param {string} decimal
 * @param {string} other
 * @param {string} group how many digits stand in one; the last has three
 */
function numberForm(decimal, other, group) {
  const whole = `\\d*|[1-9]\\d{0,2}(?<gap>[\\s'’]|${other})(?:\\d${group}\\k<gap>)*\\d{3}`;
  return new RegExp(`^(?<sign>[-+−–]?)\\s?(?<whole>${whole})(?:[${decimal}](?<decimals>\\d*))?$`, "u");
}
