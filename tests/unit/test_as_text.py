"""Reports are what designers read all day: a misplaced caret or a swallowed line costs them minutes."""

from __future__ import annotations

from cpom_scorm.diagnostics import Diagnostic, Label, Report
from cpom_scorm.reporters.as_text import counts_text, diagnostic_text, place
from cpom_scorm.reporters.terminal import Paint, printable
from cpom_scorm.rule import Rule, Severity
from cpom_scorm.source import SourceText, Span

PLAIN = Paint(colour=False)
RULE = Rule("QUE-007", "option-id-twice", Severity.ERROR, "0.1", "ours")
SOURCE = SourceText("course/a.yaml", "one:\n- id: b\n\t- id: 選択b\n")


def span(line: int, column: int | None = None, end: int | None = None) -> Span:
    return Span(SOURCE.name, line, column, end, SOURCE)


def test_a_finding_shows_headline_place_excerpt_and_help() -> None:
    found = Diagnostic(RULE, 'option id "b" is used twice', span(2, 7, 8), help="give each option its own id")
    assert diagnostic_text(found, PLAIN).splitlines() == [
        'error[QUE-007]: option id "b" is used twice',
        "  --> course/a.yaml:2:7",
        "  |",
        "2 | - id: b",
        "  |       ^",
        "  = help: give each option its own id",
    ]


def test_a_label_in_the_same_file_joins_the_excerpt_in_line_order() -> None:
    found = Diagnostic(RULE, "twice", span(2, 7), labels=(Label(span(1, 1, 4), "first used here"),))
    assert diagnostic_text(found, PLAIN).splitlines()[2:] == [
        "  |",
        "1 | one:",
        "  | --- first used here",
        "2 | - id: b",
        "  |       ^",
    ]


def test_the_caret_stands_under_the_mark_after_tabs_and_wide_letters() -> None:
    found = Diagnostic(RULE, "wide", span(3, 10, 11))
    assert diagnostic_text(found, PLAIN).splitlines()[3:] == [
        "3 |     - id: 選択b",
        "  |               ^",
    ]


def test_a_place_past_the_end_of_the_file_is_named_without_an_excerpt() -> None:
    assert diagnostic_text(Diagnostic(RULE, "late", span(99, 1)), PLAIN).splitlines() == [
        "error[QUE-007]: late",
        "  --> course/a.yaml:99:1",
    ]


def test_a_label_in_another_file_is_named_on_its_own_line() -> None:
    found = Diagnostic(RULE, "twice", span(1, 1), labels=(Label(Span("other.yaml", 4), "first used here"),))
    assert diagnostic_text(found, PLAIN).splitlines()[-1] == "  :: other.yaml:4 first used here"


def test_a_long_line_is_shown_around_the_mark() -> None:
    source = SourceText("m.xml", "x" * 5000 + "HERE" + "y" * 5000)
    found = Diagnostic(RULE, "far", Span("m.xml", 1, 5001, 5005, source))
    shown, caret = diagnostic_text(found, PLAIN).splitlines()[3:]
    assert len(shown) <= 80
    assert shown[caret.index("^") : caret.index("^") + 4] == "HERE"


def test_a_long_line_fits_a_terminal_and_shows_where_it_is_cut() -> None:
    source = SourceText("a.yaml", "title: " + "word " * 60)
    shown, caret = diagnostic_text(
        Diagnostic(RULE, "m", Span("a.yaml", 1, 8, 307, source)), PLAIN
    ).splitlines()[3:]
    assert len(shown) <= 80
    assert shown.endswith("...")
    assert len(caret) <= 80


def test_control_characters_cannot_reach_the_terminal() -> None:
    """SEC-13: a file name in a hostile package may hold escape sequences."""
    assert printable("a\x1b[2Jb\u202ec\u2028") == "a\\x1b[2Jb\\x202ec\\x2028"
    assert place(Span("evil\x1b]0;name.html", 1)) == "evil\\x1b]0;name.html:1"


def test_colour_is_only_what_paint_adds() -> None:
    coloured = diagnostic_text(Diagnostic(RULE, "m", span(2, 7)), Paint(colour=True))
    assert "\x1b[1;31merror[QUE-007]\x1b[0m" in coloured


def test_counts_name_each_severity_once() -> None:
    warned = Diagnostic(RULE, "w", span(1), weight=Severity.WARNING)
    report = Report.of([Diagnostic(RULE, "a", span(1)), Diagnostic(RULE, "b", span(2)), warned])
    assert counts_text(report) == "2 errors, 1 warning"
    assert counts_text(Report()) == "no findings"


def test_reports_sort_by_place_and_drop_repeats() -> None:
    first, second = Diagnostic(RULE, "m", span(1)), Diagnostic(RULE, "m", span(2))
    assert Report.of([second, first, second]).diagnostics == (first, second)


def test_strict_reports_use_the_strict_severity_of_the_rule() -> None:
    rule = Rule("X-001", "x", Severity.WARNING, "0.1", "ours", strict=Severity.ERROR)
    assert Report.of([Diagnostic(rule, "m")], strict=True).has_errors
    assert not Report.of([Diagnostic(rule, "m")]).has_errors
