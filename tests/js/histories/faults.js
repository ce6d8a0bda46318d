/**
 * What may go wrong while a learner works, as data. `commit` and `code`: what the LMS answers; `keeps`: whether its
 * server has the values all the same; `probe`: what a request for a file of the package finds; `launches`: whether
 * the course can be opened meanwhile.
 */

export const FAULTS = {
  offline: { commit: "false", keeps: false, probe: "unreachable", launches: false },
  offline_unnoticed: { commit: "true", keeps: false, probe: "unreachable", launches: false },
  signed_out: { commit: "false", keeps: false, probe: "other", launches: false },
  signed_out_unnoticed: { commit: "true", keeps: false, probe: "other", launches: false },
  refuses: { commit: "false", keeps: false, probe: "match", launches: true },
  answers_null: { commit: null, keeps: false, probe: "match", launches: true },
  throws: { throws: true, keeps: false, probe: "match", launches: true },
  says_false_but_keeps: { commit: "false", code: 391, keeps: true, probe: "match", launches: true },
  says_false_without_code: { commit: "false", code: 0, keeps: true, probe: "match", launches: true },
  slow: { commit: "true", keeps: true, probe: "match", takes: 2000, launches: true },
  no_files: { commit: "true", keeps: true, probe: "missing", launches: true },
  slow_files: { commit: "true", keeps: true, probe: "silent", launches: true },
  refuses_records: { commit: "true", keeps: true, probe: "match", refuses: "suspend_data", launches: true },
  /** Nothing that the player can ask tells this one from an honest LMS. */
  lies: { commit: "true", keeps: false, probe: "match", launches: true },
  /** This one is found out: what it gives back is what it had before. */
  forgets: { commit: "true", keeps: false, probe: "match", gives_back: "old", launches: true },
};

/**
 * What an LMS always does beyond the profiles of the stand-in. `dismissal`: what becomes of messages while the page
 * goes away; `arrives`: milliseconds until its server has what was committed, least and most; `overtakes`: whether that
 * changes their order; `sends`: whether each message holds only what was set since the one before.
 */
export const HABITS = {
  booleans: { yes: true },
  numbers: { yes: 1 },
  capital_yes: { yes: "True" },
  /** Gives back what earlier sessions left, and nothing of this one. */
  gives_back_nothing: { gives_back: "nothing" },
  drops_last: { dismissal: "dropped" },
  fails_last: { dismissal: "refused" },
  sends_changes: { sends: "changes" },
  delayed: { arrives: [50, 400] },
  delays_long: { arrives: [0, 4000], overtakes: true },
};

/** Profiles under which nothing is ever kept, so that there is nothing to promise. */
const HOPELESS = ["throws", "null", "empty", "review", "offline", "forgetful"];

/**
 * @param {Record<string, any>} profiles of the stand-in LMS, by name
 * @param {string} api name of the edition's API object
 * @returns {string[]} the LMSs that a history may meet
 */
export function possibleLms(profiles, api) {
  const named = Object.values(profiles).filter((profile) => ["", api].includes(profile.api));
  return [
    ...named.map(({ name }) => name).filter((name) => !HOPELESS.includes(name)),
    ...Object.keys(HABITS),
  ];
}
