/** The result of a finished attempt: where the learner stands, what to do next, and every answer again. */

import { KINDS } from "../interactions/kinds.js";
import { newMark } from "../interactions/marks.js";
/** @import { Context, View } from "./context.js" */
/** @import { QuizData, QuizProgress, SectionContent, SectionData } from "../types.js" */
import { questionsAsked } from "../questions_asked.js";
import { reaches } from "../scoring.js";
import { startQuiz } from "./answers.js";
import { article, button, element, fromMarkup, icon, linkButton, row, span } from "./elements.js";
import { feedbackNote } from "./feedback.js";
import { noAnswer } from "./no_answer.js";
import { scoreText, stopsOf } from "./progress.js";
import { RESULT_FEATURES } from "./result_features.js";
import { ring } from "./ring.js";
import { quizHash } from "./routes.js";

/** Of verdicts; all others are bad. @type {Record<string, "good" | "warn">} */
const TONES = { correct: "good", partly: "warn" };

/**
 * @param {Context} context
 * @param {SectionData} section
 * @param {QuizData} quiz the section's
 * @param {QuizProgress} progress with at least one finished attempt
 * @returns {Promise<View>}
 */
export async function quizResult(context, section, quiz, progress) {
  const { course, session, t } = context;
  const content = await context.load(section.script);
  const place = `${section.number} ${quiz.name}`;
  const passed = reaches(progress.last ?? 0, quiz.pass);
  const kept = !passed && reaches(progress.counted ?? 0, quiz.pass);
  const [picture, text] = attempt(context, quiz, progress, passed);
  const order = questionsAsked(section, session.state());
  const mayRetake = progress.attempts < (quiz.attempts ?? Infinity);
  const node = article(
    [span(place), span(t("result.attempt", { number: progress.attempts }), "num")],
    passed ? t("result.passed") : kept ? t("result.kept") : t("result.failed"),
    element(
      "div",
      { class: "result" },
      picture,
      element(
        "div",
        { class: "flow" },
        element("p", { class: "lead" }, text),
        nextSteps(context, section, content, passed || kept || !mayRetake, mayRetake),
        RESULT_FEATURES.limit?.(t, quiz, progress),
        mayRetake && element("p", { class: "small muted" }, t(`result.counts_${course.scoring.counted}`)),
      ),
    ),
    ...(RESULT_FEATURES.objectives?.(context, content, order) ?? []),
    ...(RESULT_FEATURES.study?.(context, content, order) ?? []),
    ...(RESULT_FEATURES.history?.(context, quiz, progress) ?? []),
    element("h2", {}, t("result.review")),
    element("div", { class: "acc" }, ...order.map((id, at) => review(context, content, id, at + 1))),
  );
  node.classList.add("wide");
  const shown = () => session.bookmark(`quiz/${section.id}`);
  return { node, place, current: quizHash(section.id), quiet: true, shown };
}

/**
 * The last attempt as a picture and as a sentence.
 * @param {Context} context
 * @param {QuizData} quiz
 * @param {QuizProgress} progress
 * @param {boolean} passed
 * @returns {[SVGElement, string]}
 */
function attempt({ t }, quiz, progress, passed) {
  const share = progress.last ?? 0;
  const [score, needed] = [scoreText(t, quiz, share), quiz.needed ?? t.percent(quiz.pass)];
  const text =
    share === 1
      ? t("result.perfect", { count: quiz.total })
      : t(passed ? "result.over" : "result.under", { score, needed });
  return [ring(share, quiz.pass, passed, score, t("result.needed", { needed })), text];
}

/**
 * @param {Context} context
 * @param {SectionData} section
 * @param {SectionContent} content
 * @param {boolean} onwards whether that is what the learner will want
 * @param {boolean} mayRetake
 */
function nextSteps(context, section, content, onwards, mayRetake) {
  const { course, session, t } = context;
  const stops = stopsOf(course, session.state());
  const next = stops[stops.findIndex((stop) => stop.hash === quizHash(section.id)) + 1];
  const isComplete = session.state().completion === "completed";
  const [href, words] = isComplete
    ? ["#/record", t("record.name")]
    : next
      ? [next.hash, t("result.continue", { title: next.title })]
      : ["#/", t("result.overview")];
  const onward = linkButton(onwards ? "primary" : "", href, words, icon("next", true));
  const start = () => startQuiz(context, section, content);
  const again = mayRetake && button(onwards ? "" : "primary", start, icon("again"), t("quiz.retake"));
  return onwards ? row(onward, again) : row(again, onward);
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
  const { kind, scored } = course.questions[id];
  const answer = session.state().answers[id];
  const words = {
    correct: t("check.correct"),
    partly: t("result.partly"),
    incorrect: t("check.incorrect"),
    neutral: t("check.kept"),
    ungraded: t("result.no_answer"),
  }[answer?.result ?? "ungraded"];
  const verdict = scored
    ? newMark(TONES[answer?.result ?? ""] ?? "bad", words)
    : element("span", { class: "mark" }, icon("info"), words);
  const name = t("result.question", { number, text: question.records[0][2] });
  const title = element("span", {}, `${name} `, verdict);
  const details = element("details", {}, element("summary", {}, title, icon("chev")));
  const build = () => {
    const form = /** @type {HTMLFormElement} */ (fromMarkup(question.html ?? ""));
    const behavior = KINDS[kind];
    if (answer) behavior.show(form, answer.response);
    behavior.lock(form, true);
    behavior.start?.(form, { t, key: question.key, instant: true, told: question.optionFeedback ?? {} });
    behavior.mark(
      form,
      answer?.response ?? noAnswer(kind),
      question.key,
      { reveal: true, revise: (given) => session.revise(id, given) },
      t,
    );
    if (answer)
      form.querySelector(".feedback")?.append(feedbackNote(t, kind, question, answer.response, false));
    details.append(form);
  };
  details.addEventListener("toggle", build, { once: true });
  return details;
}
