"""The rules about YAML as such. They are found while reading, so they carry no check."""

from __future__ import annotations

from functools import partial

from cpom_scorm.rule import declared

_rule = partial(declared, spec="YAML 1.1")

SYNTAX = _rule(
    "YML-001",
    "yaml-syntax",
    """The text is not YAML.

    What: the file cannot be read as YAML from the place that is shown.
    Why it matters: nothing after that place can be understood, so the rest of the file is not checked.
    Example: `title: Inventory: the basics` has two colons; `lead: *Note* this` starts with a sign that YAML
    keeps for itself.
    Fix: put the text in quotes, close what is open, or write it as a block below `|`.
    """,
)
DUPLICATE_KEY = _rule(
    "YML-002",
    "duplicate-key",
    """A key stands twice in one mapping.

    What: the same key is written twice at the same level.
    Why it matters: YAML readers keep the last value without a word, so the first text would be lost.
    Example: a page with two `title` lines.
    Fix: keep one of them, or move the second to where it belongs.
    """,
)
SILENT_TYPE = _rule(
    "YML-003",
    "silent-type",
    """A word without quotes that YAML would change.

    What: the value looks like text but YAML 1.1 reads something else: `no` is false, `1:30` 90, `010` 8.
    Why it matters: learners would see another text than you wrote, or none.
    Example: `text: no`, `number: 1.`, `title: 2026-01-31`, `meaning: ~`.
    Fix: put it in quotes, such as `"no"`; where a switch is meant write `true` or `false`; for nothing leave
    the key out.
    """,
    spec="YAML 1.1 types; SEC-08",
)
TAB = _rule(
    "YML-004",
    "tab-indentation",
    """A line is indented with a tab.

    What: a tab stands where YAML measures indentation.
    Why it matters: editors show tabs with different widths, so YAML forbids them there.
    Example: a line below `blocks:` that starts with a tab.
    Fix: indent with spaces; most editors can convert the file.
    """,
)
TAG = _rule(
    "YML-005",
    "yaml-tag",
    """A value carries a YAML tag.

    What: a value starts with `!`, which asks the reader to build a special object.
    Why it matters: tags can run code in careless readers, and course text never needs them.
    Example: `title: !!str Inventory` or `lead: !important note`.
    Fix: remove the tag; put text that starts with `!` in quotes.
    """,
    spec="SEC-08",
)
MERGE_KEY = _rule(
    "YML-006",
    "merge-key",
    """The merge key `<<` is used.

    What: a mapping takes over the keys of another by `<<`.
    Why it matters: YAML 1.2 dropped it, and a reader of the course cannot see what the mapping holds.
    Example: `<<: *defaults`.
    Fix: write the keys out.
    """,
)
TOO_LARGE = _rule(
    "YML-007",
    "file-too-large",
    """A YAML file is larger than 2 MiB.

    What: the file holds more than a section ever needs.
    Why it matters: it is most likely not a course file, and reading it would take long.
    Example: an image or an export saved as `.yaml`.
    Fix: split the section, and keep media in files of their own.
    """,
    spec="SEC-08",
)
TOO_DEEP = _rule(
    "YML-008",
    "nesting-too-deep",
    """Values are nested too deeply.

    What: lists and mappings stand more than 40 levels inside each other.
    Why it matters: no course needs more than about ten; deep nesting can exhaust the reader.
    Example: `[[[[[[…`.
    Fix: check the brackets and the indentation.
    """,
    spec="SEC-08",
)
TOO_MANY = _rule(
    "YML-009",
    "too-many-values",
    """The file repeats itself beyond reason.

    What: with its aliases written out the file holds more than 50,000 values, or it has over 100 aliases.
    Why it matters: a few lines of aliases to aliases can fill the memory of any machine.
    Example: a list of ten aliases to a list of ten aliases, several times over.
    Fix: write the values out where they are needed.
    """,
    spec="SEC-08",
)
SEVERAL_DOCUMENTS = _rule(
    "YML-010",
    "several-documents",
    """The file holds several YAML documents.

    What: a line `---` begins a second document.
    Why it matters: only the first would be read.
    Example: a Markdown ruler `---` that is not indented below its key.
    Fix: indent the line to its text, or move the second document to its own file.
    """,
)
NOT_UTF8 = _rule(
    "YML-011",
    "not-utf-8",
    """The file is not UTF-8 text.

    What: the bytes of the file are in another encoding.
    Why it matters: letters beyond a-z would be wrong or missing.
    Example: a file saved as UTF-16 or Windows-1252.
    Fix: save it as UTF-8 in your editor.
    """,
)
CONTROL_CHARACTER = _rule(
    "YML-012",
    "control-character",
    """The file holds a character that cannot be shown.

    What: a control character or an unusual line separator stands in the text.
    Why it matters: it is invisible in the editor, breaks line numbers, and some LMSs refuse it.
    Example: U+2028 pasted from a word processor, U+0007.
    Fix: delete the character, or type the line again.
    """,
)
KEY_NOT_TEXT = _rule(
    "YML-013",
    "key-not-text",
    """A list or mapping stands where a key belongs.

    What: the part before the colon is not a word.
    Why it matters: the value cannot be found by its name.
    Example: `lead: {{ name }}`, which YAML reads as a mapping inside a mapping.
    Fix: put text that starts with `{` or `[` in quotes.
    """,
)

YAML_RULES = (
    SYNTAX,
    DUPLICATE_KEY,
    SILENT_TYPE,
    TAB,
    TAG,
    MERGE_KEY,
    TOO_LARGE,
    TOO_DEEP,
    TOO_MANY,
    SEVERAL_DOCUMENTS,
    NOT_UTF8,
    CONTROL_CHARACTER,
    KEY_NOT_TEXT,
)
