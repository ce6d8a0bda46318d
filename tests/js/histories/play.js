/** Plays a history with the real player under a simulated clock, window and LMS. */

import { fakeClock } from "../support/clock.js";
import { graded, makeCourse } from "../support/courses.js";
import { FakeStorage } from "../support/page.js";
import { channels } from "../support/unreliable.js";
import { FAULTS, HABITS } from "./faults.js";
import { createWitness } from "./promises.js";
import { seeded } from "./seeded.js";
import { createServer } from "./server.js";
import { openVisit } from "./visit.js";

/** A learner needs this long for anything. */
const THINKING_MS = 300;

/**
 * @param {any} history
 * @param {any} lms `tables`: data models by edition id; `profiles` of the stand-in by name
 * @returns {Promise<any>} `broken`: sentences; `figures`: what was done and checked
 */
export async function play(history, { tables, profiles }) {
  const course = courseOf(history);
  const clock = fakeClock();
  const chance = seeded(history.seed + 1);
  const habit = HABITS[history.lms] ?? {};
  // No test waits for a slow LMS: the fault of that name lets only the clock go on.
  const profile = { ...(profiles[history.lms] ?? profiles.strict), slow_ms: 0 };
  let fault = "";
  const loses = Boolean(habit.overtakes || profile.overtaking || profile.loses || profile.cuts_at);
  const witness = createWitness(course, {
    loses,
    counts: !profile.refused && profile.posts !== "each value",
    cuts: Boolean(profile.cuts_at),
  });
  const server = createServer({
    clock,
    chance,
    arrives: habit.arrives,
    overtakes: habit.overtakes,
    stored: (values) => witness.see({ kind: "stored", values, at: clock.now() }),
  });
  const world = {
    course,
    clock,
    chance,
    habit,
    profile,
    server,
    witness,
    table: tables[history.edition],
    Channel: channels(),
    fault: () => (fault === "" ? {} : FAULTS[fault]),
  };
  server.kept = { [course.runtime.elements.learner]: "learner-1" };
  /** What each browser keeps. @type {Record<string, any>} */
  const devices = { desk: new FakeStorage(), phone: new FakeStorage() };
  /** The window before the learner. @type {any} */
  let visit = null;
  /** Another one with the same course, on the same device. @type {any} */
  let other = null;
  let windows = 0;
  /** Since when the LMS and the page have been well. */
  let calmSince = 0;

  const leave = (how) => {
    if (!visit) return;
    visit.leave[how]();
    visit.end(how);
    if (how === "kill") other?.end(how);
    visit = how === "kill" ? null : other;
    other = null;
    visit?.window.show();
  };
  const launch = async (device) => {
    if (world.fault().launches === false) fault = "";
    server.arriveAll();
    windows += 1;
    Object.assign(world, { device, storage: devices[device], window: windows, isBeside: other !== null });
    visit = openVisit(world);
    await visit.start();
  };
  const acts = {
    async open({ device }) {
      leave("kill");
      await launch(device);
    },
    async again() {
      // A window that never heard of the learner hears nothing from others either.
      if (!visit || other || world.fault().throws) return;
      other = visit;
      other.window.hide();
      await launch(world.device);
    },
    turn() {
      if (!other) return;
      [visit, other] = [other, visit];
      other.window.hide();
      visit.window.show();
    },
    leave: ({ how }) => leave(how),
    fault({ name }) {
      fault = name;
      witness.see({ kind: "fault", name });
    },
    mend() {
      fault = "";
      visit?.window.dispatch("online");
    },
    wait: ({ seconds }) => clock.advance(seconds * 1000),
    date: ({ hours }) => clock.setDateBack(hours * 3600_000),
  };
  for (const step of history.steps) {
    witness.see({ kind: "step", step });
    if (acts[step.do]) await acts[step.do](step);
    else if (visit) {
      visit.window.dispatch("pointerdown");
      DEEDS[step.do](visit, step, course);
    }
    if (step.do !== "wait") await clock.advance(THINKING_MS);
    if (fault !== "" || step.do === "mend" || !visit?.isWell()) calmSince = clock.now();
    const calm = (clock.now() - calmSince) / 1000;
    await visit?.choose();
    if (visit)
      witness.see({ kind: "seen", state: visit.snapshot(), at: clock.now(), calm, window: visit.name });
    if (witness.broken.length > 0) break;
  }
  return { broken: witness.broken, figures: witness.figures };
}

/** What a learner does in an open course. */
const DEEDS = {
  read: ({ session }, { page }) => session.visit(page),
  check({ session }, { question, right }) {
    session.answer(question, graded(right ? "correct" : "incorrect"));
  },
  quiz(visit, { section, right }, course) {
    DEEDS.begin(visit, { section });
    questionsOf(course, section).forEach((question, at) => {
      DEEDS.mark(visit, { question, right: at < right }, course);
    });
    DEEDS.finish(visit, { section });
  },
  begin: ({ session }, { section }) => session.startQuiz(section),
  mark({ session }, { question, right }, course) {
    if (!session.state().quizzes[course.questions[question].section]?.open) return;
    const answer = graded(right ? "correct" : "incorrect");
    if (course.immediate) session.answer(question, answer);
    else session.saveAnswer(question, answer.response);
  },
  finish({ session }, { section }) {
    const { answers } = session.state();
    const given = questionsOf(session.course, section).filter((id) => answers[id]);
    const judged = given.map((id) => [id, graded(answers[id].response[0] === "a" ? "correct" : "incorrect")]);
    session.finishQuiz(section, Object.fromEntries(judged));
  },
  hide: ({ window }) => window.hide(),
  show: ({ window }) => window.show(),
  away({ window }) {
    window.dispatch("pagehide", { persisted: true });
    window.hide();
    window.show();
    window.dispatch("pageshow", { persisted: true });
  },
  retry: (visit) => visit.retry(),
  /** Only where another window has or had the turn. */
  "go on": (visit) => visit.session.state().mode === "untracked" && visit.retry(),
};

const questionsOf = (course, section) => course.sections.find(({ id }) => id === section).quiz.questions;

/** @returns {any} what makeCourse makes, with the choices that it does not know */
function courseOf({ edition, course: choices }) {
  const { attempts, immediate, ...form } = choices;
  const course = makeCourse({ edition, ...form });
  for (const { quiz } of course.sections) quiz.attempts = attempts;
  return { ...course, immediate };
}
