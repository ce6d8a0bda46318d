/** The result of a finished attempt: where the learner stands, what to do next, and every answer again. */

/** @import { Context, View } from "./context.js" */
/** @import { QuizData, QuizProgress, SectionContent, SectionData } from "../types.js" */
import { KINDS } from "../interactions/kinds.js";
import { newMark } from "../interactions/marks.js";
import { reaches } from "../scoring.js";
import { questionOrder, startQuiz } from "./answers.js";
import { article, button, element, fromMarkup, icon, linkButton, row, span } from "./elements.js";
import { feedbackNote } from "./feedback.js";
import { neededToPass, stopsOf } from "./progress.js";
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
  const { course, session, t } = context;
  const content = await context.load(section.script);
  const place = `${section.number} ${t("quiz.name")}`;
  const passed = reaches(progress.last ?? 0, quiz.pass);
  const kept = !passed && reaches(progress.counted ?? 0, quiz.pass);
  const [picture, text] = attempt(context, quiz, progress, passed);
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
        nextSteps(context, section, content, passed || kept),
        element("p", { class: "small muted" }, t(`result.counts_${course.scoring.counted}`)),
      ),
    ),
    element("h2", {}, t("result.review")),
    element(
      "div",
      { class: "acc" },
      ...questionOrder(context, section).map((id, at) => review(context, content, id, at + 1)),
    ),
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
function attempt({ course, t }, quiz, { last, lastCorrect: right }, passed) {
  const total = quiz.questions.length;
  const needed = neededToPass(quiz, course.questions);
  const [score, mark] = [percent(last ?? 0), percent(quiz.pass)];
  const [big, small, text] =
    needed === null
      ? [`${score}%`, `${mark}%`, t("result.score", { score, mark })]
      : [
          t("quiz.of", { right, total }),
          needed,
          t(passed ? "result.over" : "result.under", { right, total, needed }),
        ];
  const picture = ring(last ?? 0, quiz.pass, passed, String(big), t("result.needed", { needed: small }));
  return [picture, right === total ? t("result.perfect", { total }) : text];
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
  const words = next ? t("result.continue", { title: next.title }) : t("result.overview");
  const onward = linkButton(passed ? "primary" : "", next?.hash ?? "#/", words, icon("next", true));
  const start = () => startQuiz(context, section, content);
  const again = button(passed ? "" : "primary", start, icon("again"), t("quiz.retake"));
  return passed ? row(onward, again) : row(again, onward);
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
  const words = {
    correct: t("check.correct"),
    partly: t("result.partly"),
    incorrect: t("check.incorrect"),
    neutral: t("check.kept"),
    ungraded: t("result.no_answer"),
  }[answer?.result ?? "ungraded"];
  const isFine = answer?.result === "correct" || answer?.result === "neutral";
  const verdict = newMark(isFine ? "good" : "bad", words);
  const title = element("span", {}, `${number}. ${question.records[0][2]} `, verdict);
  const details = element("details", {}, element("summary", {}, title, icon("chev")));
  const build = () => {
    const form = /** @type {HTMLFormElement} */ (fromMarkup(question.html ?? ""));
    const behavior = KINDS[kind];
    if (answer) behavior.show(form, answer.response);
    behavior.lock(form, true);
    behavior.start?.(form, { t, key: question.key, instant: true, told: {} });
    behavior.mark(form, answer?.response ?? [], question.key, { reveal: true }, t);
    if (answer)
      form.querySelector(".feedback")?.append(feedbackNote(t, kind, question, answer.response, false));
    details.append(form);
  };
  details.addEventListener("toggle", build, { once: true });
  return details;
}
