"""YAML files into plain data with positions, and what is wrong with them as YAML; alone in importing yaml."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from cpom_scorm.diagnostics import Diagnostic
from cpom_scorm.source import SourceText, Span
from cpom_scorm.yaml_source import findings
from cpom_scorm.yaml_source.findings import YAML_RULES
from cpom_scorm.yaml_source.reader import Reader

if TYPE_CHECKING:
    from pathlib import Path

    from cpom_scorm.source import SourceTree

MAX_BYTES = 2 * 1024 * 1024
MAX_UNSHOWABLE = 20
"""More such characters are not listed: the file is not text."""

# U+0085, U+2028 and U+2029 would count as line ends in YAML but nowhere else.
_UNSHOWABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")

_OTHER_MARKS = {
    codecs.BOM_UTF32_LE: "UTF-32",
    codecs.BOM_UTF32_BE: "UTF-32",
    codecs.BOM_UTF16_LE: "UTF-16",
    codecs.BOM_UTF16_BE: "UTF-16",
}
"""How a file begins → what it is saved as; the longer marks first, because one begins like a shorter one."""


@dataclass(frozen=True, slots=True)
class YamlResult:
    """What a YAML text holds."""

    tree: SourceTree | None
    """None when the text cannot be read to its end; findings then say why."""
    diagnostics: tuple[Diagnostic, ...]


def read_yaml_file(path: Path, name: str) -> YamlResult:
    """Read a file. `name` is how people know it. Raises OSError when the file cannot be opened."""
    with path.open("rb") as file:
        data = file.read(MAX_BYTES + 1)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        if len(data) > MAX_BYTES and problem.start >= len(data) - 3:
            return _refused(_too_large(name))
        return _refused(_not_utf8(name, data, problem.start))
    return read_yaml(SourceText(name, text))


def read_yaml(text: SourceText) -> YamlResult:
    """Read a text that holds one YAML document; every finding of the text is given at once."""
    if len(text.text) > MAX_BYTES or len(text.text.encode("utf-8", "surrogatepass")) > MAX_BYTES:
        return _refused(_too_large(text.name))
    start = 1 if text.text.startswith("\ufeff") else 0
    unshowable = list(islice(_UNSHOWABLE.finditer(text.text, start), MAX_UNSHOWABLE))
    if unshowable:
        return _refused(*(_unshowable(text, found.start()) for found in unshowable))
    reader = Reader(text)
    tree = reader.read()
    return YamlResult(tree, tuple(reader.found))


def _refused(*found: Diagnostic) -> YamlResult:
    return YamlResult(None, found)


def _too_large(name: str) -> Diagnostic:
    help_text = "split the section, and keep media in files of their own"
    return Diagnostic(findings.TOO_LARGE, "the file is larger than 2 MiB", Span(name), help_text)


def _not_utf8(name: str, data: bytes, offset: int) -> Diagnostic:
    span = Span(name, data.count(b"\n", 0, offset) + 1)
    mark = next((words for mark, words in _OTHER_MARKS.items() if data.startswith(mark)), None)
    message = f"byte 0x{data[offset]:02x} is not part of UTF-8 text"
    if mark:
        message = f"the file is saved as {mark}, expected UTF-8"
    return Diagnostic(findings.NOT_UTF8, message, span, "save the file as UTF-8 in your editor")


def _unshowable(text: SourceText, offset: int) -> Diagnostic:
    lines = SourceText(text.name, text.text[:offset]).lines
    column = len(lines[-1]) + 1
    span = Span(text.name, len(lines), column, column + 1, text)
    message = f"the character U+{ord(text.text[offset]):04X} cannot be shown"
    return Diagnostic(findings.CONTROL_CHARACTER, message, span, "delete it, or type the line again")


__all__ = ["MAX_BYTES", "YAML_RULES", "YamlResult", "read_yaml", "read_yaml_file"]
