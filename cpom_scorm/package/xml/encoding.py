"""From bytes to text, in the few encodings that an XML file of a package may have."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpom_scorm.diagnostics import Diagnostic
from cpom_scorm.package.xml.rules import WRONG_ENCODING
from cpom_scorm.rule import Severity
from cpom_scorm.source import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

_MARKS: Sequence[tuple[bytes, str]] = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_UNICODE_NAMES = {"utf-8": "utf-8", "utf8": "utf-8", "us-ascii": "utf-8", "ascii": "utf-8"}
_OLD_NAMES = {
    "iso-8859-1": "iso-8859-1",
    "iso_8859-1": "iso-8859-1",
    "latin1": "iso-8859-1",
    "windows-1252": "windows-1252",
    "cp1252": "windows-1252",
}
_DECLARATION = re.compile(rb"""<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
_USE_UTF_8 = "save the file as UTF-8"


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, when it could be read, and what was found on the way."""

    text: str | None
    diagnostics: tuple[Diagnostic, ...] = ()


def decode(data: bytes, file: str) -> Decoded:
    """Read the bytes of an XML file as text without a byte order mark (XML-002)."""
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _decode_marked(data[len(mark) :], codec, file)
    found = _DECLARATION.match(data.lstrip())
    declared = found[1].decode("ascii") if found else "UTF-8"
    name = declared.lower()
    if name in _UNICODE_NAMES:
        return _strict(data, _UNICODE_NAMES[name], declared, file)
    if name in _OLD_NAMES:
        read = _strict(data, _OLD_NAMES[name], declared, file)
        weak = _finding(
            f'the file declares the encoding "{declared}", expected "UTF-8"', file, Severity.WARNING
        )
        return Decoded(read.text, read.diagnostics or (weak,))
    if name.startswith("utf-16"):
        message = f'the file declares the encoding "{declared}" but has no byte order mark'
    else:
        message = f'the file declares the encoding "{declared}", expected "UTF-8"'
    return Decoded(None, (_finding(message, file),))


def _decode_marked(data: bytes, codec: str, file: str) -> Decoded:
    if codec == "utf-32":
        return Decoded(None, (_finding('the file is encoded in "UTF-32", expected "UTF-8"', file),))
    read = _strict(data, codec, codec[:6].upper().removesuffix("-"), file)
    found = re.match(_DECLARATION.pattern.decode("ascii"), read.text or "")
    declared = found[1] if found else codec
    family = "utf-8" if codec == "utf-8" else "utf-16"
    if read.text is None or declared.lower().startswith(family):
        return read
    message = f'the byte order mark says "{family.upper()}" but the file declares the encoding "{declared}"'
    return Decoded(None, (_finding(message, file),))


def _strict(data: bytes, codec: str, declared: str, file: str) -> Decoded:
    try:
        return Decoded(data.decode(codec))
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(codec, "replace").replace("\r\n", "\n").replace("\r", "\n")
        line = before.count("\n") + 1
        message = f'a byte of the file is not text in its encoding, "{declared}"'
        return Decoded(None, (_finding(message, file, line=line),))


def _finding(message: str, file: str, weight: Severity | None = None, line: int | None = None) -> Diagnostic:
    return Diagnostic(WRONG_ENCODING, message, Span(file, line), _USE_UTF_8, weight=weight)
