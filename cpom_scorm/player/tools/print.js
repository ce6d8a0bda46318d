/** The whole course as one document, to be printed or read in one go. */

/** @import { Context, View } from "../view/context.js" */
/** @import { QuizData, SectionContent, SectionData } from "../types.js" */
/** @import { ToolsData } from "../tools.js" */
import { article, button, element, fromMarkup, icon, row, span } from "../view/elements.js";
import { wholeCourse } from "./course_text.js";
import { answered, forPaper } from "./paper_form.js";

/** Those of blocks: nothing on paper would keep what is put in. */
const CONTROLS = ":is(input, textarea, select, button):not(form *)";
/** Attributes that name an element by its id. */
const REFERENCES = ["for", "aria-describedby", "aria-labelledby", "aria-controls"];

/**
 * @param {Context} context
 * @param {ToolsData} tools
 * @returns {Promise<View>} rejects when a text cannot be had
 */
export async function printView(context, { printsAnswers, notice }) {
  const { course, t } = context;
  const contents = await wholeCourse(context);
  /** @param {string} script */
  const contentOf = (script) => /** @type {SectionContent} */ (contents.get(script));
  /** @param {string | null} section */
  const pagesOf = (section) =>
    course.pages
      .filter((page) => page.section === section)
      .map(({ id, script }) => pageOnPaper(context, id, contentOf(script), section ? 3 : 2));
  const print = button("primary", () => window.print(), icon("print"), t("print.go"));
  const bar = row(print);
  bar.classList.add("no-print");
  const sections = course.sections.map((section) =>
    element(
      "section",
      { class: "part" },
      element("h2", {}, `${section.number} ${section.title}`),
      ...pagesOf(section.id),
      ...quizOnPaper(context, section, contentOf(section.script)),
    ),
  );
  const node = article(
    [span(course.shortTitle)],
    t("print.title"),
    element("p", { class: "lead" }, course.title),
    element("p", { class: "muted no-print" }, t("print.intro")),
    bar,
    ...pagesOf(null),
    ...sections,
    printsAnswers && answersOnPaper(context, contentOf),
    notice && element("p", { class: "foot small muted" }, notice),
  );
  node.classList.add("whole");
  return { node, place: t("print.title"), quiet: true };
}

/**
 * @param {Context} context
 * @param {string} id
 * @param {SectionContent} content
 * @param {number} level of its title: 2 or 3
 */
function pageOnPaper(context, id, content, level) {
  const page = fromMarkup(content.pages[id]);
  page.className = "flow";
  for (const node of page.querySelectorAll(".pager, .foot, iframe")) node.remove();
  for (const details of page.querySelectorAll("details")) details.open = true;
  for (const form of page.querySelectorAll("form")) forPaper(context, form);
  for (const control of page.querySelectorAll(CONTROLS)) control.setAttribute("disabled", "");
  below(page, level);
  return withOwnIds(page, id);
}

/**
 * @param {Context} context
 * @param {SectionData} section
 * @param {SectionContent} content
 */
function quizOnPaper(context, { quiz }, content) {
  const { t } = context;
  if (!quiz) return [];
  const title = element("h3", { class: "serif" }, quiz.title);
  const name = element("p", { class: "eyebrow" }, quiz.name);
  if (!isPrinted(quiz)) {
    return [element("div", { class: "flow" }, name, title, element("p", {}, t("print.limited")))];
  }
  /** @param {string[]} questions */
  const forms = (questions) =>
    questions.map((question) => {
      const form = formOf(content, question);
      forPaper(context, form);
      return form;
    });
  const pools = quiz.pools.flatMap(([count, questions]) => [
    element("p", { class: "muted" }, t("print.pool", { count })),
    ...forms(questions),
  ]);
  return [element("div", { class: "flow" }, name, title, ...forms(quiz.questions), ...pools)];
}

/**
 * @param {Context} context
 * @param {(script: string) => SectionContent} contentOf
 */
function answersOnPaper(context, contentOf) {
  const { course, t } = context;
  const welcome = course.pages
    .filter(({ section }) => section === null)
    .map(({ title, script }) => ({ number: "", title, script, quiz: null }));
  const groups = [...welcome, ...course.sections].flatMap(({ number, title, script, quiz }) => {
    const content = contentOf(script);
    const pages = element("div", {}, ...Object.values(content.pages).map((page) => fromMarkup(page)));
    const checks = [...pages.querySelectorAll("form")];
    const asked = quiz && isPrinted(quiz) ? formsOf(quiz, content) : [];
    const forms = [...checks, ...asked].filter((form) => course.questions[idOf(form)].scored);
    if (forms.length === 0) return [];
    for (const form of forms) answered(context, idOf(form), content.questions[idOf(form)], form);
    const heading = element("h3", { class: "serif" }, `${number} ${title}`.trim());
    return [heading, ...forms.map((form) => withOwnIds(form, "answer"))];
  });
  const title = element("h2", {}, t("print.answers"));
  return element("section", { class: "part" }, title, element("div", { class: "flow" }, ...groups));
}

/**
 * Whoever has few attempts must not see the questions before.
 * @param {QuizData} quiz
 */
function isPrinted({ attempts }) {
  return attempts === null;
}

/**
 * @param {QuizData} quiz
 * @param {SectionContent} content
 */
function formsOf({ questions, pools }, content) {
  return [...questions, ...pools.flatMap(([, pool]) => pool)].map((id) => formOf(content, id));
}

/**
 * @param {SectionContent} content
 * @param {string} id of a quiz's question
 */
function formOf(content, id) {
  return /** @type {HTMLFormElement} */ (fromMarkup(content.questions[id].html ?? ""));
}

/** @param {HTMLFormElement} form */
function idOf(form) {
  return form.dataset.question ?? "";
}

/**
 * Puts the headings of a page below those of the course and its sections; they look as they did.
 * @param {HTMLElement} page
 * @param {number} level of its title: 2 or 3
 */
function below(page, level) {
  let before = level;
  for (const heading of page.querySelectorAll("h2, h3, h4")) {
    // What a script would hide can leave a level out.
    before = Math.min(Number(heading.localName[1]) + level - 1, before + 1);
    heading.setAttribute("aria-level", String(before));
  }
  const title = page.querySelector("h1");
  title?.replaceWith(element(level === 2 ? "h2" : "h3", { class: "serif" }, ...title.childNodes));
}

/**
 * Ids that were unique on their own page become so in the whole course.
 * @param {HTMLElement} root
 * @param {string} name
 */
function withOwnIds(root, name) {
  const known = new Set([...root.querySelectorAll("[id]:not(svg *)")].map(({ id }) => id));
  /** @param {string} id */
  const own = (id) => (known.has(id) ? `${id}-${name}` : id);
  for (const node of root.querySelectorAll(
    ":is([id], [for], [name], [aria-describedby], [aria-labelledby])",
  )) {
    if (node.id) node.id = own(node.id);
    if (node instanceof HTMLInputElement && node.name) node.name = `${node.name}-${name}`;
    for (const attribute of REFERENCES) {
      const value = node.getAttribute(attribute);
      if (value) node.setAttribute(attribute, value.split(" ").map(own).join(" "));
    }
  }
  return root;
}
