"""Reports of one line for each finding: grep and CI servers cut them at line ends and signs."""

from __future__ import annotations

from cpom_scorm.diagnostics import Diagnostic, Ignored, Label, Report
from cpom_scorm.reporters import as_github, as_plain
from cpom_scorm.source import SourceText, Span
from tests.unit.reporters.hostile import CLEAN, ERROR, EVERYTHING, HOSTILE, IGNORING, PACKAGE


def test_a_finding_is_one_plain_line_with_place_weight_rule_message_and_help() -> None:
    assert as_plain.judged_text(PACKAGE, quiet=False).splitlines() == [
        "dist/x.zip: note[PKG-024]: the package holds clutter",
        'dist/x.zip/imsmanifest.xml:42:77: error[RES-004]: the launch file "start.html" is not in '
        "the package; help: add the file",
        "dist/x.zip/pages/a b.html:7: warning[PKG-032]: the link leads nowhere",
        "dist/x.zip: invalid, SCORM 1.2, 1 error, 1 warning, 1 note",
    ]


def test_quiet_leaves_the_findings() -> None:
    assert "" == as_plain.judged_text(CLEAN, quiet=True)
    assert "" == as_github.judged_text(CLEAN, quiet=True)


def test_what_is_ignored_is_counted() -> None:
    assert "z.zip: valid, 1 note, 1 ignored" == as_plain.judged_text(IGNORING, quiet=False).splitlines()[-1]


def test_a_finding_is_a_workflow_command() -> None:
    assert as_github.judged_text(PACKAGE, quiet=False).splitlines() == [
        "::notice file=dist/x.zip,title=PKG-024 clutter::the package holds clutter",
        "::error file=dist/x.zip/imsmanifest.xml,line=42,col=77,endColumn=90,"
        "title=RES-004 launch file missing::"
        'the launch file "start.html" is not in the package%0Ahelp: add the file',
        "::warning file=dist/x.zip/pages/a b.html,line=7,title=PKG-032 link broken::the link leads nowhere",
        "cpom-scorm: dist/x.zip: invalid, SCORM 1.2, 1 error, 1 warning, 1 note",
    ]


def test_names_start_no_line_no_command_and_no_colour() -> None:
    """SEC-13."""
    plain = as_plain.judged_text(HOSTILE, quiet=False)
    assert 2 == len(plain.splitlines())
    assert "\x1b" not in plain
    command, summary = as_github.judged_text(HOSTILE, quiet=False).splitlines()
    assert "\x1b" not in command + summary
    properties, _, text = command.removeprefix("::error ").partition("::")
    assert ["file", "line", "col", "endColumn", "title"] == [
        each.partition("=")[0] for each in properties.split(",")
    ]
    assert "%3A" in properties
    assert "%2525" in properties
    assert "%2525" in text
    assert summary.startswith("cpom-scorm: ")
    assert "##[" not in summary


def test_every_line_of_every_report_is_one_of_ours() -> None:
    for judged in EVERYTHING:
        for line in as_github.judged_text(judged, quiet=False).splitlines():
            assert line.startswith(("::error ", "::warning ", "::notice ", "cpom-scorm: "))


def test_a_report_without_texts_says_the_same_and_holds_no_file() -> None:
    source = SourceText("imsmanifest.xml", "x" * 1000)
    place = Span("imsmanifest.xml", 1, 2, source=source)
    found = Diagnostic(ERROR, "found", place, labels=(Label(place, "here"),))
    report = Report((found,), (Ignored(found, "known"),))
    light = report.without_texts()
    assert report == light
    for each in (*light, *(ignored.finding for ignored in light.ignored)):
        assert each.span is not None
        assert (None, None) == (each.span.source, each.labels[0].span.source)
