"""Where a syntax error is to be mended: often not where the parser gives up."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cpom_scorm.diagnostics import Diagnostic, Label
from cpom_scorm.source import Span
from cpom_scorm.yaml_source import findings
from cpom_scorm.yaml_source.syntax_wording import (
    braces_help,
    indentation_help,
    misplaced_line_help,
    open_quote,
    syntax_help,
    syntax_message,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    import yaml

    from cpom_scorm.source import SourceText

_NO_KEY_HERE = "mapping values are not allowed in this context"
_NEVER_CLOSED = "found unexpected end of stream"
_HARD_SPACES = "\u00a0\u2007\u202f\u3000"
"""Spaces that word processors and web pages leave; to YAML they are letters."""
_DASH = re.compile(r"\s*([\u2010-\u2015\u2212])\s")


def syntax_finding(problem: yaml.MarkedYAMLError, source: SourceText) -> Diagnostic:
    """Tell what the parser met, at the place that has to change, with a remedy."""
    mark, begun = problem.problem_mark or problem.context_mark, problem.context_mark
    if mark is None or mark.line >= len(source.lines):
        mark_line, mark_column = len(source.lines) - 1, 0
    else:
        mark_line, mark_column = mark.line, mark.column
    line, told = source.lines[mark_line], str(problem.problem)
    place = _at(source, mark_line, mark_column)
    indentation = line[: len(line) - len(line.lstrip(" \t"))]
    if "\t" in indentation:
        place = _at(source, mark_line, indentation.index("\t"))
        return Diagnostic(findings.TAB, "the line is indented with a tab", place, "indent with spaces")
    typography = _typography(source, (mark_line, max(mark_line - 1, 0)))
    if typography:
        return typography
    opened = open_quote(source.lines, mark_line, mark_column)
    if opened:
        label = Label(place, "the text ends here, at the next quote")
        return Diagnostic(
            findings.SYNTAX,
            "the quotes are not closed on this line",
            _at(source, *opened),
            "close the quotes at the end of the text",
            (label,),
        )
    if told == _NEVER_CLOSED and begun:
        place = _at(source, begun.line, begun.column)
        help_text = syntax_help(source.lines[begun.line], told)
        return Diagnostic(findings.SYNTAX, syntax_message(told), place, help_text)
    labels = []
    remedy = _remedy_for_place(source, mark_line, mark_column, told)
    if begun and begun.line != mark_line:
        labels.append(Label(_at(source, begun.line, begun.column), "it begins here"))
        # What goes on too far says so on its own line; what is never closed, where it begins.
        if "key" not in told:
            line = source.line(begun.line + 1) or ""
    help_text = remedy or syntax_help(line, told)
    return Diagnostic(findings.SYNTAX, syntax_message(told), place, help_text, tuple(labels))


def _remedy_for_place(source: SourceText, line: int, column: int, told: str) -> str | None:
    if "expected ','" in told:
        return braces_help(source.lines[line], column)
    if told == _NO_KEY_HERE and line > 0:
        return indentation_help(source.lines[line - 1], source.lines[line])
    if "expected key" in told and not source.lines[line][:column].strip():
        return misplaced_line_help(source.lines[line], column)
    return None


def _typography(source: SourceText, lines: Iterable[int]) -> Diagnostic | None:
    """Tell of what a word processor has made of a space or a hyphen at the beginning of a line."""
    for number in lines:
        if column := _hard_space_in(source.lines[number]):
            message = "the line begins with spaces that do not count as such in YAML"
            help_text = "delete the spaces before its text and type them again"
            return Diagnostic(findings.SYNTAX, message, _at(source, number, column - 1), help_text)
        if dash := _DASH.match(source.lines[number]):
            message = f'the entry begins with a dash, "{dash[1]}", which is a letter to YAML'
            help_text = 'begin it with a hyphen, "- "'
            return Diagnostic(findings.SYNTAX, message, _at(source, number, dash.start(1)), help_text)
    return None


def _hard_space_in(line: str) -> int:
    """Give the column of the first space in the indentation that is none to YAML; 0 where all are."""
    indentation = line[: len(line) - len(line.lstrip(" " + _HARD_SPACES))]
    return next((column for column, sign in enumerate(indentation, 1) if sign in _HARD_SPACES), 0)


def _at(source: SourceText, line: int, column: int) -> Span:
    return Span(source.name, line + 1, column + 1, source=source)
