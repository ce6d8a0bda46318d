/** What a learner reads before a section check: the template's page, with what only the player knows. */

/** @import { Context, View } from "./context.js" */
/** @import { SectionData } from "../types.js" */
import { startQuiz } from "./answers.js";
import { fromMarkup } from "./elements.js";
import { scoreText } from "./progress.js";
import { quizHash } from "./routes.js";

/**
 * @param {Context} context
 * @param {SectionData} section one with a quiz
 * @returns {Promise<View>}
 */
export async function quizIntro(context, section) {
  const { session, t } = context;
  const { quiz, id } = section;
  // The result must show even when the connection is gone by then.
  context.tools().catch(() => {});
  const content = await context.load(section.script);
  const node = fromMarkup(content.quiz?.html ?? "");
  const state = session.state().quizzes[id];
  if (quiz && state && state.counted !== null) {
    fillIn(node, "[data-counted]", scoreText(t, quiz, state.counted));
  }
  fillIn(node, "[data-left]", t.number(Number(quiz?.attempts) - (state?.attempts ?? 0)));
  const button = node.querySelector("[data-start]");
  if (state?.open) fillIn(node, "[data-start] span", t("quiz.resume"));
  button?.addEventListener("click", () => startQuiz(context, section, content));
  return {
    node,
    place: `${section.number} ${section.quiz?.name}`,
    current: quizHash(id),
    quiet: true,
    shown: () => session.bookmark(`quiz/${id}`),
  };
}

/**
 * @param {HTMLElement} node
 * @param {string} selector
 * @param {string} text
 */
function fillIn(node, selector, text) {
  const place = node.querySelector(selector);
  if (!place) return;
  place.textContent = text;
  place.closest("[hidden]")?.removeAttribute("hidden");
}
