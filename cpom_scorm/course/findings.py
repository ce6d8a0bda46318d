"""The rules about files and shapes. They are found while a course is loaded, so they carry no check."""

from __future__ import annotations

from functools import partial

from cpom_scorm.rule import declared

_rule = partial(declared, spec="author's format")

COURSE_FILE_MISSING = _rule(
    "CRS-001",
    "course-file-missing",
    """There is no `course.yaml` in the course folder.

    What: the folder that was named does not hold the file that describes the course.
    Why it matters: without it nothing is known about the course, not even its sections.
    Example: `cpom-scorm check course/sections`.
    Fix: name the folder that holds `course.yaml`; `cpom-scorm new` makes one.
    """,
)
SECTION_FILE_MISSING = _rule(
    "CRS-002",
    "section-file-missing",
    """A file that `sections` lists does not exist.

    What: no file has the path that is written, counted from the course folder.
    Why it matters: learners would not get the section.
    Example: `sections: [sections/1-1-overveiw.yaml]`.
    Fix: correct the path, minding capital letters, or create the file.
    """,
)
FILE_OUTSIDE = _rule(
    "CRS-003",
    "file-outside-course",
    """A path leads out of the course folder.

    What: the path is absolute, climbs out by `..`, uses back-slashes, or passes through a link to elsewhere.
    Why it matters: a course folder from somebody else must not be able to pull in private files, and a course
    that depends on files elsewhere cannot be built on another machine.
    Example: `image: ../../secret.png`.
    Fix: copy the file into the course folder and name it relative to that, with forward slashes.
    """,
    spec="SEC-09",
)
SECTION_FILE_TWICE = _rule(
    "CRS-004",
    "section-file-twice",
    """A section file is listed twice.

    What: two entries of `sections` lead to the same file.
    Why it matters: learners would meet the section twice, and progress could not tell the two apart.
    Example: `sections: [sections/a.yaml, sections/a.yaml]`.
    Fix: remove one of the entries.
    """,
)
FILE_UNREADABLE = _rule(
    "CRS-005",
    "file-unreadable",
    """A file of the course cannot be opened.

    What: the path leads to a folder, or the system refuses to open the file.
    Why it matters: what it holds would be missing from the course.
    Example: `sections: [sections]`.
    Fix: name a file, and check who may read it.
    """,
)
UNKNOWN_KEY = _rule(
    "CRS-010",
    "unknown-key",
    """A key is not known where it stands.

    What: the format has no such key at this place.
    Why it matters: what it says would be ignored, most often because of a slip of the pen.
    Example: `titel: Overview`.
    Fix: use the key that is suggested, or remove the line; `docs/authoring.md` lists all keys.
    """,
)
MISSING_KEY = _rule(
    "CRS-011",
    "missing-key",
    """A key is missing.

    What: the mapping lacks a key that it needs.
    Why it matters: the course cannot be built without it.
    Example: a page without `title`.
    Fix: add the key.
    """,
)
WRONG_TYPE = _rule(
    "CRS-012",
    "wrong-type",
    """A value is of another sort than its key asks for.

    What: a number stands where text is expected, a text where a list is expected, or nothing at all.
    Why it matters: guessing would change your text: YAML reads `1.10` as the number 1.1.
    Example: `number: 1.1`, `required: "true"`, `pages: overview`.
    Fix: put text in quotes, write numbers and switches without, and start list entries with `-`.
    """,
    spec="SEC-08",
)
OUT_OF_RANGE = _rule(
    "CRS-013",
    "number-out-of-range",
    """A number is too small or too large.

    What: the number lies outside the range that makes sense for its key.
    Why it matters: a pass mark of 800 per cent could never be reached.
    Example: `pass_mark: 0`, `minutes: 0`, `weight: -1`.
    Fix: write a number within the range that is given.
    """,
)
UNKNOWN_WORD = _rule(
    "CRS-014",
    "unknown-word",
    """A value is not one of the words that its key knows.

    What: the key takes one of a few words, and this is none of them.
    Why it matters: the course could not do what you meant.
    Example: `tone: warning` (the word is `warn`).
    Fix: use one of the words that are listed.
    """,
)
WRONG_FORM = _rule(
    "CRS-015",
    "wrong-form",
    """A text does not have the form that its key asks for.

    What: an id holds other characters than its kind allows or is too long, a language is no language tag, or
    a text is empty.
    Why it matters: ids are written into packages and progress records, and LMSs refuse other characters.
    Example: `id: Cost Center`, `language: English`, `title: ""`.
    Fix: write it in the form that is given.
    """,
    spec="BLD-05, RUN-53; hyphens in option ids: Moodle 2004",
)
UNKNOWN_KIND = _rule(
    "CRS-016",
    "unknown-kind",
    """A block or question is of an unknown kind.

    What: `kind` is missing or names no kind that may stand there.
    Why it matters: nothing says how to show it.
    Example: `kind: multiple_choice` (the kind is `choice`), or a `figure` among the questions of a quiz.
    Fix: use one of the kinds that are listed.
    """,
)
WRONG_COUNT = _rule(
    "CRS-017",
    "wrong-count",
    """A list has too few or too many entries.

    What: the list does not hold as many entries as it needs.
    Why it matters: a table without rows or steps without a step show learners an empty box.
    Example: `rows: []`.
    Fix: add entries, or remove the block.
    """,
)
LOADING_RULES = (
    COURSE_FILE_MISSING,
    SECTION_FILE_MISSING,
    FILE_OUTSIDE,
    SECTION_FILE_TWICE,
    FILE_UNREADABLE,
    UNKNOWN_KEY,
    MISSING_KEY,
    WRONG_TYPE,
    OUT_OF_RANGE,
    UNKNOWN_WORD,
    WRONG_FORM,
    UNKNOWN_KIND,
    WRONG_COUNT,
)
"""All of them, for the registry."""
