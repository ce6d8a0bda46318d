/** Addresses of views: the part of the window's address after #. */

/** @import { CourseData } from "../types.js" */

const TOOLS = ["search", "glossary", "print", "help", "record"];

/**
 * @typedef {{ name: "launch" } | { name: "page", id: string } | { name: "exit" } | { name: "unknown" } |
 *   { name: "quiz", section: string, number: number | null } |
 *   { name: "tool", id: string, words: string }} Route `words`: of a search, as the address has them
 */

/**
 * @param {string} hash
 * @param {CourseData} course
 * @returns {Route | null} null when the address is not one of a view, such as a link within a page
 */
export function parseRoute(hash, course) {
  if (hash === "" || hash === "#" || hash === "#/") return { name: "launch" };
  if (!hash.startsWith("#/")) return null;
  const [name, id = "", number] = hash.slice(2).split("/");
  if (name === "exit") return { name };
  if (name === "page" && course.pages.some((page) => page.id === id)) return { name, id };
  if (TOOLS.includes(name)) return { name: "tool", id: name, words: id };
  const quiz = course.sections.find((section) => section.id === id)?.quiz;
  if (name !== "quiz" || !quiz) return { name: "unknown" };
  if (number === undefined) return { name, section: id, number: null };
  const place = /^[1-9]\d{0,3}$/u.test(number) ? Number(number) : 0;
  const exists = place >= 1 && place <= quiz.asked;
  return exists ? { name, section: id, number: place } : { name: "unknown" };
}

/** @param {string} id */
export const pageHash = (id) => `#/page/${id}`;

/**
 * @param {string} section
 * @param {number} [number] of a question, from 1
 */
export const quizHash = (section, number) => ["#/quiz", section, number].filter(Boolean).join("/");
