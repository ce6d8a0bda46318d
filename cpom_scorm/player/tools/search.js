/** Search in the course. Texts are fetched and prepared when a learner first searches, then kept. */

/** @import { Context, View } from "../view/context.js" */
/** @import { Term } from "./glossary.js" */
/** @import { Entry, Piece } from "./search_text.js" */
import { article, button, element, icon, note, row } from "../view/elements.js";
import { showError } from "../view/form_error.js";
import { entriesOf, plainText, wholeCourse } from "./course_text.js";
import { marked, searchIn, snippet, wordsOf } from "./search_text.js";

/** More than these few are shown on demand: nobody reads hundreds. */
const FEW = 30;

/** @type {((words: string[]) => Entry[]) | null} */
let search = null;

/**
 * @param {Context} context
 * @param {Term[]} glossary
 * @param {string} asked as it stands in the address
 * @returns {View}
 */
export function searchView(context, glossary, asked) {
  const { t } = context;
  const field = element("input", {
    class: "in",
    type: "search",
    id: "search-words",
    "aria-describedby": "search-error",
  });
  const status = element("p", { role: "status", class: "muted" });
  const results = element("ol", { class: "found" });
  field.value = decoded(asked);

  /** @param {string} typed */
  const run = async (typed) => {
    const words = wordsOf(typed);
    status.textContent = search ? "" : t("search.loading");
    results.replaceChildren();
    try {
      search ??= searchIn([
        ...entriesOf(context, await wholeCourse(context)),
        ...glossary.map(([id, title, meaning]) => ({
          href: `#/glossary/${id}`,
          title,
          place: t("glossary.title"),
          text: plainText(`<div>${meaning}</div>`),
        })),
      ]);
    } catch (problem) {
      console.error(problem);
      const again = button("", () => run(typed), icon("again"), t("save.retry"));
      status.textContent = "";
      return results.replaceChildren(
        element("li", {}, note("warn", "warn", element("p", {}, t("page.failed_text")), row(again))),
      );
    }
    const found = search(words);
    const told = { count: found.length, words: typed };
    status.textContent = found.length > 0 ? t("search.found", told) : t("search.none", told);
    list(found, words, FEW);
  };
  /**
   * @param {Entry[]} found
   * @param {string[]} words
   * @param {number} most
   */
  const list = (found, words, most) => {
    const all = button("", () => more(found, words), t("search.all", { count: found.length }));
    results.replaceChildren(...found.slice(0, most).map((entry) => result(entry, words)));
    if (found.length > most) results.append(element("li", {}, all));
  };
  /**
   * @param {Entry[]} found
   * @param {string[]} words
   */
  const more = (found, words) => {
    list(found, words, found.length);
    results.querySelectorAll("a")[FEW].focus();
  };
  const submit = () => {
    const typed = field.value.trim();
    showError(form, typed ? "" : t("search.error"));
    if (!typed) return field.focus();
    const address = `#/search/${encodeURIComponent(typed)}`;
    // The view stays, and with it the focus; the address is one to come back to.
    if (address !== window.location.hash) window.history.pushState(null, "", address);
    run(typed);
  };
  const go = element("button", { class: "btn primary", type: "submit" }, icon("search"), t("search.go"));
  // Frames that forbid forms never fire "submit"; the Enter key clicks the button too (CSP-03).
  go.addEventListener("click", (event) => {
    event.preventDefault();
    submit();
  });
  const form = element(
    "form",
    { class: "search", role: "search", novalidate: true },
    element("label", { for: "search-words" }, t("search.label")),
    element("p", { class: "error", id: "search-error", hidden: true }),
    row(field, go),
  );
  return {
    node: article([], t("search.title"), form, status, results),
    place: t("search.go"),
    shown: () => {
      if (field.value) run(field.value);
    },
  };
}

/**
 * @param {Entry} entry
 * @param {string[]} words
 */
function result({ href, title, place, text }, words) {
  return element(
    "li",
    {},
    element("h2", {}, element("a", { href }, ...shownPieces(marked(title, words)))),
    element("p", { class: "small muted" }, place),
    text && element("p", {}, ...shownPieces(snippet(text, words))),
  );
}

/** @param {Piece[]} pieces */
function shownPieces(pieces) {
  return pieces.map(([text, isFound]) => (isFound ? element("mark", {}, text) : text));
}

/** @param {string} words */
function decoded(words) {
  try {
    return decodeURIComponent(words);
  } catch {
    return ""; // An address that somebody shortened.
  }
}
