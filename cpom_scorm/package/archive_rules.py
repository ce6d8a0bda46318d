"""The rules that are met while an archive is opened, before there is a package to judge."""

from __future__ import annotations

from cpom_scorm.package.manual import page
from cpom_scorm.rule import Rule, Severity

_SINCE = "0.1"


ZIP_DAMAGED = Rule(
    "PKG-001",
    "zip-damaged",
    Severity.ERROR,
    _SINCE,
    "CAM 3.4; APPNOTE 4.3",
    page=page(
        "The file is not a zip, is cut short, or its end record, central directory and local headers "
        "contradict each other. Bytes before or after the zip are a warning.",
        "Each LMS uses another unzip library and each library trusts another of the three places: one "
        "imports, the next shows an error, a third imports other files.",
        "A download that stopped half-way has no end record.",
        "Make the zip again, or copy it again, and compare its checksum.",
    ),
)
NAME_TWICE = Rule(
    "PKG-013",
    "entry-name-twice",
    Severity.ERROR,
    _SINCE,
    "APPNOTE 4.4.17",
    page=page(
        "Two entries have one name, or an entry has another name in its local header. It is a warning "
        "when the manifest does not name the file.",
        "Some readers take the first entry, some the last: what was checked is not what learners get.",
        "Two entries `imsmanifest.xml`, the second added by a tool that appends instead of replacing.",
        "Make a new zip instead of adding to an old one.",
    ),
)
ENCRYPTED = Rule(
    "PKG-015",
    "entry-encrypted",
    Severity.ERROR,
    _SINCE,
    "APPNOTE 4.4.4; CAM 3.4",
    page=page(
        "An entry, or the central directory, is encrypted.",
        "No LMS asks for a password: the import fails.",
        "A zip that was made with a password.",
        "Make the zip without a password.",
    ),
)
CONTENT_DIFFERS = Rule(
    "PKG-016",
    "entry-content-differs",
    Severity.ERROR,
    _SINCE,
    "APPNOTE 4.4.7-4.4.9",
    page=page(
        "The content of an entry does not fit its checksum or its declared sizes.",
        "The file was damaged after the zip was made. Most LMSs stop the import; some keep the broken file.",
        "A zip that passed through a mail gateway or an interrupted transfer.",
        "Copy the zip again, or make it again.",
    ),
)
TOO_LARGE = Rule(
    "PKG-017",
    "package-beyond-limits",
    Severity.ERROR,
    _SINCE,
    "security",
    page=page(
        "The package is beyond the limits within which a package can be read safely: too many entries, too "
        "many bytes, entries that overlap or that inflate more than 200-fold. It is not read any further.",
        "A small zip that inflates without measure stops a server; careful LMSs refuse it.",
        "A zip of 200 kB that inflates to 200 MB.",
        "Compress pictures and films, or split the course into several packages.",
    ),
)
NOT_A_FILE = Rule(
    "PKG-018",
    "entry-not-a-file",
    Severity.ERROR,
    _SINCE,
    "security",
    page=page(
        "An entry is a symbolic link, a device, a pipe or a socket instead of a file.",
        "A link can point outside the folder that the LMS unpacks into; LMSs refuse it or lose it.",
        "A folder zipped with `zip --symlinks`.",
        "Replace the link by the file that it points to.",
    ),
)
METHOD_UNUSUAL = Rule(
    "PKG-019",
    "compression-unusual",
    Severity.WARNING,
    _SINCE,
    "APPNOTE 4.4.5; CAM 3.4",
    page=page(
        "An entry is compressed with another method than deflate. It is an error for the manifest and for "
        "launch files.",
        "The unzip libraries of LMSs know stored and deflated entries; others arrive empty or stop the "
        "import.",
        "A zip made by a program that was set to LZMA or zstd.",
        "Make the zip with the deflate method.",
    ),
)
NAME_DOUBTFUL = Rule(
    "PKG-022",
    "entry-name-doubtful",
    Severity.WARNING,
    _SINCE,
    "APPNOTE appendix D",
    page=page(
        "A name holds characters beyond ASCII and the zip does not say that they are UTF-8.",
        "Readers then guess: CP437, the code page of the server, UTF-8. The file gets another name than the "
        "manifest uses.",
        "`Übung.html` zipped by an old program.",
        "Use ASCII file names, or a program that sets the UTF-8 flag.",
    ),
)
ZIP64 = Rule(
    "PKG-023",
    "zip64-without-need",
    Severity.WARNING,
    _SINCE,
    "APPNOTE 4.5.3",
    page=page(
        "The zip holds zip64 structures though no size needs them.",
        "Old unzip libraries in LMSs cannot read zip64 and refuse the package.",
        "A program that writes to a stream and so reserves zip64 fields for every entry.",
        "Make the zip with a program that writes to a file, or switch zip64 off.",
    ),
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
