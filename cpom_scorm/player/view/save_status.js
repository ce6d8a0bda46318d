/** Whether the LMS has the learner's progress: a word in the bar, and a strip below it while it has not. */

/** @import { Context } from "./context.js" */
/** @import { Save, State } from "../types.js" */
import { byId, element, icon } from "./elements.js";
import { clockText } from "./strings.js";

/** @param {Context} context */
export function createSaveStatus({ course, session, t }) {
  const status = byId("save");
  const strip = byId("strip");
  let shown = "";

  /**
   * @param {Save} save
   * @returns {[string, string]} icon and words
   */
  const words = ({ status: name, at }) => {
    const time = at === null ? "" : clockText(at, course.language);
    if (name === "saving") return ["again", t("save.saving")];
    if (name === "saved") return ["saved", t("save.saved", { time })];
    if (name === "sent") return ["info", t("save.sent")];
    if (name === "failed") return ["unsaved", t("save.failed")];
    return name === "off" ? ["unplug", t("save.off")] : ["", ""];
  };
  /** @param {Save} save */
  const failure = ({ at }) => {
    const since =
      at === null ? t("save.failed_start") : t("save.failed_since", { time: clockText(at, course.language) });
    const retry = element("button", { class: "btn", type: "button" }, icon("again"), t("save.retry"));
    retry.addEventListener("click", () => session.retry());
    return element(
      "div",
      { class: "note strip warn" },
      icon("unsaved"),
      element("p", {}, element("b", {}, since), ` ${t("save.failed_text")}`),
      element("div", { class: "row" }, retry),
    );
  };
  return {
    /** @param {State} state */
    update({ save }) {
      const [picture, text] = words(save);
      if (text === shown) return;
      shown = text;
      status.className = save.status === "failed" ? "save warn" : "save";
      status.replaceChildren(...(text ? [icon(picture), element("span", {}, text)] : []));
      strip.replaceChildren(...(save.status === "failed" ? [failure(save)] : []));
    },
  };
}
