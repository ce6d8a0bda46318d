/** An open attempt: answers are kept and can be changed until the attempt is finished, or until they are told. */

/** @import { Context, View } from "./context.js" */
/** @import { SectionData } from "../types.js" */
import { questionsAsked } from "../questions_asked.js";
import { finishQuiz, unanswered } from "./answers.js";
import { focusOn } from "./check.js";
import { article, button, element, icon, linkButton, note, row, span } from "./elements.js";
import { QUIZ_FEATURES } from "./quiz_features.js";
import { quizForm } from "./quiz_form.js";
import { quizHash } from "./routes.js";

/**
 * @param {Context} context
 * @param {SectionData} section
 * @param {number} number of the question, from 1
 * @returns {Promise<View>}
 */
export async function quizRun(context, section, number) {
  const { session, t } = context;
  const content = await context.load(section.script);
  const order = questionsAsked(section, session.state());
  const total = order.length;
  const place = `${section.number} ${section.quiz?.name}`;
  const counts = span("", "num");
  const notice = element("div", { role: "status" });
  /** @returns {number[]} numbers of the questions without an answer */
  const count = () => {
    const missing = unanswered(context, content, order);
    const open = missing.length;
    counts.textContent = open
      ? t("quiz.answered_open", { answered: total - open, open })
      : t("quiz.all_answered");
    shown.update(missing);
    return missing;
  };
  const forms = (one = order) => one.map((id) => quizForm(context, section, content, id, count));
  const end = () => finishQuiz(context, section, content);
  const finish = () => {
    keep();
    const missing = count();
    if (missing.length === 0) return end();
    notice.replaceChildren(
      note(
        "warn",
        "warn",
        element("strong", {}, t("quiz.unanswered", { count: missing.length })),
        element("p", {}, t("quiz.unanswered_text")),
        row(...missing.map((other) => shown.way(other)), button("", end, t("quiz.finish_anyway"))),
      ),
    );
    focusOn(notice);
  };
  const keep = () => {
    for (const one of shown.forms) one.keep();
  };
  const shown =
    section.quiz?.show === "all" && QUIZ_FEATURES.together
      ? QUIZ_FEATURES.together(t, section.quiz.title, forms(), number)
      : oneQuestion(context, section, order, number, forms(order.slice(number - 1, number)));
  count();
  const ending = row(...shown.links, button(shown.isLast ? "primary" : "quiet", finish, t("quiz.finish")));
  ending.classList.add("spread");
  const node = article([span(place), counts], shown.title, ...shown.parts, notice, ending);
  return { node, place, current: quizHash(section.id), quiet: true, keep, shown: shown.begin };
}

/**
 * One question, with the way to the others.
 * @param {Context} context
 * @param {SectionData} section
 * @param {string[]} order
 * @param {number} number
 * @param {{ form: HTMLFormElement, keep: () => void }[]} forms of this question alone
 */
function oneQuestion({ t }, { id }, order, number, forms) {
  const dots = element("ol", { class: "dots" });
  const [back, next] = [number - 1, number + 1];
  /** @param {number} other */
  const words = (other) => t("quiz.question", { number: other });
  return {
    title: t("quiz.question_of", { number, total: order.length }),
    forms,
    parts: [element("nav", { "aria-label": t("quiz.questions") }, dots), ...forms.map(({ form }) => form)],
    links: [
      back > 0 && linkButton("", quizHash(id, back), icon("prev", true), words(back)),
      next <= order.length && linkButton("primary", quizHash(id, next), words(next), icon("next", true)),
    ],
    isLast: next > order.length,
    /** @param {number} other */
    way: (other) => linkButton("", quizHash(id, other), words(other)),
    /** @param {number[]} missing */
    update(missing) {
      dots.replaceChildren(
        ...order.map((_, at) => {
          const isHere = at + 1 === number;
          const isDone = !missing.includes(at + 1);
          const state = isHere ? t("quiz.is_current") : isDone ? t("quiz.is_answered") : t("quiz.is_open");
          const attributes = {
            href: quizHash(id, at + 1),
            "data-state": isDone && "done",
            "aria-current": isHere && "step",
          };
          return element("li", {}, element("a", attributes, t.number(at + 1), span(state, "sr")));
        }),
      );
    },
    begin: () => {},
  };
}
