/** Makes the nodes of views. Text is always text, never markup; styles come from classes alone (CSP-01). */

const SVG = "http://www.w3.org/2000/svg";

/** @typedef {string | number | boolean | null | undefined} Value */
/** @typedef {Node | string | false | null | undefined} Child */

/**
 * @template {keyof HTMLElementTagNameMap} N
 * @param {N} name
 * @param {Record<string, Value>} [attributes] those that are false, null or undefined are left out
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[N]}
 */
export function element(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  fill(node, attributes, children);
  return node;
}

/**
 * @param {string} name
 * @param {Record<string, Value>} attributes
 * @param {...Child} children
 * @returns {SVGElement}
 */
export function drawing(name, attributes, ...children) {
  const node = document.createElementNS(SVG, name);
  fill(node, attributes, children);
  return node;
}

/**
 * @param {string} look classes beside `btn`
 * @param {() => void} press
 * @param {...Child} children
 */
export function button(look, press, ...children) {
  const node = element("button", { class: `btn ${look}`, type: "button" }, ...children);
  node.addEventListener("click", press);
  return node;
}

/**
 * @param {string} look classes beside `btn`
 * @param {string} href
 * @param {...Child} children
 */
export function linkButton(look, href, ...children) {
  return element("a", { class: `btn ${look}`, href }, ...children);
}

/**
 * A whole view: one line of small print, the title, and what follows.
 * @param {Child[]} eyebrow
 * @param {string} title
 * @param {...Child} children
 */
export function article(eyebrow, title, ...children) {
  const small = eyebrow.length > 0 && element("p", { class: "eyebrow" }, ...eyebrow);
  const header = element("header", {}, small, element("h1", { tabindex: -1 }, title));
  return element("article", { class: "page flow" }, header, ...children);
}

/**
 * @param {string} tone good, bad, warn or nothing
 * @param {string} picture
 * @param {...Child} children
 */
export function note(tone, picture, ...children) {
  return element("div", { class: `note ${tone}` }, icon(picture), ...children);
}

/**
 * @param {...Child} children
 */
export function row(...children) {
  return element("div", { class: "row" }, ...children);
}

/**
 * @param {string} text
 * @param {string} [look] its class
 */
export function span(text, look) {
  return element("span", { class: look }, text);
}

/**
 * @param {string} name one of partials/icons.html
 * @param {boolean} [turns] whether it points along the reading direction
 */
export function icon(name, turns = false) {
  const use = drawing("use", { href: `#i-${name}` });
  return drawing("svg", { class: turns ? "i dir" : "i", "aria-hidden": "true" }, use);
}

/**
 * Markup from the course's own section scripts, which the compiler has made safe.
 * @param {string} markup with one element around everything
 * @returns {HTMLElement}
 */
export function fromMarkup(markup) {
  const template = document.createElement("template");
  template.innerHTML = markup.trim();
  return /** @type {HTMLElement} */ (template.content.firstElementChild);
}

/**
 * Changes a text. What stays the same is not read out again.
 * @param {Node} node
 * @param {string} text
 */
export function tell(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/**
 * An element of the launch page that every theme has.
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byId(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

/**
 * @param {Element} bar
 * @param {number} value
 * @param {number} max
 * @param {string} label
 */
export function setProgress(bar, value, max, label) {
  fill(bar, { value, max: Math.max(1, max), "aria-label": label }, []);
}

/**
 * @param {Element} node
 * @param {Record<string, Value>} attributes
 * @param {Child[]} children
 */
function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    node.setAttribute(name, value === true ? "" : String(value));
  }
  for (const child of children) if (child) node.append(child);
}
