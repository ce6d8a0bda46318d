/** The state record: everything remembered about a learner as one short text (docs/state-record.md). */

import { bitReader, bitWriter } from "./bits.js";
import { checksum } from "./checksum.js";
import { once } from "./once.js";
import { lastSlots, layoutOf } from "./record_layout.js";
import { RESPONSE_BITS } from "./record_responses.js";

/** @import { Answer, CourseData, Progress, QuizProgress, SectionProgress } from "./types.js" */
/** @import { Layout, Part } from "./record_layout.js" */
/** @typedef {ReturnType<typeof bitReader>} Reader */
/** @typedef {(value: number, width: number) => void} Put */
/** @typedef {{ -readonly [K in keyof Progress]: Progress[K] } & { seen: Set<string>, answers: Record<string, Answer>, quizzes: Record<string, QuizProgress>, sections: Record<string, SectionProgress>, reported: Record<string, number> }} Draft */

const VERSION = "1";
const CHECKSUM_LENGTH = 4;
/** Scores are stored in ten-thousandths: 14 bits. */
const SCORE = 10000;
/** Finished attempts of each quiz that are remembered. */
export const HISTORY_LENGTH = 5;
const RESULTS = /** @type {const} */ (["incorrect", "partly", "correct", "ungraded", "neutral"]);
const SUCCESSES = /** @type {const} */ (["unknown", "failed", "passed"]);

/**
 * Prepare to write records of the course's newest generation and to read those of every one it knows.
 * @param {CourseData["record"]} table
 * @param {number} [limit] of the text, in characters
 */
export function recordCodec(table, limit = Infinity) {
  const [newest, hash] = table.generations.reduce((before, next) => (next[0] >= before[0] ? next : before));
  // Thousands of slots, and a first start has no record to read (PERF-03).
  const prepared = once(() => {
    const places = lastSlots(table.slots);
    return { places, layout: layoutOf(table.slots, newest, table.texts, places) };
  });
  /**
   * @param {Progress} progress
   * @param {number} most finished attempts of each quiz
   */
  const written = (progress, most) => {
    const { places, layout } = prepared();
    const { put, text } = bitWriter();
    put(newest, 16);
    put(Number.parseInt(hash, 16), 24);
    put(progress.token, 24);
    put(progress.sequence, 24);
    putReached(put, progress);
    putScore(put, progress.score);
    put(progress.seconds, 24);
    put(bookmarkSlot(progress.bookmark, places) + 1, 16);
    put(progress.interactionCount, 16);
    for (const part of layout.parts) PARTS[part.kind]?.put(put, part, progress, layout, most);
    return sealed(VERSION + text());
  };
  return {
    /** Where there is too little room, the oldest attempts go first. @param {Progress} progress */
    encode(progress) {
      for (let most = HISTORY_LENGTH; ; most -= 1) {
        const text = written(progress, most);
        if (text.length <= limit || most === 0) return text;
      }
    },
    /**
     * Give neither progress nor a refusal for an empty text.
     * @param {string} text
     * @returns {{ progress: Progress | null, refused: "" | "damaged" | "foreign", older?: boolean }} `older`: the
     *   course had less to remember then
     */
    decode(text) {
      const record = text.trim();
      if (record === "") return { progress: null, refused: "" };
      const body = record.slice(0, -CHECKSUM_LENGTH);
      if (sealed(body) !== record) return { progress: null, refused: "damaged" };
      if (body[0] !== VERSION) return { progress: null, refused: "foreign" };
      const reader = bitReader(body.slice(1));
      const count = reader.take(16);
      const name = reader.take(24);
      if (!table.generations.some(([slots, hex]) => slots === count && Number.parseInt(hex, 16) === name)) {
        return { progress: null, refused: "foreign" };
      }
      const { places, layout } = prepared();
      const progress = readProgress(
        reader,
        table.slots,
        count === newest ? layout : layoutOf(table.slots, count, table.texts, places),
      );
      const whole = !reader.exhausted() && reader.spare() < 6;
      return whole
        ? { progress, refused: "", older: count < newest }
        : { progress: null, refused: "damaged" };
    },
  };
}

/**
 * @param {Reader} reader
 * @param {string[][]} slots
 * @param {Layout} layout
 * @returns {Progress}
 */
function readProgress({ take }, slots, layout) {
  /** @type {Draft} */
  const progress = {
    token: take(24),
    sequence: take(24),
    ...takeReached(take),
    score: takeScore(take),
    seconds: take(24),
    bookmark: bookmarkPlace(slots[take(16) - 1]),
    interactionCount: take(16),
    seen: new Set(),
    answers: {},
    quizzes: {},
    sections: {},
    reported: {},
  };
  for (const part of layout.parts) PARTS[part.kind]?.take(take, part, progress, layout);
  return progress;
}

/**
 * How each kind of slot stands in the record.
 * @type {Record<string, { put: (put: Put, part: Part, progress: Progress, layout: Layout, most: number) => void, take: (take: Reader["take"], part: Part, progress: Draft, layout: Layout) => void }>}
 */
const PARTS = {
  page: {
    put: (put, { id }, progress) => put(progress.seen.has(id) ? 1 : 0, 1),
    take(take, { id }, progress) {
      if (take(1)) progress.seen.add(id);
    },
  },
  section: {
    put(put, { id }, progress, _, most) {
      putReached(put, progress.sections[id] ?? { completion: "incomplete", success: "unknown" });
      const quiz = progress.quizzes[id];
      put(quiz ? 1 : 0, 1);
      if (!quiz) return;
      put(quiz.attempts, 8);
      put(quiz.open ? 1 : 0, 1);
      put(quiz.seed, 12);
      putScore(put, quiz.counted);
      if (quiz.counted === null) return;
      put((quiz.last ?? 0) * SCORE, 14);
      const finished = quiz.pastAttempts.slice(0, most);
      put(finished.length, 3);
      for (const { score, at } of finished) {
        put(score * SCORE, 14);
        put(at, 24);
      }
    },
    take(take, { id }, progress) {
      const reached = takeReached(take);
      if (reached.completion === "completed" || reached.success !== "unknown")
        progress.sections[id] = reached;
      if (!take(1)) return;
      const quiz = { attempts: take(8), open: take(1) === 1, seed: take(12), counted: takeScore(take) };
      const last = quiz.counted === null ? null : takeShare(take);
      const length = last === null ? 0 : take(3);
      const finished = Array.from({ length }, () => ({ score: takeShare(take), at: take(24) }));
      progress.quizzes[id] = { ...quiz, last, pastAttempts: finished };
    },
  },
  question: {
    put(put, part, progress, { indexWidth }) {
      const answer = progress.answers[part.id];
      const places = part.records.map((id) => (progress.reported[id] ?? -1) + 1);
      const kept = places.map((place) => (place < 2 ** indexWidth ? place : 0));
      const known = answer || kept.some((place) => place > 0);
      put(known ? 1 : 0, 1);
      if (!known) return;
      for (const place of kept) put(place, indexWidth);
      put(answer ? Math.max(answer.tries, 1) : 0, 4);
      if (!answer) return;
      // What is not judged needs no result of its own: its kind tells.
      put(RESULTS.indexOf(answer.result === "neutral" ? "correct" : answer.result), 2);
      if (answer.result === "partly") put(answer.fraction * 100, 7);
      RESPONSE_BITS[part.type]?.put(put, answer.response, part);
    },
    take(take, part, progress, { indexWidth }) {
      if (!take(1)) return;
      for (const id of part.records) {
        const place = take(indexWidth);
        if (place > 0 && part.live) progress.reported[id] = place - 1;
      }
      const tries = take(4);
      if (tries === 0) return;
      const stored = RESULTS[take(2)];
      const isNeutral = RESPONSE_BITS[part.type]?.neutral || part.records.length === 0;
      const result = stored === "correct" && isNeutral ? "neutral" : stored;
      const partly = result === "partly" ? Math.min(take(7) / 100, 1) : 0;
      const response = RESPONSE_BITS[part.type]?.take(take, part);
      if (response === undefined || !part.live) return;
      progress.answers[part.id] = { tries, result, fraction: result === "correct" ? 1 : partly, response };
    },
  },
};

/**
 * @param {Put} put
 * @param {SectionProgress} reached
 */
function putReached(put, { completion, success }) {
  put(completion === "completed" ? 1 : 0, 1);
  put(SUCCESSES.indexOf(success), 2);
}

/**
 * @param {Reader["take"]} take
 * @returns {SectionProgress}
 */
function takeReached(take) {
  return { completion: take(1) ? "completed" : "incomplete", success: SUCCESSES[take(2)] ?? "unknown" };
}

/**
 * @param {Put} put
 * @param {number | null} score
 */
function putScore(put, score) {
  put(score === null ? 0 : 1, 1);
  if (score !== null) put(score * SCORE, 14);
}

/** @param {Reader["take"]} take */
function takeScore(take) {
  return take(1) ? takeShare(take) : null;
}

/** @param {Reader["take"]} take */
function takeShare(take) {
  return Math.min(take(14) / SCORE, 1);
}

/**
 * @param {string | null} place
 * @param {Map<string, number>} slots
 */
function bookmarkSlot(place, slots) {
  const [kind, id] = (place ?? "").split("/");
  return slots.get(`${kind === "quiz" ? "section" : kind} ${id}`) ?? -1;
}

/** @param {string[] | undefined} slot */
function bookmarkPlace(slot) {
  if (slot?.[0] === "page") return `page/${slot[1]}`;
  return slot?.[0] === "section" ? `quiz/${slot[1]}` : null;
}

/** @param {string} body */
function sealed(body) {
  const { put, text } = bitWriter();
  put(checksum(body), CHECKSUM_LENGTH * 6);
  return body + text();
}
