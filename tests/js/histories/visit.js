/** One opening of the course: a window on a device, its player's session, and what can be seen of both. */

import { createSession } from "../../../cpom_scorm/player/session.js";
import { settle } from "../support/clock.js";
import { fakeWindow } from "../support/page.js";
import { createLine } from "./line.js";

/** Longer than the player waits for an API. */
const STARTING_MS = 9000;
const PROBE_MS = 200;

/**
 * @param {any} world what it happens in
 * @returns {any}
 */
export function openVisit(world) {
  const { course, clock, server, habit, chance } = world;
  let alive = true;
  let going = false;
  const ours = {
    ...clock,
    later: (run, milliseconds) => clock.later(() => alive && run(), milliseconds),
  };
  const window = fakeWindow({ build: course.build });
  window.fetch = async () => {
    await new Promise((resolve) => clock.later(() => resolve(null), PROBE_MS));
    return answerProbe(world.fault(), window.answer());
  };
  const begun = clock.now();
  let session;
  const snapshot = () => snapshotOf(session.state());
  const line = createLine({
    ...world,
    runtime: course.runtime,
    isGoing: () => going,
    lostUnnoticed: () => world.witness.see({ kind: "swallowed" }),
    called: (call) =>
      world.witness.see({
        kind: call === "initialize" ? "initialized" : "committed",
        state: snapshot(),
        at: clock.now(),
      }),
  });
  const lms = { parent: null, [course.runtime.api]: habit.late ? undefined : line.api };
  lms.parent = lms;
  if (habit.late) clock.later(() => Object.assign(lms, { [course.runtime.api]: line.api }), habit.late);
  window.parent = lms;
  session = createSession(course, { window, clock: ours, random: chance.next });
  let shown = "";
  session.subscribe(({ save }) => {
    // Each time that it is said anew, the time of saving changes.
    const said = `${save.status} ${save.at}`;
    if (save.status === "saved" && said !== shown)
      world.witness.see({ kind: "saved", undetectable: undetectable() });
    if (save.status === "failed" && !shown.startsWith("failed")) world.witness.see({ kind: "failed" });
    shown = said;
  });
  /** Every question that a player may ask is answered as by an LMS that kept what it was given. */
  const undetectable = () => {
    const { probe = "match", gives_back = "" } = world.fault() ?? {};
    // An LMS that gives nothing back may be one that never does.
    const mayBeAsked = habit.gives_back !== "nothing" && gives_back !== "";
    const givesOld = mayBeAsked && server.kept[course.runtime.elements.suspend_data];
    return line.saidYes() && probe === "match" && !givesOld;
  };
  const end = () => {
    alive = false;
  };
  return {
    session,
    window,
    snapshot,
    isHidden: () => window.document.visibilityState === "hidden",
    async start() {
      world.witness.see({ kind: "launched", at: begun });
      session.start();
      await settle();
      if (session.state().mode === "connecting") await clock.advance(STARTING_MS);
      world.witness.see({ kind: "seen", state: snapshot(), at: clock.now() });
    },
    leave: {
      button() {
        session.exit();
      },
      /** The LMS takes the frame away: the page hears that it goes, then that it is hidden. */
      frame() {
        going = true;
        window.dispatch("pagehide", { persisted: false });
        window.hide();
      },
      reload() {
        going = true;
        window.dispatch("pagehide", { persisted: false });
      },
      kill: server.drop,
    },
    end,
  };
}

/** @param {any} state @returns {any} plain data that later events do not change */
export function snapshotOf(state) {
  const { save, completion, success, score, mode, seconds, answers, quizzes, sections, sequence, token } =
    state;
  const plain = { completion, success, score, mode, seconds, answers, quizzes, sections, sequence, token };
  return { ...structuredClone(plain), seen: [...state.seen], shown: save.status };
}

/**
 * @param {any} fault
 * @param {any} ours the package's own file
 */
function answerProbe(fault, ours) {
  const answers = {
    match: () => Promise.resolve(ours),
    other: () => Promise.resolve({ ok: true, text: async () => "<title>Sign in</title>" }),
    missing: () => Promise.resolve({ ok: false, text: async () => "" }),
    unreachable: () => Promise.reject(new TypeError("network")),
    silent: () => new Promise(() => {}),
  };
  return answers[fault?.probe ?? "match"]();
}
