/** What a learner is told about an answer: in words, with an icon and a color (A11Y-03). */

/** @import { Graded, QuestionContent, Response } from "../types.js" */
/** @import { Translate } from "../interactions/kinds.js" */
import { KINDS } from "../interactions/kinds.js";
import { element, fromMarkup, icon } from "./elements.js";
import { pageHash } from "./routes.js";

const TONES = { correct: ["good", "ok"], partly: ["warn", "part"], incorrect: ["bad", "no"] };

/**
 * @param {Translate} t
 * @param {string} kind
 * @param {QuestionContent} content
 * @param {Response} response
 * @param {boolean} mayTryAgain
 */
export function feedbackNote(t, kind, content, response, mayTryAgain) {
  const { result, right, total } = KINDS[kind].grade(content.key, response);
  const [tone, picture] = TONES[result];
  const title = {
    correct: t("check.correct"),
    partly: t("check.partly", { right, total }),
    incorrect: mayTryAgain ? t("check.not_yet") : t("check.incorrect"),
  }[result];
  const chosen = Array.isArray(response) ? response : [];
  const texts = [
    ...chosen.map((option) => content.optionFeedback?.[option]),
    content.feedback[result] ?? content.feedback.any,
  ];
  const { revisit } = content;
  return element(
    "div",
    { class: `note ${tone}` },
    icon(picture),
    element("strong", {}, title),
    ...texts.map((text) => text && fromMarkup(`<p>${text}</p>`)),
    revisit &&
      result !== "correct" &&
      element(
        "p",
        {},
        element("a", { href: pageHash(revisit.page) }, t("check.revisit", { title: revisit.title })),
      ),
  );
}
