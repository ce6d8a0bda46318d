"""Use case: say what is inside a package, without judging it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from cpom_scorm.diagnostics import Report
from cpom_scorm.package.archive.opening import open_package
from cpom_scorm.package.archive.zip_writer import digest_of
from cpom_scorm.package.hrefs import all_resources, target_of
from cpom_scorm.package.metadata.files import metadata_files

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from cpom_scorm.package.manifest.model import Item, Manifest
    from cpom_scorm.package.model import Package

MOST_FILES = 5
"""How many of the largest files are named."""
_CONTROL_ENDINGS = (".xsd", ".dtd")


@dataclass(frozen=True, slots=True)
class FileFacts:
    """One file; sizes in bytes."""

    name: str
    size: int
    compressed_size: int


@dataclass(frozen=True, slots=True)
class ItemFacts:
    """One entry of the menu, with those below it."""

    identifier: str
    title: str | None
    kind: str
    """`sco`, `asset`, `heading`, or `missing` where the resource does not exist."""
    launch: str | None
    """The file that is launched, with query and fragment as written."""
    is_visible: bool
    items: tuple[ItemFacts, ...]


@dataclass(frozen=True, slots=True)
class OrganizationFacts:
    """One way through the content."""

    identifier: str
    title: str | None
    is_default: bool
    items: tuple[ItemFacts, ...]


@dataclass(frozen=True, slots=True)
class PackageFacts:
    """What is inside a package; whatever cannot be read is None or empty."""

    path: str
    edition: str | None
    """The edition's id."""
    edition_title: str | None
    identifier: str | None
    version: str | None
    schemaversion: str | None
    organizations: tuple[OrganizationFacts, ...]
    sco_count: int
    """Resources marked as SCO that items of any organization launch."""
    file_count: int
    archive_size: int
    """Bytes of the zip; of all files for a folder."""
    content_size: int
    """Bytes of all files, inflated."""
    largest_files: tuple[FileFacts, ...]
    metadata_files: tuple[str, ...]
    control_documents: tuple[str, ...]
    content_digest: str | None
    """The same for equal contents, however they are packed."""

    def to_json(self) -> dict[str, Any]:
        """Give the facts as plain dicts, lists, texts and numbers."""
        return asdict(self)


def inspect_package(path: Path) -> tuple[PackageFacts, Report]:
    """Open a zip or a folder and describe it; the report says what could not be read. Never raises."""
    name = path.as_posix()
    opened = open_package(path, name)
    package = opened.package
    if package is None:
        return _unreadable(path, name), Report.of(opened.diagnostics)
    return _facts(path, package), Report.of((*opened.diagnostics, *package.diagnostics))


def _unreadable(path: Path, name: str) -> PackageFacts:
    size = path.stat().st_size if path.is_file() else 0
    return PackageFacts(name, None, None, None, None, None, (), 0, 0, size, 0, (), (), (), None)


def _facts(path: Path, package: Package) -> PackageFacts:
    manifest, edition = package.manifest, package.edition
    entries = package.files.values()
    content_size = sum(entry.size for entry in entries)
    largest = sorted(entries, key=lambda entry: (-entry.size, entry.name))[:MOST_FILES]
    metadata = metadata_files(package.document) if package.document else ()
    return PackageFacts(
        path=package.origin,
        edition=edition.id if edition else None,
        edition_title=edition.title if edition else None,
        identifier=manifest.identifier if manifest else None,
        version=manifest.version if manifest else None,
        schemaversion=manifest.metadata.schemaversion if manifest and manifest.metadata else None,
        organizations=_organizations(manifest) if manifest else (),
        sco_count=len(_launched_scos(manifest)) if manifest else 0,
        file_count=len(entries),
        archive_size=path.stat().st_size if path.is_file() else content_size,
        content_size=content_size,
        largest_files=tuple(FileFacts(entry.name, entry.size, entry.compressed_size) for entry in largest),
        metadata_files=tuple(found.written for found in metadata),
        control_documents=tuple(sorted(name for name in package.files if name.endswith(_CONTROL_ENDINGS))),
        content_digest=digest_of((entry.name, entry.digest().hex()) for entry in entries),
    )


def _launched_scos(manifest: Manifest) -> set[str]:
    scos = {resource.identifier for resource, _ in all_resources(manifest) if resource.is_sco}
    return {item.resource_id for item in manifest.walk() if item.resource_id in scos}


def _organizations(manifest: Manifest) -> tuple[OrganizationFacts, ...]:
    launches = {
        resource.identifier: ("sco" if resource.is_sco else "asset", _launch(resource.href, base))
        for resource, base in all_resources(manifest)
    }
    return tuple(
        OrganizationFacts(
            organization.identifier,
            organization.title,
            organization.identifier == manifest.default_organization,
            _items(organization.items, launches),
        )
        for organization in manifest.organizations
    )


def _launch(href: str | None, base: str) -> str | None:
    if not href:
        return None
    path = target_of(href, base).path
    rest = href[len(href.partition("?")[0].partition("#")[0]) :]
    return href if path is None else path + rest


def _items(items: Iterable[Item], launches: dict[str, tuple[str, str | None]]) -> tuple[ItemFacts, ...]:
    return tuple(
        ItemFacts(
            item.identifier,
            item.title,
            *(_kind_and_launch(item, launches)),
            item.is_visible,
            _items(item.items, launches),
        )
        for item in items
    )


def _kind_and_launch(item: Item, launches: dict[str, tuple[str, str | None]]) -> tuple[str, str | None]:
    if item.resource_id is None:
        return "heading", None
    kind, launch = launches.get(item.resource_id, ("missing", None))
    if launch is not None and item.parameters:
        launch = f"{launch}{item.parameters}" if item.parameters[0] in "?#" else f"{launch}?{item.parameters}"
    return kind, launch
