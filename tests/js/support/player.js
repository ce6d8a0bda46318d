/** A session at work: course, window, clock and LMS put together. */

import { recover } from "../../../cpom_scorm/player/restore.js";
import { createSession } from "../../../cpom_scorm/player/session.js";
import { fakeClock, settle } from "./clock.js";
import { contentOf, makeCourse } from "./courses.js";
import { fakeLms } from "./lms.js";
import { fakeWindow } from "./page.js";

/** @returns {Promise<any>} */
export async function launch({
  course = makeCourse(),
  lms = undefined,
  window = fakeWindow(),
  clock = fakeClock(),
  recovery = async () => ({ recover }),
  load = async () => contentOf(course),
  seed = 0.1,
  waits = true,
} = {}) {
  const host = lms ?? fakeLms(course.runtime);
  window.parent = { [course.runtime.api]: host.api };
  window.parent.parent = window.parent;
  let drawn = seed;
  const random = () => {
    drawn = (drawn * 7.3 + 0.17) % 1;
    return drawn;
  };
  const session = createSession(course, { window, clock, random, recovery, load });
  const started = session.start();
  if (host.api && waits) await started;
  else await settle();
  return { course, lms: host, window, clock, session };
}
