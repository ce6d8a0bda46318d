/** The result of a finished attempt: where the learner stands, what to do next, and every answer again. */

/** @import { Context, View } from "./context.js" */
/** @import { QuizData, QuizProgress, SectionContent, SectionData } from "../types.js" */
import { KINDS } from "../interactions/kinds.js";
import { newMark } from "../interactions/marks.js";
import { element, fromMarkup, icon } from "./elements.js";
import { feedbackNote } from "./feedback.js";
import { neededToPass, stopsOf } from "./progress.js";
import { questionOrder, startQuiz } from "./quiz_run.js";
import { ring } from "./ring.js";
import { quizHash } from "./routes.js";
import { percent } from "./strings.js";

/**
 * @param {Context} context
 * @param {SectionData} section
 * @param {QuizData} quiz the section's
 * @param {QuizProgress} progress with at least one finished attempt
 * @returns {Promise<View>}
 */
export async function quizResult(context, section, quiz, progress) {
  const { t, session } = context;
  const content = await context.load(section.script);
  const passed = (progress.last ?? 0) >= quiz.pass - 1e-9;
  const name = `${section.number} ${t("quiz.name")}`;
  const counts = t(`result.counts_${context.course.scoring.counted}`);
  const node = element(
    "article",
    { class: "page wide flow" },
    element(
      "header",
      {},
      element(
        "p",
        { class: "eyebrow" },
        element("span", {}, name),
        element("span", { class: "num" }, t("result.attempt", { number: progress.attempts })),
      ),
      element("h1", { tabindex: -1 }, passed ? t("result.passed") : t("result.failed")),
    ),
    element(
      "section",
      { class: "result" },
      ringOf(context, quiz, progress, passed),
      element(
        "div",
        { class: "flow" },
        element("p", { class: "lead" }, summary(context, quiz, progress)),
        nextSteps(context, section, content, passed),
        element("p", { class: "small muted" }, counts),
      ),
    ),
    element("h2", {}, t("result.review")),
    element("div", { class: "acc" }, ...reviews(context, section, content)),
  );
  return {
    node,
    place: name,
    current: quizHash(section.id),
    quiet: true,
    shown: () => session.bookmark(`quiz/${section.id}`),
  };
}

/**
 * @param {Context} context
 * @param {QuizData} quiz
 * @param {QuizProgress} progress
 * @param {boolean} passed
 */
function ringOf({ course, t }, quiz, progress, passed) {
  const needed = neededToPass(quiz, course.questions);
  const right = progress.lastCorrect;
  const total = quiz.questions.length;
  const share = progress.last ?? 0;
  const small = needed === null ? `${percent(quiz.pass)}%` : needed;
  const big = needed === null ? `${percent(share)}%` : t("quiz.of", { right, total });
  return ring({
    share,
    mark: quiz.pass,
    passed,
    big,
    small: t("result.needed", { needed: small }),
  });
}

/**
 * @param {Context} context
 * @param {QuizData} quiz
 * @param {QuizProgress} progress
 */
function summary({ course, t }, quiz, { last, lastCorrect: right }) {
  const total = quiz.questions.length;
  const needed = neededToPass(quiz, course.questions);
  if (right === total) return t("result.perfect", { total });
  if (needed === null) return t("result.score", { score: percent(last ?? 0), mark: percent(quiz.pass) });
  return right >= needed
    ? t("result.over", { right, total, needed })
    : t("result.under", { right, total, needed });
}

/**
 * @param {Context} context
 * @param {SectionData} section
 * @param {SectionContent} content
 * @param {boolean} passed
 */
function nextSteps(context, section, content, passed) {
  const { course, session, t } = context;
  const stops = stopsOf(course, session.state());
  const next = stops[stops.findIndex((stop) => stop.hash === quizHash(section.id)) + 1];
  const onward = element(
    "a",
    { class: passed ? "btn primary" : "btn", href: next?.hash ?? "#/" },
    next ? t("result.continue", { title: next.title }) : t("result.overview"),
    icon("next", true),
  );
  const again = element(
    "button",
    { class: passed ? "btn" : "btn primary", type: "button" },
    icon("again"),
    t("quiz.retake"),
  );
  again.addEventListener("click", () => startQuiz(context, section, content));
  return element("div", { class: "row" }, ...(passed ? [onward, again] : [again, onward]));
}

/**
 * @param {Context} context
 * @param {SectionData} section
 * @param {SectionContent} content
 */
function reviews(context, section, content) {
  return questionOrder(context, section).map((id, at) => review(context, content, id, at + 1));
}

/**
 * One question, closed; its form is built when the learner opens it.
 * @param {Context} context
 * @param {SectionContent} content
 * @param {string} id
 * @param {number} number
 */
function review({ course, session, t }, content, id, number) {
  const question = content.questions[id];
  const { kind } = course.questions[id];
  const answer = session.state().answers[id];
  const verdict = !answer
    ? newMark("bad", t("result.no_answer"))
    : answer.result === "correct"
      ? newMark("good", t("check.correct"))
      : newMark("bad", answer.result === "partly" ? t("result.partly") : t("check.incorrect"));
  const title = element("span", {}, `${number}. ${question.description} `, verdict);
  const details = element("details", {}, element("summary", {}, title, icon("chev")));
  const build = () => {
    const form = /** @type {HTMLFormElement} */ (fromMarkup(question.html ?? ""));
    const behavior = KINDS[kind];
    const none = kind === "matching" ? {} : kind === "choice" ? [] : "";
    if (answer) behavior.show(form, answer.response);
    behavior.lock(form, true);
    behavior.mark(form, answer?.response ?? none, question.key, { reveal: true }, t);
    if (answer)
      form.querySelector(".feedback")?.append(feedbackNote(t, kind, question, answer.response, false));
    details.append(form);
  };
  details.addEventListener("toggle", build, { once: true });
  return details;
}
