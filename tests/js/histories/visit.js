/** One opening of the course: a window on a device, its player's session, and what can be seen of both. */

import { recover } from "../../../cpom_scorm/player/restore.js";
import { createSession } from "../../../cpom_scorm/player/session.js";
import { settle } from "../support/clock.js";
import { contentOf } from "../support/courses.js";
import { fakeWindow } from "../support/page.js";
import { press } from "../support/unreliable.js";
import { createLine } from "./line.js";

const POLL_MS = 100;
const PROBE_MS = 200;

/**
 * @param {any} world what it happens in
 * @returns {any}
 */
export function openVisit(world) {
  const { course, clock, server, habit, profile, chance, window: name, isBeside } = world;
  const witness = { see: (event) => world.witness.see({ ...event, window: name }) };
  /** Of this window alone, so that those that are gone hear nothing. @type {any[]} */
  const channels = [];
  class Channel extends world.Channel {
    constructor(place) {
      super(place);
      channels.push(this);
    }
  }
  let alive = true;
  let going = false;
  const begun = clock.now();
  const ours = { ...clock, later: (run, milliseconds) => clock.later(() => alive && run(), milliseconds) };
  const window = fakeWindow({
    build: course.build,
    localStorage: world.storage,
    BroadcastChannel: /** @type {any} */ (Channel),
  });
  const isHidden = () => window.document.visibilityState === "hidden";
  const signedOut = () =>
    profile.session_seconds !== null && clock.now() - begun >= profile.session_seconds * 1000;
  const probe = () => (signedOut() ? "other" : (world.fault().probe ?? "match"));
  window.fetch = async () => {
    await new Promise((resolve) => clock.later(() => resolve(null), PROBE_MS));
    return answerProbe(probe(), window.answer());
  };
  let session;
  const snapshot = () => snapshotOf(session.state());
  const line = createLine({
    ...world,
    runtime: course.runtime,
    isGoing: () => going,
    isLeaving: () => going || isHidden(),
    lostUnnoticed: () => witness.see({ kind: "swallowed" }),
    called(call) {
      const kind = call === "initialize" ? "initialized" : "committed";
      witness.see({ kind, state: snapshot(), at: clock.now(), isBeside });
    },
  });
  const lms = { parent: null };
  lms.parent = lms;
  const offer = () => Object.assign(lms, { [course.runtime.api]: line.api });
  if (profile.late_seconds > 0) clock.later(offer, profile.late_seconds * 1000);
  else offer();
  window.parent = lms;
  /** Like every file of the package, the script that merges comes only while the server can be reached. */
  const recovery = async () => {
    if (world.fault().launches === false) throw new TypeError("network");
    return { recover };
  };
  const load = async () => contentOf(course);
  session = createSession(course, { window, clock: ours, random: chance.next, recovery, load });
  /** The learner is asked about what this device has and the LMS does not know at all. */
  const choose = async () => {
    if (!session.state().notices.includes("unsent")) return;
    const wants = chance.chance(0.8);
    if (!wants) witness.see({ kind: "given up" });
    await press({ session }, "unsent", wants ? "restore.restore" : "restore.start_fresh");
  };
  /** Every question that a player may ask is answered as by an LMS that kept what it was given. */
  const undetectable = () => {
    const { gives_back = "" } = world.fault();
    // An LMS that gives nothing back may be one that never does.
    const mayBeAsked = habit.gives_back !== "nothing" && gives_back !== "";
    const givesOld = mayBeAsked && server.kept[course.runtime.elements.suspend_data];
    return line.saidYes() && probe() === "match" && !givesOld;
  };
  let shown = "";
  session.subscribe(({ save }) => {
    // Each time that it is said anew, the time of saving changes.
    const said = `${save.status} ${save.at}`;
    if (save.status === "saved" && said !== shown)
      witness.see({ kind: "saved", undetectable: undetectable() });
    if (save.status === "failed" && !shown.startsWith("failed")) witness.see({ kind: "failed" });
    shown = said;
  });
  return {
    name,
    session,
    window,
    snapshot,
    isHidden,
    choose,
    /** Presses "Try again", which is "Continue here" where nothing is recorded. */
    retry() {
      if (session.state().mode === "untracked") witness.see({ kind: "went on" });
      session.retry();
    },
    /** Whether nothing of this opening itself is wrong. */
    isWell: () => !signedOut() && !isHidden(),
    async start() {
      witness.see({ kind: "launched", at: begun, device: world.device, isBeside });
      let started = false;
      session.start().then(() => {
        started = true;
      });
      await settle();
      while (!started) await clock.advance(POLL_MS);
      await choose();
      witness.see({ kind: "seen", state: snapshot(), at: clock.now() });
    },
    leave: {
      button: () => session.exit(),
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
    /** @param {string} how */
    end(how) {
      // After Exit nothing is kept here of what the LMS said it has.
      witness.see({ kind: "left", believed: how === "button" && undetectable() });
      alive = false;
      for (const channel of channels) channel.close();
    },
  };
}

/** @param {any} state @returns {any} plain data that later events do not change */
export function snapshotOf(state) {
  const {
    save,
    notices,
    completion,
    success,
    score,
    mode,
    seconds,
    answers,
    quizzes,
    sections,
    sequence,
    token,
  } = state;
  const plain = { completion, success, score, mode, seconds, answers, quizzes, sections, sequence, token };
  return { ...structuredClone(plain), seen: [...state.seen], shown: save.status, notices };
}

/**
 * @param {string} finding
 * @param {any} ours the package's own file
 */
function answerProbe(finding, ours) {
  const answers = {
    match: () => Promise.resolve(ours),
    other: () => Promise.resolve({ ok: true, text: async () => "<title>Sign in</title>" }),
    missing: () => Promise.resolve({ ok: false, text: async () => "" }),
    unreachable: () => Promise.reject(new TypeError("network")),
    silent: () => new Promise(() => {}),
  };
  return answers[finding]();
}
