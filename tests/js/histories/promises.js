/**
 * Watches a history and says which promise broke (decisions.md, "Saving"). Knows nothing of how the history is
 * played: it is told what was stored, shown, written and found, in plain data.
 */

import { recordCodec } from "../../../cpom_scorm/player/record.js";
import { recordId } from "../../../cpom_scorm/player/record_layout.js";
import { answerText, fallen, missing, scoreFaults } from "./kept.js";
import { idsOf, storeFaults } from "./stored.js";

/** Times are told in hundredths of a second. */
const SLACK_SECONDS = 0.05;
/** The record holds whole seconds. */
const ROUNDING_SECONDS = 0.5;
/** A save that failed is tried again each minute at least. */
const CALM_SECONDS = 65;

/**
 * @param {any} course course data
 * @param {object} lms
 * @param {boolean} lms.loses its server may go back to an older state by itself
 * @param {boolean} lms.counts it takes interactions
 * @param {boolean} [lms.cuts] it damages records
 * @returns {any}
 */
export function createWitness(course, { loses, counts, cuts = false }) {
  const codec = recordCodec(course.record, course.limits.suspend_data);
  const { elements, results } = course.runtime;
  const read = (values) => codec.decode(values[elements.suspend_data] ?? "");
  const figures = {
    steps: 0,
    openings: 0,
    windows: 0,
    turns: 0,
    faults: {},
    stores: 0,
    saves: 0,
    doubtful: 0,
    answers: 0,
  };
  /** @type {string[]} */
  const broken = [];
  /** What the player showed as saved while the LMS had it. @type {any} */
  let accepted = null;
  /** What it had at its last Commit. @type {any} */
  let committed = null;
  let device = "";
  /** What it had last on each device. @type {Map<string, any>} */
  const left = new Map();
  /** What it had when it was opened. @type {any} */
  let opened = null;
  /** What the LMS had then. @type {any} */
  let known = null;
  /** What it had last in this session. @type {any} */
  let last = null;
  /** @type {Record<string, string>} */
  let stored = {};
  /** The record in it. @type {any} */
  let held = null;
  /** Answers by question id, as they were given, oldest first. @type {Map<string, string[]>} */
  const given = new Map();
  /** Results of this session's answers, by question id, as the learner saw them. @type {Map<string, string>} */
  const witnessed = new Map();
  /** Questions that were judged in this session. @type {Set<string>} */
  let judged = new Set();
  /** Seconds of the sessions before this one, and when it began. */
  let earlier = 0;
  let begun = 0;
  let ended = 0;
  let losesRecord = false;
  /** Changes are lost that the LMS, which sends only changes, said it had: nobody could tell, or nobody yet. */
  let isHoled = false;
  /** The same of earlier sessions, after which a new one writes statuses and scores again, but no interactions. */
  let wasHoled = false;
  /** The window that wrote last; null: none yet. @type {number | null} */
  let writer = null;
  /** Windows whose turn went to another one, and that nobody has gone on in since. @type {Set<number>} */
  const passed = new Set();
  /** Two windows were open at once: each has an LMS that knows nothing of what the other's was told. */
  let areMany = false;
  /** What the window that had the turn had not yet brought back from its device comes with the next opening. */
  let isDeferred = false;
  const patchy = () => !counts || losesRecord || isHoled || wasHoled || areMany;
  const spent = (at) => (at - begun) / 1000 + SLACK_SECONDS;

  /** @returns {string[]} ids of the answers that are new */
  const hear = (state) =>
    Object.entries(state.answers).flatMap(([id, answer]) => {
      const text = answerText(answer);
      const before = given.get(id) ?? [];
      if (before[before.length - 1] === text) return [];
      given.set(id, [...before, text]);
      return [id];
    });
  const remember = (state) => {
    if (last) broken.push(...fallen(last, state));
    const isFirst = !last;
    for (const id of hear(state)) if (!isFirst && state.answers[id].result !== "ungraded") judged.add(id);
    last = state;
  };
  /** What the LMS had missed, it is told of as well. */
  const expectReports = ({ notices, answers }) => {
    if (!notices.includes("restored")) return;
    for (const [id, answer] of Object.entries(answers)) {
      const isNew = answerText(answer) !== answerText(known?.answers[id] ?? {});
      if (isNew && answer.result !== "ungraded") judged.add(id);
    }
  };
  /** What was done on this device is to be found there again. */
  const leaveHere = () => {
    // What could not be read yet is still to be found, next time.
    if (last && !left.has(device)) left.set(device, { ...last, seconds: 0 });
  };
  const begin = () => {
    [last, committed, judged] = [null, null, new Set()];
    [wasHoled, isHoled] = [wasHoled || isHoled, false];
  };
  /** A window writes: one at a time, and the others only once the learner goes on there (RUN-36). */
  const takeTurn = (window) => {
    if (window === writer) return;
    if (passed.has(window)) broken.push("a window wrote after its turn had gone to another one");
    if (writer !== null) {
      passed.add(writer);
      isDeferred = left.has(device);
      leaveHere();
      begin();
    }
    writer = window;
  };
  const unreported = () => {
    const ids = new Map([...idsOf("interactions", stored)].map(([index, id]) => [id, index]));
    return [...judged].flatMap((id) => {
      const answer = accepted.answers[id];
      const index = ids.get(recordId(id, ""));
      const name = elements["interaction.result"].replace("{n}", String(index));
      return !answer || answer.result === "ungraded" || stored[name] === results[answer.result]
        ? []
        : [`the LMS was told that ${id} is ${stored[name]}, not ${answer.result}`];
    });
  };
  /** What the LMS was not told of what the player shows. */
  const behind = () => {
    const raw = Number(stored[elements["score.raw"]]) / course.runtime.score_scale;
    const fallsShort = course.runtime.status.filter(({ element, ranks, values }) => {
      const reached = ranks[values[`${accepted.completion}.${accepted.success}`]] ?? 0;
      return (ranks[stored[element]?.toLowerCase()] ?? 0) < reached;
    });
    return [
      ...fallsShort.map(({ element }) => `${element} is only ${stored[element]} in the LMS`),
      ...(accepted.score === null || raw >= accepted.score - 0.00005
        ? []
        : [`the score is only ${raw} in the LMS, not ${accepted.score}`]),
    ];
  };
  const accept = () => {
    figures.saves += 1;
    // Who only looks leaves no record of the time.
    const { seconds } = committed.sequence > (opened?.sequence ?? 0) ? committed : { seconds: 0 };
    accepted = { ...committed, seconds: Math.max(seconds, accepted?.seconds ?? 0) };
    if (accepted.score !== null) broken.push(...scoreFaults(course, accepted, accepted));
    for (const [id, result] of witnessed)
      if (accepted.answers[id]?.result !== result)
        broken.push(`the ${result} answer to ${id} was never written`);
    if (!isHoled) broken.push(...behind());
    if (counts && !patchy()) broken.push(...unreported());
  };

  const find = (state, at) => {
    if (accepted) {
      figures.answers += Object.keys(accepted.answers).length;
      broken.push(...missing(course, accepted, state, given));
    }
    if (state.seconds > earlier + spent(at) + ROUNDING_SECONDS * figures.openings)
      broken.push(`time is ${state.seconds} s of ${earlier} s`);
    opened = state;
  };

  /** What this device kept is there, as soon as it could be read and the learner has said so. */
  const findHere = (state) => {
    const here = left.get(device);
    if (!here || isDeferred || state.notices.some((name) => ["unrestored", "unsent"].includes(name))) return;
    left.delete(device);
    // Attempts at one quiz on two devices: one of them must give way, and the LMS's is the one that others know.
    const isContested = (what) =>
      what.includes("drawn anew") || (course.scoring.counted !== "best" && what.includes("score"));
    const lost = missing(course, here, state, given).filter((what) => !isContested(what));
    broken.push(...lost.map((what) => `on the same device: ${what}`));
  };

  const sees = {
    step() {
      figures.steps += 1;
    },
    fault({ name }) {
      losesRecord ||= name === "refuses_records";
      figures.faults[name] = (figures.faults[name] ?? 0) + 1;
    },
    /** `isBeside`: another window of the same device is open. */
    launched({ at, device: name, isBeside = false }) {
      device = name;
      figures.openings += 1;
      if (isBeside) {
        figures.windows += 1;
        areMany = true;
        return;
      }
      earlier += (ended - begun) / 1000;
      [begun, ended] = [at, at];
      known = held;
      begin();
      witnessed.clear();
      passed.clear();
      [writer, isDeferred] = [null, false];
    },
    /** The learner goes on in a window that did not write. */
    "went on"({ window }) {
      figures.turns += 1;
      passed.delete(window);
    },
    swallowed() {
      isHoled = true;
    },
    /** The player noticed, and writes everything again. */
    failed() {
      isHoled = false;
    },
    /** What was done on a device is found there again, told or not (RUN-33). */
    left({ believed, window = 0 }) {
      if (window !== writer) return;
      const isLost = believed && !(held?.sequence >= last?.sequence);
      if (isLost) figures.doubtful += 1;
      if (isLost) left.delete(device);
      else leaveHere();
    },
    "given up"() {
      left.delete(device);
    },
    /** Somebody who sat beside the learner saw this. */
    did({ question, right }) {
      witnessed.set(question, right ? "correct" : "incorrect");
    },
    /** Time counts from here. */
    initialized({ at, isBeside = false }) {
      if (!isBeside) begun = at;
    },
    /** The first time that a session is seen to be tracked, it is compared with what was accepted. */
    seen({ state, at, calm = 0, window = 0 }) {
      ended = at;
      if (state.mode !== "normal") {
        // It may come to the others later.
        if (areMany) hear(state);
        return;
      }
      takeTurn(window);
      if (!last) find(state, at);
      findHere(state);
      remember(state);
      expectReports(state);
      const unsent = (id) =>
        answerText(state.answers[id]) !== answerText(committed?.answers[id] ?? opened.answers[id] ?? {});
      if (state.shown === "saved")
        broken.push(
          ...Object.keys(state.answers)
            .filter(unsent)
            .map((id) => `shown as saved although the answer to ${id} was never sent`),
        );
      if (calm > CALM_SECONDS && state.shown === "failed") broken.push(`still failed after ${calm} s`);
    },
    committed({ state, at, window = 0 }) {
      ended = at;
      takeTurn(window);
      if (last) remember(state);
      committed = state;
    },
    stored({ values, at }) {
      figures.stores += 1;
      const { progress, refused } = read(values);
      const session = spent(at);
      const wentBack = held && !cuts && !(progress?.sequence >= held.sequence);
      // What an LMS refuses to take from one window it has as that window found it.
      const isRefused = losesRecord && areMany;
      if (wentBack && !loses && !isRefused) broken.push("an older record took the place of a newer one");
      const before = loses ? {} : stored;
      broken.push(
        ...storeFaults(course, {
          values,
          before,
          refused: cuts ? "" : refused,
          session,
          seconds: earlier + session,
          patchy: patchy(),
          isOne: !areMany,
        }),
      );
      [stored, held] = [values, progress];
      // What is no longer in its store cannot be asked of it.
      if (accepted && loses && !(progress?.sequence >= accepted.sequence)) accepted = null;
    },
    saved({ undetectable, window = 0 }) {
      if (window !== (writer ?? window)) broken.push("shown as saved by a window that does not write");
      if (!committed) {
        broken.push("shown as saved although nothing was ever committed");
        return;
      }
      const isHeld = held?.token === committed.token && held.sequence === committed.sequence;
      if (isHeld) accept();
      else if (committed.sequence === 0) return;
      else if (loses || undetectable) {
        figures.doubtful += 1;
        wasHoled ||= isHoled;
      } else broken.push("shown as saved while the LMS had not kept it");
    },
  };
  return { broken, figures, see: (event) => sees[event.kind](event) };
}
