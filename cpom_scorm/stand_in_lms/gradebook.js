// What an LMS's gradebook takes from an attempt.

/** @typedef {import("./server.js").Values} Values */

/**
 * @param {Values} values
 * @param {string} rule see Profile.grades
 * @param {boolean} finished whether the session has been ended
 * @returns {number | null} null: no grade
 */
export function grade(values, rule, finished) {
  const of = (/** @type {string} */ part) =>
    values[`cmi.core.score.${part}`] ?? values[`cmi.score.${part}`] ?? "";
  if (rule === "hundredth" && of("scaled") !== "") return Number(of("scaled"));
  if (of("raw") === "") return null;
  if (rule === "finished")
    return finished && Number(of("max")) > 0 ? Number(of("raw")) / Number(of("max")) : null;
  return rule === "hundredth" ? Number(of("raw")) / 100 : Number(of("raw"));
}
