/** The view after Exit: it is safe to close the window now, or it is not yet. */

/** @import { Context, View } from "./context.js" */
import { element, icon } from "./elements.js";
import { stopsOf } from "./progress.js";
import { clockText } from "./strings.js";

/**
 * @param {Context} context
 * @returns {View}
 */
export function leaveView({ course, session, t }) {
  session.exit();
  const { save, bookmark, mode } = session.state();
  const stop = stopsOf(course, session.state()).find(({ hash }) => hash === `#/${bookmark}`);
  const failed = save.status === "failed";
  const words = [
    failed && t("exit.not_saved"),
    save.status === "saved" &&
      save.at !== null &&
      t("exit.saved", { time: clockText(save.at, course.language) }),
    stop && t("exit.place", { title: stop.title }),
  ];
  const back = mode !== "ended" && element("a", { class: "btn", href: "#/" }, t("exit.return"));
  const node = element(
    "article",
    { class: "page flow" },
    element("header", {}, element("h1", { tabindex: -1 }, t("exit.title"))),
    element(
      "div",
      { class: failed ? "note warn" : "note good" },
      icon(failed ? "warn" : "ok"),
      element("p", {}, words.filter(Boolean).join(" ")),
      back && element("div", { class: "row" }, back),
    ),
  );
  return { node, place: t("shell.exit"), quiet: true, last: !back };
}
