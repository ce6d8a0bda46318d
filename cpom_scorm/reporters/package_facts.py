"""What is inside a package, for people and for programs."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, Any

from cpom_scorm.reporters.measures import counted, size_text
from cpom_scorm.reporters.terminal import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cpom_scorm.inspect import ItemFacts, OrganizationFacts, PackageFacts
    from cpom_scorm.reporters.terminal import Paint

_LABEL = 13
_WIDTH = 80
_KINDS = {
    "sco": "SCO",
    "asset": "asset",
    "heading": "heading",
    "missing": "launches a resource that the manifest does not have",
}
_NOT_SAID = "not said"


def as_data(facts: PackageFacts) -> dict[str, Any]:
    """Give the facts as plain values, under the names that `PackageFacts` has."""
    return facts.to_json()


def as_text(facts: PackageFacts, paint: Paint) -> str:
    """Render the facts: what it is, what learners see in the menu, what the files weigh.

    "" for what could not be opened: the findings say why, and there are no facts.
    """
    if facts.content_digest is None:
        return ""
    return "".join(f"{line}\n" for line in _lines(facts, paint))


def _lines(facts: PackageFacts, paint: Paint) -> Iterator[str]:
    yield paint("bold", printable(facts.path))
    for label, value in _overview(facts):
        first, *more = wrap(printable(value), _WIDTH - _LABEL - 3, break_long_words=False) or [""]
        yield f"  {paint('dim', f'{label:<{_LABEL}}')} {first}"
        yield from (f"{' ' * (_LABEL + 3)}{line}" for line in more)
    for organization in facts.organizations:
        yield ""
        yield from _organization(organization, paint)
    if facts.largest_files:
        yield ""
        yield paint("bold", "largest files")
        for file in facts.largest_files:
            packed = (
                f"  ({size_text(file.compressed_size)} packed)" if file.compressed_size < file.size else ""
            )
            yield f"  {size_text(file.size):>{_LABEL}}  {printable(file.name)}{packed}"


def _overview(facts: PackageFacts) -> Iterator[tuple[str, str]]:
    version = f', schemaversion "{facts.schemaversion}"' if facts.schemaversion else ""
    yield "edition", (facts.edition_title or "not recognised") + version
    yield "identifier", facts.identifier or _NOT_SAID
    yield "version", facts.version or _NOT_SAID
    yield "size", f"{size_text(facts.archive_size)}, {size_text(facts.content_size)} unpacked"
    yield "files", f"{facts.file_count:,}"
    yield "SCOs", f"{facts.sco_count:,}"
    yield "metadata", _listed(facts.metadata_files)
    yield "schema files", _listed(facts.control_documents)
    yield "content", facts.content_digest or _NOT_SAID


def _organization(organization: OrganizationFacts, paint: Paint) -> Iterator[str]:
    default = ", default" if organization.is_default else ""
    name = printable(f"{_title(organization.title)} ({organization.identifier or 'no identifier'}{default})")
    yield f"{paint('bold', 'organization')} {name}"
    yield from _items(organization.items, paint, depth=1)


def _items(items: Iterable[ItemFacts], paint: Paint, *, depth: int) -> Iterator[str]:
    for item in items:
        kind = _KINDS.get(item.kind, item.kind)
        facts = ": ".join(part for part in (kind, item.launch) if part)
        hidden = ", not shown in the menu" if not item.is_visible else ""
        shown = paint("dim", f"[{printable(facts + hidden)}]")
        yield f"{'  ' * depth}- {printable(_title(item.title))} {shown}"
        yield from _items(item.items, paint, depth=depth + 1)


def _title(title: str | None) -> str:
    return f'"{title}"' if title else "without a title"


def _listed(names: tuple[str, ...]) -> str:
    once = tuple(dict.fromkeys(names))
    return f"{counted(len(once), 'file')}: {', '.join(once)}" if once else "none"
