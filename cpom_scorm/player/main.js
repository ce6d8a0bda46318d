/** Starts the player: the only module that acts when it is read. */

/** @import { CourseData, SectionContent } from "./types.js" */
import { createSession } from "./session.js";
import { startApp } from "./view/app.js";
import { applyChoices, readChoices } from "./view/display_choices.js";
import { createSections } from "./view/sections.js";

/** @typedef {{ course?: CourseData, section?: (id: string, content: SectionContent) => void }} Namespace */

const scope = /** @type {typeof globalThis & { cpomScorm?: Namespace }} */ (globalThis);
scope.cpomScorm ??= {};
const { course, section } = scope.cpomScorm;
// Before anything is shown that would have to change.
applyChoices(document, readChoices(window));

// A second copy of this script must not begin a second session (RUN-05).
if (course && !section) {
  const sections = createSections();
  scope.cpomScorm.section = sections.register;
  startApp(course, createSession(course, { window, ...sections }), sections);
}
