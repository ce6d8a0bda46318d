/** Help: ways through the course, keys, what the words about saving mean, and what is stored of the learner. */

/** @import { Context, View } from "../view/context.js" */
/** @import { ToolsData } from "../tools.js" */
/** @import { Child } from "../view/elements.js" */
import { article, element, icon } from "../view/elements.js";

/** Icon of each word in the bar, as `save_status.js` shows it. */
const SAVING = /** @type {const} */ ([
  ["saving", "again"],
  ["saved", "saved"],
  ["sent", "info"],
  ["failed", "unsaved"],
  ["off", "unplug"],
]);

/**
 * @param {Context} context
 * @param {ToolsData} tools
 * @returns {View}
 */
export function helpView({ course, t }, { hosts }) {
  const keys = [
    [t("help.key.tab"), t("help.key.tab_does")],
    [t("help.key.enter"), t("help.key.enter_does")],
    [t("help.key.space"), t("help.key.space_does")],
    [t("help.key.arrows"), t("help.key.arrows_does")],
    [t("help.key.escape"), t("help.key.escape_does")],
    [t("help.key.back"), t("help.key.back_does")],
    [t("help.key.print"), t("help.key.print_does")],
  ];
  const saving = SAVING.map(([name, picture]) => [
    element(
      "span",
      { class: name === "failed" ? "save warn" : "save" },
      icon(picture),
      t(`save.${name}`, { time: "" }).trim(),
    ),
    t(`help.saving.${name}`),
  ]);
  const isReported = course.interactions !== "off";
  const keepsTexts = Object.keys(course.record.texts ?? {}).length > 0;
  const node = article(
    [],
    t("help.title"),
    element("h2", {}, t("help.around")),
    list([t("help.around.outline"), t("help.around.pager"), t("help.around.tools"), t("help.around.skip")]),
    element("h2", {}, t("help.keys")),
    table(
      t("help.keys"),
      [t("help.keys.key"), t("help.keys.does")],
      keys.map(([key, does]) => [element("kbd", {}, key), does]),
    ),
    element("h2", {}, t("help.saving")),
    element("p", {}, t("help.saving.text")),
    table(t("help.saving"), [t("help.saving.word"), t("help.saving.means")], saving),
    element("h2", {}, t("help.stored")),
    list([
      t("help.stored.record"),
      isReported && t("help.stored.answers"),
      keepsTexts && t("help.stored.texts"),
      t("help.stored.name"),
      t("help.stored.device"),
      t("help.stored.copy"),
      course.record.withheld && t("help.stored.withheld"),
      hosts.length > 0 && t("help.stored.hosts", { hosts: hosts.join(", ") }),
      t("help.stored.nowhere"),
    ]),
    element("h2", {}, t("help.leaving")),
    element("p", {}, t("help.leaving.text")),
  );
  return { node, place: t("help.title") };
}

/** @param {Child[]} lines */
function list(lines) {
  return element("ul", {}, ...lines.map((line) => line && element("li", {}, line)));
}

/**
 * @param {string} name
 * @param {string[]} columns
 * @param {Child[][]} rows whose first cell is their heading
 */
function table(name, columns, rows) {
  const head = columns.map((title) => element("th", { scope: "col" }, title));
  const body = rows.map(([first, ...cells]) =>
    element(
      "tr",
      {},
      element("th", { scope: "row" }, first),
      ...cells.map((cell) => element("td", {}, cell)),
    ),
  );
  return element(
    "div",
    { class: "scroll", tabindex: 0, role: "region", "aria-label": name },
    element("table", {}, element("thead", {}, element("tr", {}, ...head)), element("tbody", {}, ...body)),
  );
}
