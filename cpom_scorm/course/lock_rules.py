"""The rules about the lock file and the progress that its slots number.

They are found while a lock is read or extended and a build weighs what learners will store: none has a check.
"""

from __future__ import annotations

from functools import partial

from cpom_scorm.rule import Severity, declared

_rule = partial(declared, spec="RUN-41")

LOCK_FORM = _rule(
    "LCK-001",
    "lock-form",
    """The lock file does not have the form that builds give it.

    What: a key or a line of `course.lock.yaml` cannot be read, or a slot number is missing.
    Why it matters: learners' progress is stored by these numbers; a guess could give it to another question.
    Example: a line `- 3 question`, or slot 7 right after slot 5.
    Fix: take the file from version control again, and let only builds write it.
    """,
)
LOCK_VERSION = _rule(
    "LCK-002",
    "lock-version",
    """The lock file was written by a newer release.

    What: `version` is not one that this release knows.
    Why it matters: a newer file may mean something else by the same lines.
    Example: `version: 2`.
    Fix: build with the release that wrote the file, or a later one.
    """,
    spec="RUN-45",
)
LOCK_OF_ANOTHER_COURSE = _rule(
    "LCK-003",
    "lock-of-another-course",
    """The lock file belongs to another course.

    What: `course` in the lock file differs from `id` in `course.yaml`.
    Why it matters: identifiers in the package come from the id, so an LMS would see a new course while old
    records seem to fit it.
    Example: a course made from a copy of another folder.
    Fix: put the old id back; for a new course, delete the lock file and build.
    """,
)
SLOT_TAKEN_TWICE = _rule(
    "LCK-004",
    "slot-taken-twice",
    """Two things have the same slot.

    What: two branches were merged, and both had given the next free slot to something new.
    Why it matters: one number would stand for two pages or questions in learners' records.
    Example: `- 5 page budget` and `- 5 page staffing`.
    Fix: build once. The entry that no generation has published gets a new slot. If both branches were
    published, first remove the generation line of the one that no learner has used; its learners' records
    will be put aside.
    """,
)
SLOT_CHANGED = _rule(
    "LCK-005",
    "slot-changed",
    """Slots that were published have changed.

    What: the slot lines do not give the hash that a generation recorded.
    Why it matters: records that learners already have would be read as other pages and questions.
    Example: an id or a letter in a slot line was edited, or a line was removed.
    Fix: take the file from version control again; after a merge, that of the side that was published, and
    build. To rename something give it a new id in the course; its old slot stays.
    """,
)
LETTERS_USED_UP = _rule(
    "LCK-006",
    "letters-used-up",
    """A question has no letter left for an option.

    What: SCORM 1.2 names options by one of 36 characters, and those of removed options are never used again.
    Why it matters: reports in the LMS would show the same letter for two options.
    Example: a question whose options were replaced again and again.
    Fix: give the question a new id, as it has become another question.
    """,
    spec="SCORM 1.2 RTE 3.4.4; BLD-05, RUN-53",
)
LOCK_OUT_OF_DATE = _rule(
    "LCK-007",
    "lock-out-of-date",
    """The lock file lacks something that the course has.

    What: `--locked` was asked for, and the build would add slots to `course.lock.yaml`.
    Why it matters: slots that are given on a build machine and not committed are given again, differently.
    Example: a new page was committed without the lock file.
    Fix: build without `--locked`, then commit the lock file.
    """,
)
RECORD_TOO_LARGE = _rule(
    "LCK-008",
    "record-too-large",
    """The progress of a learner may outgrow what the LMS keeps.

    What: with every page seen and every question answered at its longest, the record is longer than the
    edition's limit for suspend data.
    Why it matters: LMSs cut the record or refuse it, and learners lose their place.
    Example: a course of 700 questions built for SCORM 1.2.
    Fix: split the course, or build it for SCORM 2004 3rd or 4th Edition, which keep more.
    """,
    spec="SCORM 1.2 RTE 3.4.4 (4,096), 2004 2nd RTE 4.2.23 (4,000); RUN-62",
)

SAVE_TOO_LARGE = _rule(
    "LCK-009",
    "save-too-large",
    """One save of a finished learner may be larger than a closing page can send.

    What: the course reports more than 40 questions, and LMSs of the edition resend them with each save.
    Why it matters: browsers refuse more than 64 KiB from a page that is closing. Answers are saved when
    they are given, so what can be lost is the last ten seconds of time and the bookmark.
    Example: a course of 30 quiz questions and 40 knowledge checks on Moodle with SCORM 2004.
    Fix: nothing must be done. To be rid of it remove knowledge checks, split the course, or say
    `interactions: off`.
    """,
    spec="RUN-26; Moodle 4.5 mod/scorm request.js",
    severity=Severity.WARNING,
)

ANSWERS_LOST = _rule(
    "LCK-010",
    "answers-lost",
    """Learners in the middle of the course lose an answer.

    What: since the last build the options, the key or the kind of a question changed.
    Why it matters: a kept answer would count as one to what is asked now, right or wrong by the old key. So
    the question gets new slots, and learners answer it again. Scores, statuses and completion stay.
    Example: an option was added to a knowledge check, or a wrong key was corrected.
    Fix: nothing must be done. To keep the answers, leave the question as it was and give the new one another
    id. `--strict` makes this an error, for whoever wants to decide it each time; a build without it settles
    it.
    """,
    spec="RUN-43",
    severity=Severity.WARNING,
    strict=Severity.ERROR,
)

LOCK_RULES = (
    LOCK_FORM,
    LOCK_VERSION,
    LOCK_OF_ANOTHER_COURSE,
    SLOT_TAKEN_TWICE,
    SLOT_CHANGED,
    LETTERS_USED_UP,
    LOCK_OUT_OF_DATE,
    RECORD_TOO_LARGE,
    SAVE_TOO_LARGE,
    ANSWERS_LOST,
)
