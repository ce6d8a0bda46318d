/** An open attempt, one question at a time: answers are kept and can be changed until the attempt is finished. */

/** @import { Context, View } from "./context.js" */
/** @import { SectionData } from "../types.js" */
import { KINDS } from "../interactions/kinds.js";
import { finishQuiz, orderOf, questionOrder, unanswered } from "./answers.js";
import { focusOn } from "./check.js";
import { article, button, element, fromMarkup, icon, linkButton, note, row, span } from "./elements.js";
import { keepAnswers } from "./keeping.js";
import { quizHash } from "./routes.js";

/**
 * @param {Context} context
 * @param {SectionData} section
 * @param {number} number of the question, from 1
 * @returns {Promise<View>}
 */
export async function quizRun(context, section, number) {
  const { course, session, t } = context;
  const content = await context.load(section.script);
  const order = questionOrder(context, section);
  const id = order[number - 1];
  const { kind, shuffle } = course.questions[id];
  const form = /** @type {HTMLFormElement} */ (fromMarkup(content.questions[id].html ?? ""));
  if (shuffle && section.quiz?.shuffle) KINDS[kind].shuffle?.(form, orderOf(context, section, id));
  KINDS[kind].start?.(form, { t, key: content.questions[id].key, instant: false, told: {} });
  const saved = session.state().answers[id];
  if (saved) KINDS[kind].show(form, saved.response);

  const counts = span("", "num");
  const dots = element("ol", { class: "dots" });
  const notice = element("div", { role: "status" });
  const count = () => {
    const missing = unanswered(context, content, order);
    const open = missing.length;
    counts.textContent = open
      ? t("quiz.answered_open", { answered: order.length - open, open })
      : t("quiz.all_answered");
    dots.replaceChildren(
      ...order.map((_, at) => dot(context, section, at + 1, number, !missing.includes(at + 1))),
    );
    return missing;
  };
  const keep = keepAnswers(context, form, id, count);
  const finish = () => {
    keep();
    const missing = count();
    const end = () => finishQuiz(context, section, content);
    if (missing.length === 0) return end();
    notice.replaceChildren(unansweredNote(context, section, missing, end));
    focusOn(notice);
  };
  count();
  const place = `${section.number} ${t("quiz.name")}`;
  const node = article(
    [span(place), counts],
    t("quiz.question_of", { number, total: order.length }),
    element("nav", { "aria-label": t("quiz.questions") }, dots),
    form,
    notice,
    steps(context, section, number, order.length, finish),
  );
  return { node, place, current: quizHash(section.id), quiet: true, keep };
}

/**
 * @param {Context} context
 * @param {SectionData} section
 * @param {number} number
 * @param {number} current
 * @param {boolean} answered
 */
function dot({ t }, { id }, number, current, answered) {
  const isHere = number === current;
  const words = isHere ? t("quiz.is_current") : answered ? t("quiz.is_answered") : t("quiz.is_open");
  const attributes = {
    href: quizHash(id, number),
    "data-state": answered && "done",
    "aria-current": isHere && "step",
  };
  return element("li", {}, element("a", attributes, String(number), span(words, "sr")));
}

/**
 * @param {Context} context
 * @param {SectionData} section
 * @param {number} number
 * @param {number} total
 * @param {() => void} finish
 */
function steps({ t }, { id }, number, total, finish) {
  const [back, next] = [number - 1, number + 1];
  const node = row(
    back > 0 && linkButton("", quizHash(id, back), icon("prev", true), t("quiz.question", { number: back })),
    next <= total &&
      linkButton("primary", quizHash(id, next), t("quiz.question", { number: next }), icon("next", true)),
    button(next <= total ? "quiet" : "primary", finish, t("quiz.finish")),
  );
  node.classList.add("spread");
  return node;
}

/**
 * @param {Context} context
 * @param {SectionData} section
 * @param {number[]} missing
 * @param {() => void} finish
 */
function unansweredNote({ t }, { id }, missing, finish) {
  return note(
    "warn",
    "warn",
    element("strong", {}, t("quiz.unanswered", { count: missing.length })),
    element("p", {}, t("quiz.unanswered_text")),
    row(
      ...missing.map((number) => linkButton("", quizHash(id, number), t("quiz.question", { number }))),
      button("", finish, t("quiz.finish_anyway")),
    ),
  );
}
