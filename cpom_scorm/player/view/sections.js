/** Brings the text of a section when it is first wanted, by a script element: that works from disk as well. */

/** @import { SectionContent } from "../types.js" */

/**
 * @typedef {object} Sections
 * @property {(id: string, content: SectionContent) => void} register called by each section script
 * @property {(script: string) => Promise<SectionContent>} load rejects when the script cannot be had
 * @property {() => Promise<any>} tools brings what learners need now and then
 * @property {() => Promise<any>} quiz brings quizzes up to their result
 * @property {() => Promise<any>} recovery brings what puts progress together
 */

/** @returns {Sections} */
export function createSections() {
  /** @type {Map<string, Promise<SectionContent>>} */
  const loading = new Map();
  /** @type {SectionContent | null} */
  let arrived = null;

  /** @param {string} script */
  const request = (script) =>
    /** @type {Promise<SectionContent>} */ (
      new Promise((resolve, reject) => {
        const node = document.createElement("script");
        const fail = () => {
          node.remove();
          loading.delete(script);
          reject(new Error(script));
        };
        // A login page sent in the script's place loads, but registers nothing.
        node.onload = () => {
          const content = arrived;
          arrived = null;
          return content ? resolve(content) : fail();
        };
        node.onerror = fail;
        node.src = script;
        document.head.append(node);
      })
    );

  /** @param {string} script */
  const load = (script) => {
    const known = loading.get(script) ?? request(script);
    loading.set(script, known);
    return known;
  };
  return {
    register: (_, content) => {
      arrived = content;
    },
    load,
    tools: () => load("tools.js"),
    quiz: () => load("quiz.js"),
    recovery: () => load("recovery.js"),
  };
}
