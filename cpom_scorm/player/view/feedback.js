/** What a learner is told about an answer: in words, with an icon and a color (A11Y-03). */

/** @import { QuestionContent, Response } from "../types.js" */
/** @import { Translate } from "../interactions/kinds.js" */
import { KINDS } from "../interactions/kinds.js";
import { element, fromMarkup, note } from "./elements.js";
import { pageHash } from "./routes.js";

/** Tone and icon of each result. */
const LOOKS = {
  correct: ["good", "ok"],
  partly: ["warn", "part"],
  incorrect: ["bad", "no"],
  neutral: ["", "info"],
};

/**
 * While a try is left, nothing that explains the answer is told: one text for all answers does.
 * @param {Translate} t
 * @param {string} kind
 * @param {QuestionContent} content
 * @param {Response} response
 * @param {boolean} mayTryAgain
 */
export function feedbackNote(t, kind, content, response, mayTryAgain) {
  const { grade, chosen } = KINDS[kind];
  const { result, right, total } = grade(content.key, response);
  const { feedback, optionFeedback = {}, rationale, revisit } = content;
  const over = !mayTryAgain;
  const title = {
    correct: t("check.correct"),
    partly: t("check.partly", { right, total }),
    incorrect: over ? t("check.incorrect") : t("check.not_yet"),
    neutral: t("check.kept"),
  }[result];
  const texts = [
    ...(chosen?.(response) ?? []).map((option) => optionFeedback[option]),
    feedback[result] ?? (over ? feedback.any : undefined),
    over ? rationale : undefined,
  ];
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
