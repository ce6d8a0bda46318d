"""What pages and style sheets of a package refer to, found without running anything."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from cpom_scorm.package.hrefs import folder_of, target_of
from cpom_scorm.source import SourceText, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cpom_scorm.package.hrefs import Target
    from cpom_scorm.package.model import Entry

PAGE_ENDINGS = (".html", ".htm", ".xhtml")
STYLE_ENDING = ".css"
MOST_FILE_BYTES = 4 * 1024 * 1024
MOST_BYTES = 64 * 1024 * 1024
"""Pages beyond these sizes are not looked into: findings in them are not worth the time."""

_ATTRIBUTES = {
    "a": ("href",), "area": ("href",), "audio": ("src",), "embed": ("src",), "frame": ("src",),
    "iframe": ("src",), "img": ("src", "srcset"), "input": ("src",), "link": ("href",), "object": ("data",),
    "script": ("src",), "source": ("src", "srcset"), "track": ("src",), "video": ("src", "poster"),
    "image": ("href", "xlink:href"), "use": ("href", "xlink:href"),
}  # fmt: skip
_STYLE_URL = re.compile(
    r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"'\s]*))\s*\)|@import\s+(?:"([^"]*)"|'([^']*)')"""
)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Reference:
    """One address in a page or style sheet."""

    file: str
    line: int
    source: SourceText
    element: str
    """Element of the page, lower-case; `style` for style sheets."""
    address: str
    """As written."""
    target: Target

    @property
    def span(self) -> Span:
        """The line that the address stands in."""
        return Span(self.file, self.line, source=self.source)


def references(files: Mapping[str, Entry]) -> Iterator[Reference]:
    """Give the addresses in all pages and style sheets, file by file. Never raises."""
    left = MOST_BYTES
    for name in sorted(files):
        entry = files[name]
        if entry.size > min(left, MOST_FILE_BYTES):
            continue
        lower = name.lower()
        if lower.endswith(PAGE_ENDINGS):
            left -= entry.size
            yield from _page_references(SourceText(name, _text(entry.read())))
        elif lower.endswith(STYLE_ENDING):
            left -= entry.size
            source = SourceText(name, _text(entry.read()))
            yield from _style_references(source, source.text, 1, folder_of(name))


def _text(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    return data.decode("utf-8-sig", "replace")


def _page_references(source: SourceText) -> Iterator[Reference]:
    name, page = source.name, _Page()
    try:
        page.feed(source.text)
        page.close()
    except (AssertionError, ValueError):  # html.parser gives up on some broken declarations
        pass
    base = folder_of(_joined(page.base, folder_of(name))) if page.base else folder_of(name)
    for line, element, address in page.found:
        yield Reference(name, line, source, element, address, target_of(address, base))
    for line, style in page.styles:
        yield from _style_references(source, style, line, base)


def _style_references(source: SourceText, text: str, first_line: int, base: str) -> Iterator[Reference]:
    plain = _COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), text)
    for found in _STYLE_URL.finditer(plain):
        address = next((group for group in found.groups() if group), "")
        if address:
            line = first_line + plain.count("\n", 0, found.start())
            yield Reference(source.name, line, source, "style", address, target_of(address, base))


def _joined(address: str, base: str) -> str:
    return address if ":" in address or address.startswith("/") else base + address


class _Page(HTMLParser):
    """Collects addresses with their lines."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.base = ""
        self.found: list[tuple[int, str, str]] = []
        self.styles: list[tuple[int, str]] = []
        self._in_style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line = self.getpos()[0]
        given = {name: value for name, value in attrs if value is not None}
        if tag == "base":
            self.base = self.base or given.get("href", "").strip()
        self._in_style = tag == "style"
        if "style" in given:
            self.styles.append((line, given["style"]))
        for attribute in _ATTRIBUTES.get(tag, ()):
            for address in _addresses(attribute, given.get(attribute, "")):
                self.found.append((line, tag, address))

    def handle_endtag(self, tag: str) -> None:
        if tag == "style":
            self._in_style = False

    def handle_data(self, data: str) -> None:
        if self._in_style:
            self.styles.append((self.getpos()[0], data))


def _addresses(attribute: str, value: str) -> Iterator[str]:
    if attribute == "srcset":
        for candidate in value.split(","):
            yield from candidate.split()[:1]
    elif value.strip() and not value.strip().startswith("#"):
        yield value.strip()
