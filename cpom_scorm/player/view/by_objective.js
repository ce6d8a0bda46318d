/** The last attempt by what its questions are about. */

/** @import { Context } from "./context.js" */
/** @import { SectionContent } from "../types.js" */
import { drawing, element, span } from "./elements.js";
import { pageHash } from "./routes.js";

const STEP = 23;

/**
 * @param {Context} context
 * @param {SectionContent} content
 * @param {string[]} order of the attempt
 * @returns {HTMLElement[]} nothing when the questions that were asked are about nothing in particular
 */
export function objectives({ course, session, t }, content, order) {
  const { answers } = session.state();
  const isRight = (/** @type {string} */ id) => answers[id]?.result === "correct";
  const rows = (content.quiz?.objectives ?? []).flatMap(([text, about]) => {
    const asked = order.filter((id) => about.includes(id) && course.questions[id].scored);
    if (asked.length === 0) return [];
    const right = asked.filter(isRight).length;
    const missed = asked.find((id) => !isRight(id) && content.questions[id].revisit);
    const page = missed && content.questions[missed].revisit?.page;
    const link = page && element("a", { href: pageHash(page) }, t("result.revisit"), span(`: ${text}`, "sr"));
    return element(
      "tr",
      {},
      element("th", { scope: "row" }, text),
      element("td", {}, squares(right, asked.length)),
      element("td", { class: "n" }, t("quiz.of", { right, total: asked.length })),
      element("td", {}, link),
    );
  });
  if (rows.length === 0) return [];
  const columns = [
    element("th", { scope: "col" }, t("result.objective")),
    element("td", {}),
    element("th", { scope: "col", class: "n" }, t("result.correct")),
    element("td", {}),
  ];
  const head = element("thead", {}, element("tr", {}, ...columns));
  const table = element("table", {}, head, element("tbody", {}, ...rows));
  const title = t("result.by_objective");
  const frame = { class: "scroll", tabindex: 0, role: "region", "aria-label": title };
  return [element("h2", {}, title), element("div", frame, table)];
}

/**
 * @param {number} right
 * @param {number} total
 */
function squares(right, total) {
  const size = { width: 19, height: 10, rx: 2, y: 1 };
  const all = Array.from({ length: total }, (_, at) =>
    drawing("rect", { ...size, x: at * STEP + 1, class: at < right ? "f-brand" : "s-edge" }),
  );
  const width = total * STEP;
  return drawing(
    "svg",
    { class: "squares", viewBox: `0 0 ${width} 12`, width, height: 12, "aria-hidden": "true" },
    ...all,
  );
}
