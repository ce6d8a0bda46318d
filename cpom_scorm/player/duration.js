/** Times and numbers as LMSs accept them: never an exponent, a locale's comma or a third decimal. */

/** 9999:59:59.99, the longest that SCORM 1.2 can write. */
const LONGEST = 9999 * 3600 + 3599.99;

/**
 * Write a duration (RUN-51).
 * @param {number} seconds
 * @param {string} form `hms` for HHHH:MM:SS.cc, `iso` for PT#H#M#S without days
 */
export function durationText(seconds, form) {
  const hundredths = Math.round(Math.min(Math.max(seconds || 0, 0), LONGEST) * 100);
  const whole = Math.floor(hundredths / 100);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const part = `.${padded(hundredths % 100, 2)}`;
  if (form === "hms") return `${padded(hours, 4)}:${padded(minutes, 2)}:${padded(rest, 2)}${part}`;
  return `PT${hours}H${minutes}M${rest}${part === ".00" ? "" : part}S`;
}

/**
 * Write a moment in the learner's own time, without zone or fraction: the only form every LMS takes.
 * @param {number} wall milliseconds since 1970
 * @param {string} form `time` for hh:mm:ss, `datetime` for YYYY-MM-DDThh:mm:ss
 */
export function timestampText(wall, form) {
  const date = new Date(wall);
  const time = [date.getHours(), date.getMinutes(), date.getSeconds()]
    .map((part) => padded(part, 2))
    .join(":");
  if (form === "time") return time;
  const day = [padded(date.getFullYear(), 4), padded(date.getMonth() + 1, 2), padded(date.getDate(), 2)];
  return `${day.join("-")}T${time}`;
}

/**
 * Write a number with a leading digit, at most so many decimals and no trailing zeros (RUN-13).
 * @param {number} value anything not finite is written as 0
 * @param {number} decimals
 */
export function numberText(value, decimals) {
  const text = (Number.isFinite(value) ? value : 0).toFixed(decimals);
  const short = text.includes(".") ? text.replace(/\.?0+$/, "") : text;
  return short === "-0" ? "0" : short;
}

/**
 * @param {number} value
 * @param {number} width
 */
function padded(value, width) {
  return String(value).padStart(width, "0");
}
