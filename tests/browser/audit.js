// What is wrong with what is shown: what axe finds, and what it does not look for.
async ({ tags, within }) => {
  const found = [];
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) found.push(`scrolls sideways: ${scrollWidth} of ${clientWidth}`);
  const seen = (node) => node.checkVisibility({ visibilityProperty: true }) && node.getClientRects().length;
  for (const node of document.querySelectorAll("button, summary, select, input, .btn, nav a, .opt")) {
    const target = node.closest("label") ?? node;
    if (!seen(target) || target.closest(".sr, .skip")) continue;
    const { width, height } = target.getBoundingClientRect();
    const least = target.matches(".opt") ? 44 : 24;
    if (height > least - 0.01 && width > 23.99) continue;
    found.push(`target of ${width} x ${height}: ${target.outerHTML.slice(0, 90)}`);
  }
  const headings = [...document.querySelectorAll("h1")].filter(seen);
  if (headings.length !== 1) found.push(`${headings.length} h1`);
  // The bar stays where it is while the page scrolls; wherever it covers half a target, axe counts the other half.
  const { scrollY } = window;
  window.scrollTo(0, 0);
  const { violations } = await axe.run(within, { runOnly: tags, resultTypes: ["violations"] });
  window.scrollTo(0, scrollY);
  for (const { id, nodes } of violations)
    for (const { target, failureSummary } of nodes) found.push(`${id} ${target.join(" ")}: ${failureSummary}`);
  return found;
}
