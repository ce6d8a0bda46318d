"""The rules that are met while an archive is opened, before there is a package to judge."""

from __future__ import annotations

from cpom_scorm.package.manual import declare
from cpom_scorm.rule import Rule, Severity

ZIP_DAMAGED = declare(
    "PKG-001",
    "zip-damaged",
    "CAM 3.4; APPNOTE 4.3",
    what=(
        "The file is not a zip, is cut short, or its end record, central directory and local headers "
        "contradict each other. Bytes before or after the zip are a warning."
    ),
    why=(
        "Each LMS uses another unzip library and each library trusts another of the three places: one "
        "imports, the next shows an error, a third imports other files."
    ),
    example="A download that stopped half-way has no end record.",
    fix="Make the zip again, or copy it again, and compare its checksum.",
)
NAME_TWICE = declare(
    "PKG-013",
    "entry-name-twice",
    "APPNOTE 4.4.17",
    what=(
        "Two entries have one name, or an entry has another name in its local header. It is a warning "
        "when the manifest does not name the file."
    ),
    why="Some readers take the first entry, some the last: what was checked is not what learners get.",
    example="Two entries `imsmanifest.xml`, the second added by a tool that appends instead of replacing.",
    fix="Make a new zip instead of adding to an old one.",
)
ENCRYPTED = declare(
    "PKG-015",
    "entry-encrypted",
    "APPNOTE 4.4.4; CAM 3.4",
    what="An entry, or the central directory, is encrypted.",
    why="No LMS asks for a password: the import fails.",
    example="A zip that was made with a password.",
    fix="Make the zip without a password.",
)
CONTENT_DIFFERS = declare(
    "PKG-016",
    "entry-content-differs",
    "APPNOTE 4.4.7-4.4.9",
    what="The content of an entry does not fit its checksum or its declared sizes.",
    why="The file was damaged after the zip was made. Most LMSs stop the import; some keep the broken file.",
    example="A zip that passed through a mail gateway or an interrupted transfer.",
    fix="Copy the zip again, or make it again.",
)
TOO_LARGE = declare(
    "PKG-017",
    "package-beyond-limits",
    "security",
    what=(
        "The package is beyond the limits within which a package can be read safely: too many entries, too "
        "many bytes, entries that overlap or that inflate more than 200-fold. It is not read any further."
    ),
    why="A small zip that inflates without measure stops a server; careful LMSs refuse it.",
    example="A zip of 200 kB that inflates to 200 MB.",
    fix="Compress pictures and films, or split the course into several packages.",
)
NOT_A_FILE = declare(
    "PKG-018",
    "entry-not-a-file",
    "security",
    what="An entry is a symbolic link, a device, a pipe or a socket instead of a file.",
    why="A link can point outside the folder that the LMS unpacks into; LMSs refuse it or lose it.",
    example="A folder zipped with `zip --symlinks`.",
    fix="Replace the link by the file that it points to.",
)
METHOD_UNUSUAL = declare(
    "PKG-019",
    "compression-unusual",
    "APPNOTE 4.4.5; CAM 3.4",
    what=(
        "An entry is compressed with another method than deflate. It is an error for the manifest and for "
        "launch files."
    ),
    why=(
        "The unzip libraries of LMSs know stored and deflated entries; others arrive empty or stop the "
        "import."
    ),
    example="A zip made by a program that was set to LZMA or zstd.",
    fix="Make the zip with the deflate method.",
    severity=Severity.WARNING,
)
NAME_DOUBTFUL = declare(
    "PKG-022",
    "entry-name-doubtful",
    "APPNOTE appendix D",
    what="A name holds characters beyond ASCII and the zip does not say that they are UTF-8.",
    why=(
        "Readers then guess: CP437, the code page of the server, UTF-8. The file gets another name than the "
        "manifest uses."
    ),
    example="`Übung.html` zipped by an old program.",
    fix="Use ASCII file names, or a program that sets the UTF-8 flag.",
    severity=Severity.WARNING,
)
ZIP64 = declare(
    "PKG-023",
    "zip64-without-need",
    "APPNOTE 4.5.3",
    what="The zip holds zip64 structures though no size needs them.",
    why="Old unzip libraries in LMSs cannot read zip64 and refuse the package.",
    example="A program that writes to a stream and so reserves zip64 fields for every entry.",
    fix="Make the zip with a program that writes to a file, or switch zip64 off.",
    severity=Severity.WARNING,
)

ARCHIVE_RULES: tuple[Rule, ...] = (
    ZIP_DAMAGED,
    NAME_TWICE,
    ENCRYPTED,
    CONTENT_DIFFERS,
    TOO_LARGE,
    NOT_A_FILE,
    METHOD_UNUSUAL,
    NAME_DOUBTFUL,
    ZIP64,
)
