/** A history as a person reads it. */

const SENTENCES = {
  open: ({ device }) => `opens the course on the ${device}`,
  read: ({ page }) => `reads page ${page}`,
  check: ({ question, right }) => `answers ${question} ${right ? "right" : "wrong"}`,
  quiz: ({ section, right }) => `takes the quiz of ${section}, ${right} right`,
  begin: ({ section }) => `begins the quiz of ${section}`,
  mark: ({ question, right }) => `marks ${question} ${right ? "right" : "wrong"}`,
  finish: ({ section }) => `finishes the quiz of ${section}`,
  wait: ({ seconds }) => `waits ${seconds} s`,
  hide: () => "turns to another tab",
  show: () => "comes back to this tab",
  away: () => "goes to another site and back",
  retry: () => "presses Try again",
  date: ({ hours }) => `sets the date ${hours} h back`,
  fault: ({ name }) => `(from now on: ${name})`,
  mend: () => "(all is well again)",
  again: () => "opens the course in a second window",
  turn: () => "turns to the other window",
  "go on": () => "presses Continue here",
  leave: ({ how }) => `leaves by ${how}`,
};

/** @param {any} history @param {string[]} broken @returns {string} */
export function told({ seed, edition, lms, course, steps }, broken) {
  const lines = steps.map((step, at) => `  ${at + 1}. ${SENTENCES[step.do](step)}`);
  return [
    `SEED=${seed} COUNT=1 (${edition}, LMS: ${lms}, course: ${JSON.stringify(course)})`,
    ...lines,
    ...broken.map((why) => `  BROKEN: ${why}`),
  ].join("\n");
}
