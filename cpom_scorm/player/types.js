/**
 * What the player's modules hand each other, as types only: nothing here runs or is shipped.
 * Import with `/** @import { State } from "./types.js" *\/`.
 */

/**
 * One status element and what we write to it; `cpom_scorm/editions` is the source.
 * @typedef {object} StatusElement
 * @property {string} element may hold `{n}`
 * @property {Record<string, string>} values `<completion>.<success>` in our words to the LMS's word
 * @property {Record<string, number>} ranks the LMS's words in climbing order (RUN-10)
 */

/**
 * How content talks to the LMS in the edition that was built: no other module knows editions.
 * @typedef {object} RuntimeForm
 * @property {string} api name of the API object
 * @property {Record<string, string>} calls initialize, terminate, get, set, commit, lastError, errorString
 * @property {Record<string, string>} elements our name to the data-model element; absent where the edition has none
 * @property {StatusElement[]} status the course's status, in the vocabulary the author chose
 * @property {StatusElement[]} objective_statuses
 * @property {Record<string, string>} results correct, incorrect, partly ("" = write the fraction), neutral
 * @property {string} duration `hms` or `iso`
 * @property {string} timestamp `time` or `datetime`
 * @property {number} score_scale what a full raw score is
 * @property {Record<string, number>} codes alreadyInitialized, terminated, valueNotInitialized
 * @property {string} suspend value of the exit element
 * @property {Record<string, string>} exit_request navigation request on the Exit path, by exit value
 */

/**
 * How one kind of interaction is written for the LMS.
 * @typedef {object} ResponseForm
 * @property {string} reported_type
 * @property {string} item_separator
 * @property {string} pair_separator
 * @property {string} range_separator
 * @property {boolean} uses_letters
 * @property {string} true_word
 * @property {string} false_word
 * @property {string} case_property
 * @property {number} max_patterns
 * @property {number} max_length
 * @property {number} max_items
 */

/**
 * @typedef {"true_false" | "choice" | "hotspot" | "fill_in" | "cloze" | "numeric" | "matching" | "categorise" |
 *   "sequencing" | "performance" | "likert" | "long_fill_in"} Kind
 */

/**
 * A text that the learner compared with criteria.
 * @typedef {object} SelfChecked
 * @property {string} text
 * @property {string[]} met ids of the criteria that the learner ticked
 */

/**
 * What a learner gave: true_false boolean; choice and hotspot option ids; sequencing option ids in order;
 * matching and categorise source id to target id; performance step id to option id, in the order taken; likert
 * statement id ("" for the stem) to scale point; cloze gap id to text; fill_in text; long_fill_in SelfChecked;
 * numeric the text as typed, with "." (at most 15 of the characters 0-9 - .). An answer that was taken back is
 * an empty list, object or text.
 * @typedef {boolean | string | string[] | Record<string, string> | SelfChecked} Response
 */

/** @typedef {"correct" | "incorrect" | "partly" | "neutral"} Result neutral: nothing to judge */

/**
 * @typedef {object} PageData
 * @property {string} id
 * @property {string} title
 * @property {number} minutes
 * @property {boolean} required
 * @property {string | null} section null for the welcome page
 * @property {string} script
 * @property {string[]} questions knowledge checks on the page
 * @property {string[]} [plays] recordings of which enough must be played before the page is done
 */

/**
 * @typedef {object} QuizData
 * @property {string} title
 * @property {number} minutes
 * @property {number} pass 0..1
 * @property {number} weight
 * @property {boolean} shuffle
 * @property {string} name what kind of quiz it is
 * @property {"one" | "all"} show one question at a time, or all on one page
 * @property {"end" | "immediate"} feedback when learners are told how right they were
 * @property {number | null} attempts the most that a learner has
 * @property {string[]} questions asked in every attempt
 * @property {[count: number, questions: string[]][]} pools of which each attempt asks some
 * @property {number} asked questions in an attempt
 * @property {number} total those of them that are scored
 * @property {number | null} needed right answers that pass; null where only a share can be told
 */

/**
 * @typedef {object} SectionData
 * @property {string} id
 * @property {string} number
 * @property {string} title
 * @property {string} shortTitle
 * @property {string} script
 * @property {number} minutes
 * @property {string[]} pages
 * @property {QuizData | null} quiz
 */

/**
 * @typedef {object} QuestionData
 * @property {Kind} kind
 * @property {number} weight
 * @property {number} tries
 * @property {"whole" | "share" | "minus_wrong"} credit what a partly right answer earns
 * @property {boolean} scored
 * @property {string | null} section
 * @property {boolean} quiz
 * @property {boolean} shuffle
 */

/**
 * The course as `course-data.js` holds it: everything but the text of pages and the answer keys.
 * @typedef {object} CourseData
 * @property {number} version
 * @property {string} id
 * @property {string} title
 * @property {string} shortTitle
 * @property {string} language
 * @property {string} direction
 * @property {string} locale what `Intl` is asked for, so that numbers and times fit the strings
 * @property {string} build the token that `probe.txt` holds
 * @property {RuntimeForm} runtime
 * @property {Record<string, ResponseForm>} responses by kind
 * @property {Record<string, number>} limits
 * @property {{ pass: number, require: string, counted: string }} scoring
 * @property {string} interactions `last` or `off`
 * @property {{ slots: string[][], generations: [number, string][], texts?: Record<string, number>, withheld?: string[], gone?: Record<string, string> }} record
 *   `texts`: the longest text of an answer in bytes, by question or by `question/part`; `withheld`: ids whose texts are
 *   not copied to this device; `gone`: where to go from places that have left the course
 * @property {PageData[]} pages in reading order
 * @property {SectionData[]} sections in the order of the LMS's objectives
 * @property {Record<string, QuestionData>} questions
 * @property {Record<string, string>} strings
 */

/**
 * @typedef {object} QuestionContent
 * @property {string} [html] the form; knowledge checks stand in their page instead
 * @property {unknown} key
 * @property {[part: string, patterns: string[], description: string][]} records what the LMS gets: one for the
 *   question, whose part is "", or one for each of its parts
 * @property {Record<string, string>} feedback correct, incorrect, partly; where all are alike, `any` alone
 * @property {string} [rationale] told once the answer is right or no try is left
 * @property {Record<string, string>} [optionFeedback]
 * @property {{ page: string, title: string } | null} [revisit]
 */

/**
 * What a `section-N.js` registers.
 * @typedef {object} SectionContent
 * @property {Record<string, string>} pages
 * @property {{ html: string, objectives: [text: string, questions: string[]][] } | null} quiz what a learner reads
 *   before the quiz, and what its questions are about
 * @property {Record<string, QuestionContent>} questions
 * @property {Record<string, Record<string, string>>} [keys] of blocks in which learners practise, by their ids
 */

/**
 * One record for the LMS.
 * @typedef {object} Reported
 * @property {string} part of the question; empty: all of it
 * @property {Result} result
 * @property {string} encoded the response as the LMS gets it; empty: none was given
 * @property {string[]} patterns correct responses
 * @property {string} description
 */

/**
 * One try at a question, judged: what the session stores and reports.
 * @typedef {object} Graded
 * @property {Response} response
 * @property {number} fraction 0..1 of the question that is right, before the credit rule
 * @property {number} [wrong] 0..1 of the question that was answered wrongly
 * @property {Result} result
 * @property {number} latencySeconds
 * @property {Reported[]} records
 */

/**
 * A place to come back to, which is also its route: "page/<page id>" or "quiz/<section id>".
 * @typedef {string} Place
 */

/**
 * @typedef {object} Answer
 * @property {number} tries 1..15
 * @property {Result | "ungraded"} result
 * @property {number} fraction 0..1; whole hundredths where the result is partly
 * @property {Response} response
 */

/**
 * A finished attempt.
 * @typedef {object} Finished
 * @property {number} score
 * @property {number} at minutes since 2025-01-01T00:00Z
 */

/**
 * Scores are 0..1 in whole ten-thousandths, null before the first finished attempt.
 * @typedef {object} QuizProgress
 * @property {number} attempts finished ones
 * @property {boolean} open an attempt is under way
 * @property {number} seed of the attempt's shuffle
 * @property {number | null} counted by the course's policy: best, last or first
 * @property {number | null} last
 * @property {Finished[]} pastAttempts the latest attempts, newest first
 */

/** @typedef {"incomplete" | "completed"} Completion */
/** @typedef {"unknown" | "failed" | "passed"} Success */

/**
 * What a section has reached; neither ever falls (RUN-10).
 * @typedef {object} SectionProgress
 * @property {Completion} completion
 * @property {Success} success
 */

/**
 * All that is remembered about the learner: the content of the state record (docs/state-record.md).
 * Values are never changed in place.
 * @typedef {object} Progress
 * @property {number} token names this attempt; also a seed for shuffles outside quizzes
 * @property {number} sequence writes so far
 * @property {Completion} completion
 * @property {Success} success
 * @property {number | null} score
 * @property {number} seconds of all earlier sessions; in a State: up to now
 * @property {Place | null} bookmark
 * @property {ReadonlySet<string>} seen page ids
 * @property {Readonly<Record<string, Answer>>} answers by the id of the question, or of a block that keeps something
 * @property {Readonly<Record<string, QuizProgress>>} quizzes by section id
 * @property {Readonly<Record<string, SectionProgress>>} sections by section id
 * @property {Readonly<Record<string, number>>} reported id of a record to its LMS interaction index
 * @property {number} interactionCount LMS interactions so far
 */

/** @typedef {"idle" | "saving" | "saved" | "sent" | "failed" | "off"} SaveStatus */
/** @typedef {"connecting" | "normal" | "review" | "browse" | "untracked" | "ended"} Mode */
/**
 * @typedef {"no-lms" | "foreign-record" | "damaged-record" | "session-ended" | "reopen" | "updated" | "review" |
 *   "unrestored" | "restored" | "unsent" | "second-window" | "elsewhere"} Notice
 */

/**
 * `at` is the time of the last confirmed save in milliseconds since 1970, null before it.
 * @typedef {{ status: SaveStatus, at: number | null }} Save
 */

/** @typedef {Progress & { mode: Mode, save: Save, notices: Notice[] }} State */

/**
 * The only door between the views and the LMS.
 * @typedef {object} Session
 * @property {CourseData} course
 * @property {() => Promise<void>} start resolves when the LMS is found or given up; never rejects
 * @property {() => State} state
 * @property {Partial<Record<Notice, (context: any) => HTMLElement>>} told how a notice is told that comes with the tools
 * @property {(listen: (state: State) => void) => () => void} subscribe
 * @property {(pageId: string) => void} visit marks the page as seen and bookmarks it
 * @property {(place: Place) => void} bookmark
 * @property {(questionId: string, graded: Graded) => void} answer one try at a knowledge check, or at a
 *   question of an open attempt that tells at once how right it was
 * @property {(questionId: string, response: Response) => void} revise changes what is kept of an answer or
 *   of a block that asks nothing, without a try
 * @property {(sectionId: string) => void} startQuiz forgets the last attempt's answers; carries on an open attempt
 * @property {(questionId: string, response: Response) => void} saveAnswer in an open attempt
 * @property {(sectionId: string, graded: Record<string, Graded>) => void} finishQuiz
 * @property {() => "closed" | "stay"} exit
 * @property {() => Promise<void>} retry looks for the LMS, asks for the turn or saves, again
 */

/**
 * What an LMS call gave. `warned`: it said no, but with error 0, which some LMSs mean as yes (RUN-06).
 * @typedef {{ ok: boolean, value: string, code: number, warned: boolean }} Outcome
 */

/**
 * The LMS as five calls that never throw and do nothing after `terminate`.
 * @typedef {object} Transport
 * @property {() => Outcome} initialize
 * @property {(element: string) => Outcome} get
 * @property {(element: string, value: string) => Outcome} set
 * @property {() => Outcome} commit
 * @property {() => Outcome} terminate
 */

/**
 * @typedef {object} Clock
 * @property {() => number} now monotonic milliseconds
 * @property {() => number} wall milliseconds since 1970
 * @property {(run: () => void, milliseconds: number) => number} later
 * @property {(timer: number) => void} cancel
 */

export {};
