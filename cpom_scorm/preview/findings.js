// What the last build found, over the page: errors open by themselves, warnings wait in the bar.

/**
 * @typedef {{severity: string, message: string, rule?: string, place?: string, excerpt?: string, help?: string}} Finding
 * @typedef {{generation: number, built: boolean, building: boolean, findings: Finding[]}} Outcome
 */

/** @param {string} id */
function element(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

/** @param {string} name @param {string} style @param {string} text */
function made(name, style, text) {
  const created = document.createElement(name);
  created.className = style;
  created.textContent = text;
  return created;
}

/** @param {number} count @param {string} thing */
function counted(count, thing) {
  return `${count} ${thing}${count === 1 ? "" : "s"}`;
}

/** @param {boolean} open */
function open(open) {
  element("findings").hidden = !open;
  element("state").setAttribute("aria-expanded", String(open));
}

/** @param {Outcome} outcome */
function count(outcome) {
  const errors = outcome.findings.filter((found) => found.severity === "error").length;
  return { errors, others: outcome.findings.length - errors };
}

/** Say in the bar what came of the last build. @param {Outcome} outcome */
export function status(outcome) {
  const { errors, others } = count(outcome);
  if (outcome.building) say("idle", "Building");
  else if (!outcome.built) say("bad", counted(errors, "error"));
  else if (others) say("warn", `Up to date, ${counted(others, "finding")}`);
  else say("good", "Up to date");
}

/** Show over the page what a build found, when there is no course without it. @param {Outcome} outcome */
export function show(outcome) {
  const { errors, others } = count(outcome);
  element("findings").dataset.tone = outcome.built ? "warn" : "bad";
  element("findings-title").textContent = outcome.built
    ? `${counted(others, "finding")} to look at. The course is up to date.`
    : `${counted(errors, "error")} to mend. What you see is the last course that could be built.`;
  element("findings-list").replaceChildren(...outcome.findings.map(card));
  open(!outcome.built);
}

/** Say how things stand, in the bar. @param {string} tone good, warn, bad or idle @param {string} text */
export function say(tone, text) {
  element("state").dataset.tone = tone;
  element("state-text").textContent = text;
}

/** @param {Finding} found */
function card(found) {
  const item = made("li", `finding ${found.severity}`, "");
  const head = made("p", "headline", "");
  head.append(made("b", "severity", found.severity), ` ${found.message}`);
  item.append(head);
  if (found.place) item.append(made("p", "place", found.place));
  if (found.excerpt) item.append(made("pre", "", found.excerpt));
  if (found.help) item.append(made("p", "help", found.help));
  if (found.rule) item.append(made("p", "rule", found.rule));
  return item;
}

element("state").addEventListener("click", () => {
  open(element("findings").hidden && element("findings-list").childElementCount > 0);
  if (!element("findings").hidden) element("findings-title").focus();
});
element("findings-close").addEventListener("click", () => {
  open(false);
  element("state").focus();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") open(false);
});
