// What LMSs make of a status by themselves when a session ends.

/**
 * @typedef {import("./server.js").Values} Values
 * @typedef {{not_attempted_completes: boolean, mastery_overrides: boolean, measure_overrides: boolean}} Judging
 */

const STATUS = "cmi.core.lesson_status";
const COMPLETION = "cmi.completion_status";

/**
 * @param {Values} values
 * @param {Judging} profile
 * @param {boolean} is12 whether the edition has one status for both completion and success
 * @returns {Values} the statuses that replace those of the content
 */
export function verdict(values, profile, is12) {
  const { not_attempted_completes, mastery_overrides, measure_overrides } = profile;
  const raw = values["cmi.core.score.raw"];
  const mastery = values["cmi.student_data.mastery_score"];
  if (is12 && mastery_overrides && raw && mastery)
    return { [STATUS]: Number(raw) >= Number(mastery) ? "passed" : "failed" };
  if (is12 && not_attempted_completes && (values[STATUS] ?? "not attempted") === "not attempted")
    return { [STATUS]: "completed" };
  const { "cmi.progress_measure": measure, "cmi.completion_threshold": threshold } = values;
  if (!is12 && measure_overrides && measure && threshold)
    return { [COMPLETION]: Number(measure) >= Number(threshold) ? "completed" : "incomplete" };
  return {};
}
