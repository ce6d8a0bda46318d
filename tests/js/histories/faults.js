/**
 * What may go wrong while a learner works, as data. `commit` and `code`: what the LMS answers; `keeps`: whether its
 * server has the values all the same; `probe`: what a request for a file of the package finds. `leaves` the launch
 * possible: a course cannot be opened from a server that cannot be reached.
 */

export const FAULTS = {
  offline: { commit: "false", code: 101, keeps: false, probe: "unreachable", leaves: false },
  offline_unnoticed: { commit: "true", keeps: false, probe: "unreachable", leaves: false },
  signed_out: { commit: "false", code: 101, keeps: false, probe: "other", leaves: false },
  signed_out_unnoticed: { commit: "true", keeps: false, probe: "other", leaves: false },
  refuses: { commit: "false", code: 391, keeps: false, probe: "match", leaves: true },
  answers_null: { commit: null, keeps: false, probe: "match", leaves: true },
  throws: { throws: true, keeps: false, probe: "match", leaves: true },
  says_false_but_keeps: { commit: "false", code: 391, keeps: true, probe: "match", leaves: true },
  says_false_without_code: { commit: "false", code: 0, keeps: true, probe: "match", leaves: true },
  slow: { commit: "true", keeps: true, probe: "match", takes: 2000, leaves: true },
  no_files: { commit: "true", keeps: true, probe: "missing", leaves: true },
  slow_files: { commit: "true", keeps: true, probe: "silent", leaves: true },
  refuses_records: { commit: "true", keeps: true, probe: "match", refuses: "suspend_data", leaves: true },
  /** Nothing that the player can ask tells this one from an honest LMS. */
  lies: { commit: "true", keeps: false, probe: "match", leaves: true },
  /** This one is found out: what it gives back is what it had before. */
  forgets: { commit: "true", keeps: false, probe: "match", gives_back: "old", leaves: true },
};

/**
 * What an LMS always does. `dismissal`: what becomes of calls while the page goes away; `arrives`: milliseconds
 * until its server has what was committed, least and most, which may change their order.
 */
export const HABITS = {
  strict: {},
  capitals: { yes: "True" },
  booleans: { yes: true },
  numbers: { yes: 1 },
  late: { late: 3000 },
  silent: { unreadable: /status|score|_count|entry|mode/ },
  deaf: { unreadable: /^(?!cmi\.suspend_data)/ },
  /** Gives back what earlier sessions left, and nothing of this one. */
  gives_back_nothing: { gives_back: "nothing" },
  drops_last: { dismissal: "dropped" },
  null_last: { dismissal: "null" },
  fails_last: { dismissal: "false" },
  sends_changes: { sends: "changes" },
  delayed: { arrives: [50, 400] },
  reorders: { arrives: [0, 4000] },
  no_interactions: { refused: /^cmi\.interactions/ },
  no_objectives: { refused: /^cmi\.objectives/ },
};
