/** What stands around a view: bar, outline, notices, title and focus. One view is shown at a time. */

/** @import { Context, View } from "./context.js" */
/** @import { State } from "../types.js" */
import { byId, setProgress } from "./elements.js";
import { createLaunch } from "./launch.js";
import { createNotices } from "./notices.js";
import { createOutline } from "./outline.js";
import { stopsOf, tally } from "./progress.js";
import { createSaveStatus } from "./save_status.js";

/** @param {Context} context */
export function createFrame(context) {
  const { course, session, t } = context;
  const launch = createLaunch(context);
  const outline = createOutline(context);
  const notices = createNotices(context);
  const saveStatus = createSaveStatus(context);
  const [bar, main, launchPage, place] = [byId("bar"), byId("main"), byId("launch"), byId("view")];
  const tools = byId("tools");
  let atLaunch = true;

  /** @param {State} state */
  const update = (state) => {
    if (atLaunch) launch.update(state);
    else {
      const { done, total } = tally(stopsOf(course, state));
      setProgress(byId("bar-progress"), done, total, t("progress.label", { done, total }));
      outline.update(state);
    }
    notices.update(state, atLaunch);
    saveStatus.update(state);
  };
  const heading = () => (atLaunch ? launchPage : place).querySelector("h1");
  /** @param {View | null} view */
  const swap = (view) => {
    atLaunch = view === null;
    bar.hidden = view?.last ?? atLaunch;
    launchPage.hidden = !atLaunch;
    place.hidden = atLaunch;
    main.classList.toggle("bare", atLaunch);
    tools.removeAttribute("open");
    if (atLaunch) launchPage.prepend(tools);
    else byId("exit").before(tools);
    place.replaceChildren(...(view ? [view.node] : []));
    byId("bar-place").textContent = view?.place ?? "";
    if (view) outline.moved(view.current ?? "", view.quiet ?? false);
    else outline.close();
    const page = heading()?.textContent ?? "";
    document.title = view ? t("shell.title", { page, course: course.title }) : course.title;
  };
  const focus = () => heading()?.focus({ preventScroll: true });

  tools.addEventListener("toggle", () => {
    // Without the script its links still say what is wrong.
    context.tools().then(
      ({ panel }) => panel(context, tools),
      () => {},
    );
  });
  window.addEventListener("beforeprint", () => {
    for (const closed of place.querySelectorAll(".more, .block details")) closed.setAttribute("open", "");
  });
  document.querySelector(".skip")?.addEventListener("click", (event) => {
    event.preventDefault(); // Its address would read as the address of a view.
    heading()?.focus();
  });
  return {
    update,
    /**
     * @param {View | null} view null: the launch page
     * @param {boolean} moves whether the learner came here from another view (A11Y-04)
     */
    show(view, moves) {
      if (moves) {
        notices.moved(session.state());
        saveStatus.moved();
      }
      swap(view);
      if (moves) {
        window.scrollTo(0, 0);
        focus();
      }
      view?.shown?.();
      update(session.state());
    },
  };
}
