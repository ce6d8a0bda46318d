/** The view after Exit: it is safe to close the window now, or not everything is saved yet. */

/** @import { Context, View } from "./context.js" */
import { article, button, element, linkButton, note, row } from "./elements.js";
import { stopsOf } from "./progress.js";
import { clockText } from "./strings.js";

/**
 * @param {Context} context
 * @returns {View}
 */
export function leaveView(context) {
  const { session, t } = context;
  const { mode, save } = session.state();
  if (save.status === "failed" && mode !== "ended") return unsavedView(context);
  session.exit();
  const again = button("", startAgain, t("exit.return"));
  const told = sentences(context);
  const parts = [told && element("p", {}, told), mode === "untracked" && row(again)];
  const node = article([], t("exit.title"), parts.some(Boolean) && note("good", "ok", ...parts));
  return { node, place: t("shell.exit"), quiet: true, last: true };
}

/**
 * @param {Context} context
 * @returns {View}
 */
function unsavedView({ session, replace, t }) {
  const leave = () => {
    session.exit();
    replace("#/exit");
  };
  const node = article(
    [],
    t("exit.unsaved_title"),
    note(
      "warn",
      "warn",
      element("p", {}, t("exit.unsaved_text")),
      row(linkButton("primary", "#/", t("exit.return")), button("", leave, t("exit.anyway"))),
    ),
  );
  return { node, place: t("shell.exit"), quiet: true };
}

/** @param {Context} context */
function sentences({ course, session, t }) {
  const state = session.state();
  const { status, at } = state.save;
  const stop = stopsOf(course, state).find(({ hash }) => hash === `#/${state.bookmark}`);
  return [
    status === "saved" && t("exit.saved", { time: clockText(at ?? 0, course.locale) }),
    stop && t("exit.place", { title: stop.title }),
  ]
    .filter(Boolean)
    .join(" ");
}

/** Without an LMS there is no session to end; a new one begins. */
function startAgain() {
  window.history.replaceState(null, "", "#/");
  window.location.reload();
}
