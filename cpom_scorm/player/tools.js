/** Registers what learners need now and then, and brings its styles. No first view waits for any of it. */

import { completionView } from "./tools/completion_record.js";
import { explainTerm, glossaryView } from "./tools/glossary.js";
import { helpView } from "./tools/help.js";
import { completePanel } from "./tools/panel.js";
import { printView } from "./tools/print.js";
import { searchView } from "./tools/search.js";
/** @import { CourseData } from "./types.js" */
/** @import { Term } from "./tools/glossary.js" */
/** @import { Context, Tools, View } from "./view/context.js" */
import { element } from "./view/elements.js";
import { quizResult } from "./view/quiz_result.js";
import { notFound } from "./view/trouble.js";

/**
 * @typedef {object} Namespace
 * @property {CourseData} course
 * @property {(id: string, content: Tools) => void} section
 * @property {ToolsData} tools
 */

/**
 * What only the tools need to know of the course: `render/later_scripts.py` writes it.
 * @typedef {object} ToolsData
 * @property {Record<string, string>} strings those that the player itself does not need
 * @property {string} notice at the foot of every page; may be empty
 * @property {Term[]} glossary in the author's order
 * @property {string[]} hosts on the web that the course shows something from
 * @property {boolean} printsAnswers whether the whole course on paper ends with the answers
 */

/** @type {Record<string, (context: Context, words: string) => View | Promise<View>>} */
const VIEWS = {
  search: (context, words) => searchView(context, tools.glossary, words),
  glossary: (context, id) =>
    tools.glossary.length > 0 ? glossaryView(context, tools.glossary, id) : notFound(context),
  print: (context) => printView(context, tools),
  record: (context) => completionView(context, tools),
  help: (context) => helpView(context, tools),
};

const { cpomScorm } = /** @type {{ cpomScorm: Namespace }} */ (/** @type {any} */ (globalThis));
const { course, tools } = cpomScorm;
Object.assign(course.strings, tools.strings);

const sheet = element("link", { rel: "stylesheet", href: "tools.css" });
/** Without its styles a view still says everything. */
const styled = new Promise((resolve) => {
  sheet.onload = resolve;
  sheet.onerror = resolve;
});
document.head.append(sheet);

cpomScorm.section("tools", {
  view: async (context, { id, words }) => {
    await styled;
    return VIEWS[id](context, words);
  },
  result: async (...given) => {
    await styled;
    return quizResult(...given);
  },
  async explain(context, link, id) {
    await styled;
    explainTerm(context, tools.glossary, link, id);
  },
  panel: completePanel,
});
