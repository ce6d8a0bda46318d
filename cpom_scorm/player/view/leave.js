/** The view after Exit: it is safe to close the window now, or it is not yet. */

/** @import { Context, View } from "./context.js" */
import { article, element, linkButton, note, row } from "./elements.js";
import { stopsOf } from "./progress.js";
import { clockText } from "./strings.js";

/**
 * @param {Context} context
 * @returns {View}
 */
export function leaveView({ course, session, t }) {
  session.exit();
  const state = session.state();
  const { status, at } = state.save;
  const stop = stopsOf(course, state).find(({ hash }) => hash === `#/${state.bookmark}`);
  const failed = status === "failed";
  const last = state.mode === "ended";
  const words = [
    failed && t("exit.not_saved"),
    status === "saved" && t("exit.saved", { time: clockText(at ?? 0, course.language) }),
    stop && t("exit.place", { title: stop.title }),
  ];
  const node = article(
    [],
    t("exit.title"),
    note(
      failed ? "warn" : "good",
      failed ? "warn" : "ok",
      element("p", {}, words.filter(Boolean).join(" ")),
      !last && row(linkButton("", "#/", t("exit.return"))),
    ),
  );
  return { node, place: t("shell.exit"), quiet: true, last };
}
