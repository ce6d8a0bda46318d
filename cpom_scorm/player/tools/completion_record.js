/** The record of completion: printable, without a name, which no record of ours holds. */

/** @import { Context, View } from "../view/context.js" */
/** @import { State } from "../types.js" */
/** @import { ToolsData } from "../tools.js" */
import { wallTime } from "../clock.js";
import { countedAttempt } from "../view/counted_attempt.js";
import { article, button, element, icon, linkButton, row, span } from "../view/elements.js";
import { scoreText, stopsOf, tally } from "../view/progress.js";
import { clockText } from "../view/strings.js";

/** @type {Intl.DateTimeFormatOptions} */
const DAY = { dateStyle: "long" };

/**
 * @param {Context} context
 * @param {ToolsData} tools
 * @returns {View}
 */
export function completionView(context, { notice }) {
  const { course, session, t } = context;
  const state = session.state();
  if (state.completion !== "completed") return unfinishedView(context, state);
  const print = button("primary", () => window.print(), icon("print"), t("record.print"));
  const node = article(
    [span(course.shortTitle), span(t("state.complete"))],
    t("record.title", { title: course.shortTitle }),
    element("p", { class: "lead" }, t("record.lead")),
    element(
      "section",
      { class: "record", "aria-labelledby": "record-title" },
      art(),
      element("p", { class: "eyebrow" }, t("record.name")),
      element("p", { class: "name" }, span(t("record.learner"), "small muted")),
      element("p", {}, state.success === "passed" ? t("record.passed") : t("record.completed")),
      element("h2", { id: "record-title" }, course.title),
      facts(context, state),
      results(context, state),
      element("p", { class: "foot small muted" }, foot(context, state, notice)),
    ),
    row(print, linkButton("", "#/", t("result.overview"))),
  );
  node.classList.add("wide");
  return { node, place: t("record.name"), quiet: true };
}

/**
 * @param {Context} context
 * @param {State} state
 * @returns {View}
 */
function unfinishedView({ course, t }, state) {
  const stops = stopsOf(course, state);
  const { done, total, hasQuiz } = tally(stops);
  const groups = [{ id: null, title: course.shortTitle, number: "" }, ...course.sections].flatMap(
    ({ id, number, title }) => {
      const own = stops.filter((stop) => stop.section === id && stop.counts);
      const next = own.find((stop) => !stop.done);
      if (!next) return [];
      const counts = tally(own);
      const words = t("progress.done", { done: counts.done, total: counts.total });
      const link = element("a", { href: next.hash }, `${number} ${title}`.trim());
      return [element("li", {}, icon("todo"), element("span", {}, link, element("small", {}, words)))];
    },
  );
  const counted = hasQuiz
    ? t("progress.steps", { done, count: total })
    : t("progress.pages", { done, count: total });
  const node = article(
    [span(counted)],
    t("record.open_title"),
    element("p", { class: "lead" }, t("record.open_text")),
    element("h2", {}, t("record.left")),
    element("ul", { class: "ticks" }, ...groups),
  );
  return { node, place: t("record.name") };
}

/**
 * @param {Context} context
 * @param {State} state
 */
function facts({ course, t }, { score }) {
  const told = [
    [clockText(Date.now(), course.locale, DAY), t("record.printed")],
    ...(score === null
      ? []
      : [
          [t.percent(score), t("record.result")],
          [t.percent(course.scoring.pass), t("record.needed")],
        ]),
  ];
  return element(
    "dl",
    { class: "facts" },
    ...told.map(([value, what]) => element("div", {}, element("dt", {}, what), element("dd", {}, value))),
  );
}

/**
 * @param {Context} context
 * @param {State} state
 */
function results({ course, t }, { quizzes }) {
  const rows = course.sections.flatMap(({ id, number, title, quiz }) => {
    const progress = quizzes[id];
    const counted = progress?.counted ?? null;
    if (!quiz || counted === null) return [];
    const past = progress.pastAttempts[countedAttempt(course.scoring.counted, progress)];
    const date = past && clockText(wallTime(past.at), course.locale, { dateStyle: "medium" });
    return element(
      "tr",
      {},
      element(
        "th",
        { scope: "row" },
        span(number, "num"),
        ` ${title}`,
        date && element("small", {}, t("record.taken", { date })),
      ),
      element("td", { class: "n" }, scoreText(t, quiz, counted)),
    );
  });
  if (rows.length === 0) return null;
  const columns = [
    element("th", { scope: "col" }, t("quiz.name")),
    element("th", { scope: "col", class: "n" }, t("record.score")),
  ];
  return element(
    "table",
    {},
    element("caption", { class: "sr" }, t("record.results")),
    element("thead", {}, element("tr", {}, ...columns)),
    element("tbody", {}, ...rows),
  );
}

/**
 * @param {Context} context
 * @param {State} state
 * @param {string} notice
 */
function foot({ t }, { mode }, notice) {
  const official = mode === "untracked" ? t("record.untracked") : t("record.official");
  return [t("record.says"), official, notice].filter(Boolean).join(" ");
}

/** The cover's picture, as another one: its gradient cannot be used from a part that is not shown. */
function art() {
  const picture = /** @type {Element | undefined} */ (
    document.querySelector("#launch .art")?.cloneNode(true)
  );
  for (const gradient of picture?.querySelectorAll("[id]") ?? []) {
    const { id } = gradient;
    gradient.id = `record-${id}`;
    for (const drawn of picture?.querySelectorAll(`[stroke="url(#${id})"]`) ?? []) {
      drawn.setAttribute("stroke", `url(#record-${id})`);
    }
  }
  return picture;
}
