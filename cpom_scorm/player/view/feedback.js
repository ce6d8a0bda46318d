/** What a learner is told about an answer: in words, with an icon and a color (A11Y-03). */

/** @import { QuestionContent, Response } from "../types.js" */
/** @import { Translate } from "../interactions/kinds.js" */
import { KINDS } from "../interactions/kinds.js";
import { element, fromMarkup, note } from "./elements.js";
import { pageHash } from "./routes.js";

/** Tone and icon of each result. */
const LOOKS = { correct: ["good", "ok"], partly: ["warn", "part"], incorrect: ["bad", "no"] };

/**
 * @param {Translate} t
 * @param {string} kind
 * @param {QuestionContent} content
 * @param {Response} response
 * @param {boolean} mayTryAgain
 */
export function feedbackNote(t, kind, content, response, mayTryAgain) {
  const { result, right, total } = KINDS[kind].grade(content.key, response);
  const { feedback, optionFeedback = {}, revisit } = content;
  const title = {
    correct: t("check.correct"),
    partly: t("check.partly", { right, total }),
    incorrect: mayTryAgain ? t("check.not_yet") : t("check.incorrect"),
  }[result];
  const chosen = Array.isArray(response) ? response : [];
  const texts = [...chosen.map((option) => optionFeedback[option]), feedback[result] ?? feedback.any];
  const [tone, picture] = LOOKS[result];
  return note(
    tone,
    picture,
    element("strong", {}, title),
    ...texts.map((text) => text && fromMarkup(`<p>${text}</p>`)),
    revisit && result !== "correct" && element("p", {}, again(t, revisit)),
  );
}

/**
 * @param {Translate} t
 * @param {{ page: string, title: string }} revisit
 */
function again(t, { page, title }) {
  return element("a", { href: pageHash(page) }, t("check.revisit", { title }));
}
