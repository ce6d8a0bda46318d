"""YAML text into plain data with positions beside it, in one walk over the parser's events.

Events rather than composed nodes: PyYAML's C composer overflows the stack, and ends the process, on a few
hundred kilobytes of `[`. Here depth and size are counted while reading.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

import yaml

from cpom_scorm.diagnostics import Diagnostic, Label
from cpom_scorm.source import SourceText, SourceTree, Span
from cpom_scorm.yaml_source import findings
from cpom_scorm.yaml_source.scalars import plain_value
from cpom_scorm.yaml_source.syntax_finding import syntax_finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.rule import Rule
    from cpom_scorm.source import DataPath

MAX_DEPTH = 40
MAX_VALUES = 50_000
MAX_ALIASES = 100

Event: TypeAlias = Any
"""A parser event; the stubs leave out most of what events carry."""

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_HELP_FOR_CHANGED = {
    "nothing": 'write "{text}" in quotes for the text, or leave the key out',
    "true or false": 'write {switch} for a switch, or "{text}" in quotes for the text',
    "another number": 'write "{text}" in quotes for the text, or the number in plain decimal digits',
}


class _Stop(Exception):  # noqa: N818 - not an error: ends the walk after its finding is recorded
    """The rest of the file cannot be read."""


@dataclass(frozen=True, slots=True)
class _Anchored:
    """A value that an alias may repeat: its data and which entries of the path list describe it."""

    value: Any
    path: DataPath
    first: int
    last: int


class Reader:
    """Builds the plain data of one text."""

    def __init__(self, source: SourceText) -> None:
        self.source = source
        self.found: list[Diagnostic] = []
        self.tree = SourceTree(None, {}, {}, {}, source)
        self._events: Iterator[Event] = iter(())
        self._paths: list[DataPath] = []
        self._anchors: dict[str, _Anchored] = {}
        self._aliases = 0

    def read(self) -> SourceTree | None:
        """Read the only document. None when the text cannot be read to its end."""
        self._events = yaml.parse(self.source.text, Loader=_LOADER)
        try:
            data = self._document()
        except _Stop:
            return None
        except yaml.MarkedYAMLError as problem:
            self.found.append(syntax_finding(problem, self.source))
            return None
        return SourceTree(data, self.tree.spans, self.tree.key_spans, self.tree.text_starts, self.source)

    def _document(self) -> Any:
        data = None
        documents = 0
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise self._stop(
                        findings.SEVERAL_DOCUMENTS,
                        "a second document starts here",
                        self._span(event),
                        'indent "---" below its key when it belongs to a text, or remove it',
                    )
                data = self._value(next(self._events), (), 0)
        return data

    def _value(self, event: Event, path: DataPath, depth: int) -> Any:
        if depth > MAX_DEPTH:
            raise self._too_deep(event)
        if isinstance(event, yaml.AliasEvent):
            return self._repeat(event, path)
        self._check_tag(event)
        first = len(self._paths)
        self._place(path, self._span(event))
        if isinstance(event, yaml.ScalarEvent):
            value = self._scalar(event, path)
        elif isinstance(event, yaml.SequenceStartEvent):
            value = self._list(path, depth)
        else:
            value = self._mapping(path, depth)
        if event.anchor is not None:
            self._anchors[event.anchor] = _Anchored(value, path, first, len(self._paths))
        return value

    def _list(self, path: DataPath, depth: int) -> list[Any]:
        members: list[Any] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            members.append(self._value(event, (*path, len(members)), depth + 1))
        return members

    def _mapping(self, path: DataPath, depth: int) -> dict[str, Any]:
        members: dict[str, Any] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._key(event)
            place = self._span(event)
            if key in members:
                self._tell_twice(
                    key,
                    place,
                    self.tree.key_spans[(*path, key)],
                    is_entry=bool(path) and isinstance(path[-1], int),
                )
                # Read on for its findings, at a path that no data has.
                self._value(next(self._events), (*path, key, "again"), depth + 1)
                continue
            self.tree.key_spans[(*path, key)] = place
            members[key] = self._value(next(self._events), (*path, key), depth + 1)
        return members

    def _key(self, event: Event) -> str:
        """Read a key. Keys are always text, as written."""
        if isinstance(event, yaml.ScalarEvent):
            self._check_tag(event)
            if event.value == "<<" and not event.style:
                self._tell(
                    findings.MERGE_KEY,
                    'the merge key "<<" is used',
                    self._span(event),
                    "write the keys out",
                )
            return str(event.value)
        raise self._stop(
            findings.KEY_NOT_TEXT,
            "a list, mapping or alias stands where a key belongs",
            self._span(event),
            'put text that starts with "{", "[" or "*" in quotes',
        )

    def _scalar(self, event: Event, path: DataPath) -> Any:
        start, end = event.start_mark, event.end_mark
        if event.style == "|":
            first = start.line + 1
            self.tree.text_starts[path] = self._at(first, self._indentation_from(first))
        elif start.line == end.line:
            quotes = 1 if event.style in ("'", '"') else 0
            self.tree.text_starts[path] = self._at(start.line, start.column + quotes)
        if event.style:
            return event.value
        value, changed = plain_value(event.value)
        if changed:
            self._tell_changed(event, changed)
        return value

    def _indentation_from(self, index: int) -> int:
        """Count the blanks before a block text; YAML measures its first line that is not blank."""
        for line in self.source.lines[index:]:
            if line.strip():
                return len(line) - len(line.lstrip(" "))
        return 0

    def _repeat(self, event: Event, path: DataPath) -> Any:
        anchored = self._anchors.get(event.anchor)
        if anchored is None:
            message = f'the alias "*{event.anchor}" repeats nothing that stands before it'
            help_text = 'put the text in quotes when "*" belongs to it'
            raise self._stop(findings.SYNTAX, message, self._span(event), help_text)
        self._aliases += 1
        if self._aliases > MAX_ALIASES:
            self._too_many(f"more than {MAX_ALIASES} aliases are used", self._span(event))
        repeated = self._paths[anchored.first : anchored.last]
        if len(self._paths) + len(repeated) > MAX_VALUES:
            self._too_many(f"with its aliases the file holds over {MAX_VALUES:,} values", self._span(event))
        self._place(path, self._span(event))
        for inner in repeated[1:]:
            copied = path + inner[len(anchored.path) :]
            if len(copied) > MAX_DEPTH:
                raise self._too_deep(event)
            self._paths.append(copied)
            for places in (self.tree.spans, self.tree.key_spans, self.tree.text_starts):
                if inner in places:
                    places[copied] = places[inner]
        return anchored.value

    def _place(self, path: DataPath, span: Span) -> None:
        self._paths.append(path)
        if len(self._paths) > MAX_VALUES:
            self._too_many(f"the file holds over {MAX_VALUES:,} values", span)
        self.tree.spans[path] = span

    def _span(self, event: Event) -> Span:
        start, end = event.start_mark, event.end_mark
        ends_here = isinstance(event, yaml.ScalarEvent | yaml.AliasEvent) and end.line == start.line
        end_column = end.column + 1 if ends_here and end.column > start.column else None
        return Span(self.source.name, start.line + 1, start.column + 1, end_column, self.source)

    # What is wrong

    def _tell(self, rule: Rule, message: str, span: Span, help_text: str, *labels: Label) -> None:
        self.found.append(Diagnostic(rule, message, span, help_text, labels))

    def _stop(self, rule: Rule, message: str, span: Span, help_text: str) -> _Stop:
        self._tell(rule, message, span, help_text)
        return _Stop()

    def _too_many(self, message: str, span: Span) -> None:
        raise self._stop(findings.TOO_MANY, message, span, "write the values out where they are needed")

    def _too_deep(self, event: Event) -> _Stop:
        message = f"values are nested more than {MAX_DEPTH} levels deep"
        help_text = "check the brackets and the indentation"
        return self._stop(findings.TOO_DEEP, message, self._span(event), help_text)

    def _check_tag(self, event: Event) -> None:
        if event.tag is not None:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            message = f'the tag "{tag}" asks for a special object'
            help_text = 'remove the tag, or put text that starts with "!" in quotes'
            self._tell(findings.TAG, message, self._span(event), help_text)

    def _tell_twice(self, key: str, again: Span, before: Span, *, is_entry: bool) -> None:
        label = Label(before, "first used here")
        message = f'the key "{key}" stands twice in the same mapping'
        help_text = "keep one of them, because the other would be lost"
        if is_entry:
            help_text = 'keep one of them; where another entry of the list begins, put "- " before it'
        self._tell(findings.DUPLICATE_KEY, message, again, help_text, label)

    def _tell_changed(self, event: Event, meaning: str) -> None:
        text = str(event.value)
        switch = "true" if text.lower() in ("yes", "on", "true") else "false"
        help_text = _HELP_FOR_CHANGED.get(meaning, 'write "{text}" in quotes')
        self._tell(
            findings.SILENT_TYPE,
            f'"{text}" without quotes means {meaning} in YAML',
            self._span(event),
            help_text.format(text=text, switch=switch),
        )

    def _at(self, line_index: int, column_index: int) -> Span:
        return Span(self.source.name, line_index + 1, column_index + 1, source=self.source)
