/** The session: the only caller of the LMS, and the only owner of the learner's progress. */

import { createBackup } from "./backup.js";
import { browserClock, stopwatch } from "./clock.js";
import { connected } from "./connect.js";
import { learnerEvents } from "./learner_events.js";
import { closeWindow, watchPage } from "./life_cycle.js";
import { recordCodec } from "./record.js";
import { createRecorder } from "./recorder.js";
import { emptyProgress, settled } from "./state.js";
import { waitForApi } from "./transport/find_api.js";
import { scormTransport } from "./transport/scorm.js";
import { createTurn } from "./turn.js";

/** @import { Clock, CourseData, Mode, Notice, Progress, RuntimeForm, Session, State, Transport } from "./types.js" */
/** @import { Api } from "./transport/find_api.js" */
/** @import { Desk, Urgency } from "./recorder.js" */
/** @import { Step } from "./learner_events.js" */
/** @import { Recovery } from "./restore.js" */

const TOKEN_BITS = 24;

/**
 * @param {CourseData} course
 * @param {object} means
 * @param {Window & typeof globalThis} means.window
 * @param {Clock} [means.clock]
 * @param {(runtime: RuntimeForm, api: Api) => Transport} [means.transportFor]
 * @param {() => number} [means.random] 0 to below 1
 * @param {() => Promise<{ recover: (recovery: Recovery) => Promise<void> }>} means.recovery brings what puts progress together
 * @param {Recovery["load"]} means.load brings the text of a section
 * @returns {Session}
 */
export function createSession(course, means) {
  const { window, clock = browserClock(window), transportFor = scormTransport, random = Math.random } = means;
  const { runtime } = course;
  const codec = recordCodec(course.record, course.limits.suspend_data);
  const watch = stopwatch(clock);
  const blank = emptyProgress(Math.floor(random() * 2 ** TOKEN_BITS));
  /** Of this window, and of its copy on the device. */
  const name = String(blank.token);
  /** @type {Desk} */
  const desk = { progress: blank, reports: new Map(), notices: new Set(), told: {} };
  /** @type {Set<(state: State) => void>} */
  const listeners = new Set();
  /** The record that this window began with, or was handed. */
  let text = "";
  /** What happened while there was no LMS: done again on top of what the LMS remembers. @type {Step[]} */
  const early = [];
  /** What earlier sessions kept here and the LMS does not have. @type {Recovery | null} */
  let unmerged = null;
  let learner = "";
  /** @type {Mode} */
  let mode = "connecting";
  /** @type {Transport | null} */
  let transport = null;
  /** The LMS's session, also while another window writes. @type {Transport | null} */
  let joined = null;
  /** @type {ReturnType<typeof createTurn> | null} */
  let turn = null;
  /** @type {ReturnType<typeof createRecorder> | null} */
  let recorder = null;
  /** @type {Promise<void> | null} */
  let started = null;

  /** @returns {State} */
  const state = () => ({
    ...desk.progress,
    seconds: desk.progress.seconds + watch.seconds(),
    mode,
    save: recorder?.save() ?? { status: mode === "connecting" ? "idle" : "off", at: null },
    notices: [...desk.notices],
  });
  const tell = () => {
    const now = state();
    for (const listen of listeners) listen(now);
  };

  /**
   * Ask for the turn, and show what is known.
   * @param {Transport} running
   * @param {boolean} isForced
   */
  const open = async (running, isForced) => {
    joined = running;
    const given = running.get(runtime.elements.mode).value.toLowerCase();
    const isReview = given === "review" || given === "browse";
    learner = running.get(runtime.elements.learner).value || learner;
    const backup = createBackup(window, clock, course.id, learner);
    turn ??= createTurn(window, clock, backup, name, hand);
    const handed = isReview ? "" : await turn.claim(isForced);
    // Asked twice, or left meanwhile.
    if (isOver() || recorder) return;
    desk.notices.delete("second-window");
    desk.notices.delete("elsewhere");
    text = handed || running.get(runtime.elements.suspend_data).value || text;
    const { progress, refused, older } = codec.decode(text);
    // A record that cannot be read still leaves the place that the LMS keeps apart from it (RUN-44).
    const left = refused ? running.get(runtime.elements.location).value : (progress?.bookmark ?? "");
    const place = `${course.record.gone?.[left] ?? left}`;
    const start = { ...(progress ?? blank), bookmark: isKnown(place) ? place : null };
    desk.progress = early.reduce((before, step) => step(before), settled(course, start));
    if (refused) desk.notices.add(`${refused}-record`);
    if (older || place !== left) desk.notices.add("updated");
    if (handed === null) return goWithout("second-window");
    if (!transport) watch.restart();
    transport = running;
    if (isReview) {
      mode = given;
      desk.notices.add("review");
      return;
    }
    mode = "normal";
    const { seconds } = watch;
    // Nothing of this session is counted twice when it has the turn once more.
    desk.progress = { ...desk.progress, seconds: desk.progress.seconds - seconds() };
    if (refused) backup.keep("raw", 0, text);
    const copies = handed ? [] : backup.missing(text, codec.decode);
    if (copies.length > 0)
      unmerged = { course, desk, backup, copies, encode: codec.encode, load: means.load, change, tell };
    recorder = createRecorder(course, {
      window,
      clock,
      transport,
      desk,
      encode: codec.encode,
      seconds,
      backup,
      name,
      mayWrite,
      changed: tell,
    });
    recorder.begin(early.length > 0 || handed !== "");
    early.length = 0;
  };
  /**
   * Show everything, and record nothing.
   * @param {Notice} notice why
   */
  const goWithout = (notice) => {
    mode = "untracked";
    desk.notices.add(notice);
  };
  /** Another window writes from now on. */
  const giveUp = () => {
    recorder?.stop();
    recorder = null;
    goWithout("elsewhere");
    tell();
  };
  const hand = () => {
    const last = recorder?.hand();
    giveUp();
    return last;
  };
  const mayWrite = () => {
    const isMine = Boolean(turn?.isMine());
    if (!isMine && recorder) giveUp();
    return isMine;
  };
  /** Whether a place is still in the course. @param {string} place */
  const isKnown = (place) => {
    const [kind, id] = place.split("/");
    return (kind === "page" ? course.pages : course.sections).some((thing) => thing.id === id);
  };
  const join = async () => {
    mode = "connecting";
    tell();
    const { api } = await waitForApi(window, runtime, clock);
    if (isOver()) return;
    const candidate = api && transportFor(runtime, api);
    const outcome = candidate ? connected(runtime, candidate) : "no-lms";
    desk.notices.delete("no-lms");
    desk.notices.delete("reopen");
    if (candidate && outcome === "running") await enter(candidate, false);
    else if (outcome !== "running") goWithout(outcome);
    tell();
  };
  /**
   * @param {Transport} running
   * @param {boolean} isForced
   */
  const enter = async (running, isForced) => {
    await open(running, isForced);
    tell();
    await recover();
  };
  const isOver = () => mode === "ended";
  /** What it takes comes in a script of its own; until then the copies stay where they are. */
  const recover = async () => {
    if (!unmerged) return;
    try {
      const script = await means.recovery();
      if (unmerged && !isOver()) await script.recover(unmerged);
      unmerged = null;
      desk.notices.delete("unrestored");
    } catch {
      desk.notices.add("unrestored");
    }
    tell();
  };

  /**
   * @param {Step} event
   * @param {Urgency} urgency
   */
  const change = (event, urgency) => {
    if (isOver()) return;
    watch.touch();
    /** @type {Step} */
    const step = (progress) => settled(course, event(progress));
    const before = desk.progress;
    desk.progress = step(before);
    if (mode === "connecting" || mode === "untracked") early.push(step);
    else if (desk.progress !== before)
      recorder?.keep(hasReachedMore(before, desk.progress) ? "now" : urgency);
    tell();
  };
  /** @param {boolean} byButton */
  const end = (byButton) => {
    if (isOver()) return;
    const isWriter = mode !== "untracked" && (!recorder || mayWrite());
    mode = "ended";
    desk.notices.delete("elsewhere");
    if (isWriter && !recorder) transport?.terminate();
    turn?.release(isWriter && recorder?.end(byButton));
    tell();
  };

  return {
    course,
    start() {
      if (started) return started;
      watchPage(window, {
        hidden: () => recorder?.hidden(),
        shown: () => recorder?.shown(),
        leaving: (mayReturn) => (mayReturn ? recorder?.hidden() : end(false)),
        returned: () => isOver() && window.location.reload(),
        marked: mayWrite,
        online() {
          recover();
          recorder?.online();
        },
        active: watch.touch,
      });
      started = join();
      return started;
    },
    state,
    told: desk.told,
    subscribe(listen) {
      listeners.add(listen);
      return () => listeners.delete(listen);
    },
    ...learnerEvents(course, { desk, clock, random, change }),
    exit() {
      end(true);
      return closeWindow(window);
    },
    async retry() {
      if (mode === "untracked") return joined ? enter(joined, true) : join();
      recorder?.now();
      return recover();
    },
  };
}

/**
 * Whether a status or score changed, which the LMS is told at once (RUN-20).
 * @param {Progress} before
 * @param {Progress} after
 */
function hasReachedMore(before, after) {
  return (
    before.completion !== after.completion ||
    before.success !== after.success ||
    before.score !== after.score ||
    before.sections !== after.sections
  );
}
