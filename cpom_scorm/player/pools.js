/** Pools: of their questions each attempt asks some. */

/** @import { Answer, Progress, QuizData, SectionData } from "./types.js" */
import { ranked } from "./ranked.js";

/** Draws that a new attempt chooses among. */
const CANDIDATES = 16;

/**
 * Draw from each pool. What was answered in the attempt stays in it. Questions come in the author's order.
 * @param {QuizData["pools"]} all
 * @param {number} seed
 * @param {Readonly<Record<string, Answer>>} answers
 */
function drawn(all, seed, answers) {
  return all.flatMap(([count, pool]) => {
    const order = ranked(pool, seed, "");
    const first = order.filter((id) => answers[id]);
    const rest = order.filter((id) => !answers[id]);
    const chosen = [...first, ...rest].slice(0, count);
    return pool.filter((id) => chosen.includes(id));
  });
}

/**
 * Of several seeds give that whose draw has the fewest questions of the last attempt.
 * @param {SectionData} section
 * @param {Progress} progress
 * @param {() => number} any
 */
function seed({ id, quiz }, { quizzes, answers }, any) {
  const all = quiz?.pools ?? [];
  const last = quizzes[id];
  if (all.length === 0 || !last) return any();
  const before = drawn(all, last.seed, answers);
  const seeds = Array.from({ length: CANDIDATES }, any);
  const repeats = seeds.map(
    (one) => drawn(all, one, {}).filter((question) => before.includes(question)).length,
  );
  return seeds[repeats.indexOf(Math.min(...repeats))];
}

export const pools = { drawn, seed };
