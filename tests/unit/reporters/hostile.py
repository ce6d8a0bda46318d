"""Things that were judged, as reports meet them: usual ones, and such as try to break the format."""

from __future__ import annotations

from cpom_scorm.diagnostics import Diagnostic, Ignored, Label, Report
from cpom_scorm.reporters.judged import Judged
from cpom_scorm.rules import RULES
from cpom_scorm.source import Span

ERROR, WARNING, NOTE = (
    next(rule for rule in RULES if rule.id == name) for name in ("RES-004", "PKG-032", "PKG-024")
)
NASTY = "\x1b[31m<&>\"'%25,:\r\n::error::gone\n##[error]x\u2028\ufffe\ud800\x00]]>é"
"""What a stranger may call a file: commands of terminals, of CI servers and of XML."""
FOUND = Diagnostic(
    ERROR,
    'the launch file "start.html" is not in the package',
    Span("imsmanifest.xml", 42, 77, 90),
    "add the file",
    (Label(Span("imsmanifest.xml", 3, 1), "listed here"),),
)
WARNED = Diagnostic(WARNING, "the link leads nowhere", Span("pages/a b.html", 7))
NOTED = Diagnostic(NOTE, "the package holds clutter")
PACKAGE = Judged(
    "dist/x.zip", Report.of([FOUND, WARNED, NOTED]), root="dist/x.zip", about="invalid, SCORM 1.2"
)
CLEAN = Judged("y.zip", Report(), root="y.zip", about="valid, SCORM 1.2")
IGNORING = Judged(
    "z.zip", Report((NOTED,), (Ignored(WARNED, "our editor\nleaves it"),)), root="z.zip", about="valid"
)
HOSTILE = Judged(
    NASTY,
    Report.of([Diagnostic(ERROR, NASTY, Span(NASTY, 1, 2, 3), NASTY, (Label(Span(NASTY, 1), NASTY),))]),
    root=NASTY,
    about="invalid",
)
EVERYTHING = (PACKAGE, CLEAN, IGNORING, HOSTILE)
