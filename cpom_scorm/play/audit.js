// Asks axe what bars people from a page: run in a world of its own, where the page's scripts see nothing of it.

/**
 * @typedef {{id: string, impact: string | null, help: string, nodes: {target: (string | string[])[]}[]}} Violation
 * @typedef {{run: (context: object, options: object) => Promise<{violations: Violation[]}>}} Axe
 * @typedef {{rule: string, impact: string, help: string, address: string, targets: string[]}} Barrier
 */

/**
 * Judge the page as it is now. `isInner`: it lies in another page of the content, which has title and language.
 * @param {boolean} isInner
 * @returns {Promise<{barriers: Barrier[], refusal: string}>}
 */
export async function audit(isInner) {
  const mostElements = 5000;
  const mostTargets = 5;
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
  const isHidden = window.innerWidth < 2 || window.innerHeight < 2;
  if (isHidden) return { barriers: [], refusal: "" };
  if (document.getElementsByTagName("*").length > mostElements) {
    return { barriers: [], refusal: `it has more than ${mostElements} elements` };
  }
  const enabled = !isInner;
  const { axe } = /** @type {{axe: Axe}} */ (/** @type {unknown} */ (globalThis));
  // Pages inside are judged by themselves: axe would talk to them by messages, which the content hears.
  const { violations } = await axe.run(document, {
    runOnly: tags,
    rules: { "document-title": { enabled }, "html-has-lang": { enabled }, bypass: { enabled } },
    resultTypes: ["violations"],
    iframes: false,
    preload: false,
    restoreScroll: true,
  });
  const barriers = violations.map(({ id, impact, help, nodes }) => ({
    rule: id,
    impact: impact ?? "",
    help,
    address: location.href,
    targets: nodes.slice(0, mostTargets).map(({ target }) => target.flat().join(" ")),
  }));
  return { barriers, refusal: "" };
}
