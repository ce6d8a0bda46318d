/** The whole course at once: its scripts, and the text of its pages as learners read it. */

/** @import { Context } from "../view/context.js" */
/** @import { SectionContent } from "../types.js" */
/** @import { Entry } from "./search_text.js" */
import { fromMarkup } from "../view/elements.js";
import { stopsOf } from "../view/progress.js";
import { pageHash, quizHash } from "../view/routes.js";

/** What says nothing of its own: where a page stands, what to press, how to answer, what may be chosen, help. */
const ASIDE = ".eyebrow, .pager, .foot, .btn, form > :not(fieldset), fieldset > :not(legend), svg";
/** What does not end a line of text. */
const WITHIN = "a, abbr, b, code, em, i, kbd, mark, q, s, small, span, strong, sub, sup, u";

/**
 * @param {Context} context
 * @returns {Promise<Map<string, SectionContent>>} by script; rejects when one cannot be had
 */
export async function wholeCourse({ course, load }) {
  const scripts = [...new Set([...course.pages, ...course.sections].map(({ script }) => script))];
  const contents = await Promise.all(scripts.map(load));
  return new Map(scripts.map((script, at) => [script, contents[at]]));
}

/**
 * @param {Context} context
 * @param {Map<string, SectionContent>} contents
 * @returns {Entry[]} sections, pages and quizzes in reading order
 */
export function entriesOf({ course, session }, contents) {
  const stops = stopsOf(course, session.state());
  const pages = course.pages.map(({ id, title, section, script }) => {
    const within = course.sections.find((one) => one.id === section);
    const text = plainText(contents.get(script)?.pages[id] ?? "");
    const place = within ? `${within.number} ${within.shortTitle}` : course.shortTitle;
    return { href: pageHash(id), title, place, text, section };
  });
  return [
    ...pages.filter(({ section }) => section === null),
    ...course.sections.flatMap(({ id, number, title, shortTitle, quiz }) => [
      {
        href: stops.find((stop) => stop.section === id)?.hash ?? "#/",
        title: `${number} ${title}`,
        place: course.shortTitle,
        text: "",
      },
      ...pages.filter(({ section }) => section === id),
      ...(quiz
        ? [{ href: quizHash(id), title: quiz.title, place: `${number} ${shortTitle}`, text: quiz.name }]
        : []),
    ]),
  ];
}

/**
 * What a page says, without its title and without what would give answers away.
 * @param {string} markup
 */
export function plainText(markup) {
  const page = fromMarkup(markup);
  for (const node of page.querySelectorAll(`h1, ${ASIDE}`)) node.remove();
  for (const node of page.querySelectorAll(`:not(${WITHIN})`)) node.append(" ");
  return (page.textContent ?? "").replace(/\s+/gu, " ").trim();
}
