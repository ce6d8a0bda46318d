// What a learner finds in a frame: run in the content's pages, changes nothing there.

/**
 * @typedef {{index: number, kind: string, name: string, key: string, rel: string, href: string, group: string,
 *   checked: boolean, value: string, disabled: boolean, options: string[], low: string, question: string,
 *   part: string, move: string}} Control
 */

/** Look at the page. @returns {{elements: Element[], facts: {title: string, text: string, address: string, controls: Control[]}}} */
export function survey() {
  const mostControls = 300;
  const mostText = 4000;
  const wanted =
    "a[href], area[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=link]," +
    " [role=radio], [role=checkbox], [role=tab], [role=option], [onclick], [tabindex='0'], [contenteditable=true]";

  /** @param {Document | ShadowRoot} root @returns {Element[]} */
  const everything = (root) => {
    const found = [...root.querySelectorAll("*")];
    return found.flatMap((each) => (each.shadowRoot ? [each, ...everything(each.shadowRoot)] : [each]));
  };
  /** @param {Element} element */
  const isShown = (element) => {
    const box = element.getBoundingClientRect();
    if (!element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })) {
      // Pictures of ticks stand over boxes that are not to be seen.
      return (
        element.matches("input[type=radio], input[type=checkbox]") &&
        labelOf(element)?.checkVisibility() === true
      );
    }
    // Links that only the keyboard brings in lie outside the page until then.
    const isInPage = box.right > 0 && box.bottom + window.scrollY > 0 && box.width > 1 && box.height > 1;
    return isInPage && !element.closest("[aria-hidden=true], [inert]");
  };
  /** @param {Element} element */
  const labelOf = (element) => /** @type {HTMLInputElement} */ (element).labels?.[0] ?? null;
  /** @param {string | null | undefined} text */
  const plain = (text) => (text ?? "").replace(/\s+/g, " ").trim().slice(0, 80);
  /** @param {Element} element */
  const nameOf = (element) => {
    const by = element.getAttribute("aria-labelledby");
    const labelled = by ? document.getElementById(by.split(" ")[0])?.textContent : "";
    const isField = element.matches("input, select, textarea");
    // biome-ignore lint/performance/useDomNodeTextContent: what is hidden is not the learner's name for it
    const own = isField ? labelOf(element)?.textContent : /** @type {HTMLElement} */ (element).innerText;
    const picture = element.querySelector("img[alt]")?.getAttribute("alt");
    const pressed = element.matches("input[type=submit], input[type=button], input[type=image]");
    const written = pressed
      ? /** @type {HTMLInputElement} */ (element).value || element.getAttribute("alt")
      : "";
    const others = [labelled, own, written, picture, element.getAttribute("title"), element.id];
    return [element.getAttribute("aria-label"), ...others].map(plain).find(Boolean) ?? "";
  };
  /** @param {Element} element */
  const kindOf = (element) => {
    const role = element.getAttribute("role");
    const tag = element.localName;
    const type = tag === "input" ? /** @type {HTMLInputElement} */ (element).type : "";
    if (tag === "select" || tag === "textarea") return tag === "select" ? "select" : "text";
    if (type === "radio" || role === "radio") return "radio";
    if (type === "checkbox" || role === "checkbox") return "checkbox";
    if (["button", "submit", "image", "reset"].includes(type)) return "button";
    if (type) return ["number", "range", "date", "time", "email", "url"].includes(type) ? type : "text";
    return (tag === "a" || tag === "area") && element.hasAttribute("href") ? "link" : "button";
  };
  /** @param {Element} element */
  const partOf = (element) => {
    const names = ["data-source", "data-item", "data-row", "data-step", "data-gap", "data-option"];
    const around = element.closest(names.map((name) => `[${name}]`).join());
    return names.map((name) => around?.getAttribute(name)).find(Boolean) ?? "";
  };
  /** @param {Element} element @param {number} index @returns {Control} */
  const control = (element, index) => {
    const field = /** @type {HTMLInputElement & HTMLSelectElement & HTMLAnchorElement} */ (element);
    const kind = kindOf(element);
    const form = element.closest("form, fieldset, [role=radiogroup]");
    const place = form
      ? [...document.querySelectorAll("form, fieldset, [role=radiogroup]")].indexOf(form)
      : -1;
    const name = nameOf(element);
    const isOn = field.checked || element.getAttribute("aria-checked") === "true";
    const options = kind === "select" ? [...field.options].map((option) => option.value) : [];
    const href = kind === "link" ? String(field.href) : "";
    return {
      index,
      kind,
      name,
      key: [kind, name, element.id, field.name ?? "", href].join("|"),
      rel: element.getAttribute("rel") ?? "",
      href,
      group:
        kind === "radio"
          ? `${place}|${field.name ?? ""}`
          : `${place}|${name}|${element.id}|${field.name ?? ""}`,
      checked: isOn === true,
      value: typeof field.value === "string" ? field.value.slice(0, 200) : "",
      disabled: field.disabled === true || element.getAttribute("aria-disabled") === "true",
      options: options.slice(0, 50),
      low: element.getAttribute("min") ?? "",
      // Our own courses say which question and which part of it a control belongs to.
      question: element.closest("[data-question]")?.getAttribute("data-question") ?? "",
      part: partOf(element),
      move: element.getAttribute("data-move") ?? "",
    };
  };
  const all = everything(document);
  const found = all.filter((element) => element.matches(wanted));
  const known = new Set(found);
  // Many tools make buttons of anything: what shows a hand, and none of its ancestors does.
  const hands =
    all.length > 3000
      ? []
      : all.filter(
          (element) =>
            !known.has(element) &&
            getComputedStyle(element).cursor === "pointer" &&
            element.parentElement !== null &&
            getComputedStyle(element.parentElement).cursor !== "pointer" &&
            !element.closest("a, button, label, summary"),
        );
  const elements = [...found, ...hands].filter(isShown).slice(0, mostControls);
  // biome-ignore lint/performance/useDomNodeTextContent: a view is what is to be seen
  const body = document.body?.innerText ?? "";
  const heading = [...document.querySelectorAll("h1, h2")].find(isShown);
  return {
    elements,
    facts: {
      title: plain(heading?.textContent) || plain(document.title),
      text: body.replace(/\s+/g, " ").trim().slice(0, mostText),
      address: location.href,
      controls: elements.map(control),
    },
  };
}
