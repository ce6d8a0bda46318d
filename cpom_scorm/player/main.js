/** Starts the player: the only module that acts when it is read. */

/** @import { CourseData, SectionContent } from "./types.js" */
import { createSession } from "./session.js";
import { startApp } from "./view/app.js";
import { createSections } from "./view/sections.js";

/** @typedef {{ course?: CourseData, section?: (id: string, content: SectionContent) => void }} Namespace */

const scope = /** @type {typeof globalThis & { cpomScorm?: Namespace }} */ (globalThis);
scope.cpomScorm ??= {};
const { course, section } = scope.cpomScorm;

// A second copy of this script must not begin a second session (RUN-05).
if (course && !section) {
  const sections = createSections();
  scope.cpomScorm.section = sections.register;
  startApp(course, createSession(course, { window }), sections);
}
