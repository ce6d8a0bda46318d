/** What every view is handed, as types only. */

/** @import { CourseData, QuizData, QuizProgress, SectionContent, SectionData, Session, State } from "../types.js" */
/** @import { quizIntro } from "./quiz_intro.js" */
/** @import { quizRun } from "./quiz_run.js" */
/** @import { Route } from "./routes.js" */
/** @import { Translate } from "../interactions/kinds.js" */

/**
 * @typedef {object} Context
 * @property {CourseData} course
 * @property {Session} session
 * @property {Translate} t
 * @property {(script: string) => Promise<SectionContent>} load a section's content; rejects when it cannot be had
 * @property {() => Promise<Tools>} tools brings what learners need now and then; rejects when it cannot be had
 * @property {() => Promise<{ intro: typeof quizIntro, run: typeof quizRun }>} quiz brings quizzes up to their result; rejects likewise
 * @property {(hash: string) => void} go changes the view
 * @property {(hash: string) => void} replace changes the view and forgets the place that was left
 */

/**
 * A view, made but not yet shown. Its `h1` gives the title of the window.
 * @typedef {object} View
 * @property {HTMLElement} node
 * @property {string} place where in the course this is, for the bar
 * @property {string} [current] the hash that the outline marks as current
 * @property {boolean} [quiet] whether the outline starts closed
 * @property {boolean} [last] whether nothing can follow: the bar goes away
 * @property {() => void} [shown] runs once the view is on the page
 * @property {() => void} [keep] runs before another view is made, and when the window is hidden or closed
 */

/**
 * What `tools.js` registers.
 * @typedef {object} Tools
 * @property {(context: Context, route: Extract<Route, { name: "tool" }>) => Promise<View>} view of such a route
 * @property {(context: Context, section: SectionData, quiz: QuizData, progress: QuizProgress) => Promise<View>} result
 *   of the last attempt
 * @property {(context: Context, link: HTMLElement, id: string) => void} explain shows what a term of the glossary means
 * @property {(context: Context, place: HTMLElement) => void} panel completes the panel of tools, once
 */

export {};
