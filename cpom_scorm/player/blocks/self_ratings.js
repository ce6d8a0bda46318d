/** A learner's own ratings, put into the table and onto the radar that the page brings. */

/** @import { Context } from "../view/context.js" */
import { tell } from "../view/elements.js";

/**
 * `rows` and `scale` are ids and texts; `points` has a place for each row and point of the scale, by drawing.
 * @typedef {object} Ratings
 * @property {string[]} questions
 * @property {[id: string, text: string][]} rows
 * @property {[id: string, text: string][]} scale
 * @property {Record<string, [x: number, y: number][][]>} points
 */

/**
 * @param {HTMLElement} node
 * @param {Context} context
 */
export function startSelfRatings(node, { session, t }) {
  /** @type {Ratings} */
  const { questions, rows, scale, points } = JSON.parse(node.dataset.ratings ?? "");
  /** @param {string} selector @returns {NodeListOf<HTMLElement>} */
  const all = (selector) => node.querySelectorAll(selector);

  const show = () => {
    const { answers } = session.state();
    const ranks = questions.map((question) => {
      const response = /** @type {Record<string, string>} */ (answers[question]?.response ?? {});
      return rows.map(([row]) => scale.findIndex(([point]) => point === response[row]));
    });
    const rated = ranks.map((levels) => !levels.includes(-1));
    all("[data-rated]").forEach((cell, at) => {
      const level = ranks[at % questions.length][Math.floor(at / questions.length)];
      cell.textContent = scale[level]?.[1] ?? t("block.self_ratings.none");
    });
    all("[data-ask]").forEach((ask, at) => {
      ask.hidden = rated[at];
    });
    for (const drawn of all("[data-drawn]")) {
      drawn.toggleAttribute("hidden", !rated.includes(true));
      drawn.querySelectorAll("[data-line]").forEach((line, at) => {
        const ends = ranks[at].map((level, row) => points[drawn.dataset.drawn ?? ""][row][level]);
        line.setAttribute("d", rated[at] ? `M${ends.join("L")}Z` : "");
      });
    }
    tell(all("[role=status]")[0], rated.includes(false) ? "" : change(ranks));
  };
  /** @param {number[][]} ranks */
  const change = ([before, after]) => {
    if (!after) return "";
    const far = after.map((level, row) => Math.abs(level - before[row]));
    const row = far.indexOf(Math.max(...far));
    const [from, to] = [before, after].map((levels) => scale[levels[row]][1]);
    return from === to
      ? t("block.self_ratings.same")
      : t("block.self_ratings.change", { row: rows[row][1], from, to });
  };
  show();
  const stop = session.subscribe(() => (node.isConnected ? show() : stop()));
}
