"""What pages, style sheets and scripts refer to, each on its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpom_scorm.package.content.files import MOST_TOKENS, XML_ENDINGS
from cpom_scorm.package.content.markup import addresses_of
from cpom_scorm.package.content.scripts import imports
from cpom_scorm.package.content.styles import style_addresses
from cpom_scorm.package.content.tags import start_tags
from cpom_scorm.package.hrefs import folder_of, target_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.package.content.files import Text
    from cpom_scorm.package.content.tags import Tag
    from cpom_scorm.package.hrefs import Target
    from cpom_scorm.source import Span

_SCRIPT_TYPES = frozenset(
    {"", "module", "text/javascript", "application/javascript", "text/ecmascript", "application/x-javascript"}
)


@dataclass(frozen=True, slots=True)
class Reference:
    """One address in a page, a style sheet or a script."""

    file: str
    span: Span
    """The line that the address stands in."""
    element: str
    """Element of the page, lower-case; `style` for style sheets, `import` for scripts."""
    address: str
    """As written."""
    target: Target
    is_module: bool = False
    """Whether it is a script that may import others."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """Script that stands in a page."""

    text: str
    at: int
    """Index of its first character in the page; of the tag for an attribute."""
    event: str = ""
    """Name of the attribute that holds it, such as `onload`; empty for an element."""
    is_module: bool = False

    @property
    def code(self) -> str:
        """What runs, said as a script would say it."""
        return f"{self.event}={self.text}" if self.event else self.text


@dataclass(frozen=True, slots=True)
class Page:
    """What was found in a page."""

    references: tuple[Reference, ...]
    snippets: tuple[Snippet, ...]
    is_whole: bool
    """Whether all of it was read: a page of more tags than that is left at some point."""


def read_page(page: Text) -> Page:
    """Scan a page: its addresses, those in its styles and scripts, and its scripts."""
    tags = list(start_tags(page.text, is_xml=page.name.lower().endswith(XML_ENDINGS)))
    base = _base(tags, folder_of(page.name))
    snippets = tuple(snippet for tag in tags for snippet in _snippets(tag))
    found = [reference for tag in tags for reference in _in_tag(page, tag, base)]
    for snippet in snippets:
        for at, address in imports(snippet.text, is_module=snippet.is_module) if not snippet.event else ():
            found.append(_reference(page, snippet.at + at, "import", address, base, is_module=True))
    return Page(tuple(found), snippets, page.text.count("<") <= MOST_TOKENS)


def style_references(sheet: Text) -> Iterator[Reference]:
    """Give what a style sheet refers to."""
    for at, address in style_addresses(sheet.text):
        yield _reference(sheet, at, "style", address, folder_of(sheet.name))


def import_references(script: Text, *, is_module: bool) -> Iterator[Reference]:
    """Give what a script imports."""
    for at, address in imports(script.text, is_module=is_module):
        yield _reference(script, at, "import", address, folder_of(script.name), is_module=True)


def _base(tags: list[Tag], folder: str) -> str:
    hrefs = (
        tag.attributes["href"].strip() for tag in tags if tag.name == "base" and "href" in tag.attributes
    )
    written = next(hrefs, "")
    is_whole = ":" in written or written.startswith("/")
    return folder_of(written if is_whole else folder + written)


def _in_tag(page: Text, tag: Tag, base: str) -> Iterator[Reference]:
    is_module = tag.name == "script" and tag.attributes.get("type", "").strip().lower() == "module"
    for address in addresses_of(tag):
        yield _reference(page, tag.at, tag.name, address, base, is_module=is_module)
    for at, address in style_addresses(tag.content) if tag.name == "style" else ():
        yield _reference(page, tag.content_at + at, "style", address, base)
    for _, address in style_addresses(tag.attributes["style"]) if "style" in tag.attributes else ():
        yield _reference(page, tag.at, "style", address, base)


def _snippets(tag: Tag) -> Iterator[Snippet]:
    for name, value in tag.attributes.items():
        if name.startswith("on") and value:
            yield Snippet(value, tag.at, name)
    kind = tag.attributes.get("type", "").strip().lower()
    if tag.name == "script" and tag.content.strip() and kind in _SCRIPT_TYPES:
        yield Snippet(tag.content, tag.content_at, is_module=kind == "module")


def _reference(
    text: Text, at: int, element: str, address: str, base: str, *, is_module: bool = False
) -> Reference:
    # Browsers read a back-slash in an address as a slash.
    target = target_of(address.replace("\\", "/"), base)
    return Reference(text.name, text.span(at), element, address, target, is_module)
