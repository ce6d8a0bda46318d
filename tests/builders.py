"""Small packages of each edition that are right in every respect, for tests to break one thing in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.editions import EDITIONS
from cpom_scorm.package.grammar import control_documents
from cpom_scorm.package.manifest.model import (
    MANIFEST_NAME,
    ControlMode,
    DeliveryControls,
    Dependency,
    File,
    Item,
    Manifest,
    Metadata,
    Organization,
    Resource,
    Sequencing,
)
from cpom_scorm.package.manifest.writer import manifest_bytes

if TYPE_CHECKING:
    from cpom_scorm.editions import Edition

NEWEST = EDITIONS[-1]

_PAGE = b"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>A course</title>
<link rel="stylesheet" href="styles.css">
<script src="player.js"></script>
</head>
<body>
<h1>A course</h1>
<img src="media/figure.svg" alt="A circle">
</body>
</html>
"""
_STYLES = b"body { font-family: sans-serif; }\n"
_FIGURE = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="3"/></svg>\n'


def base_files(edition: Edition = NEWEST, manifest: Manifest | None = None) -> dict[str, bytes]:
    """Give a package with a SCO and a shared asset: archive name → bytes."""
    return {
        MANIFEST_NAME: manifest_bytes(manifest or base_manifest(edition), edition),
        "index.html": _PAGE,
        "player.js": _script(edition),
        "styles.css": _STYLES,
        "media/figure.svg": _FIGURE,
        **control_documents(edition),
    }


def _script(edition: Edition) -> bytes:
    form = edition.runtime
    words = (form.api, form.calls["initialize"], form.calls["terminate"])
    statuses = [one.element for one in form.statuses["passed/incomplete"]]
    elements = [*statuses, form.elements["score.raw"]]
    return f"var calls = {list(words)};\nvar elements = {elements};\n".encode()


def base_manifest(edition: Edition = NEWEST) -> Manifest:
    """Give the manifest of `base_files`."""
    form = edition.manifest
    return Manifest(
        identifier="base-course",
        version="1.0",
        metadata=Metadata("ADL SCORM", form.schemaversion),
        organizations=(
            Organization(
                "base-organization",
                "A course",
                (base_item(edition),),
                sequencing=Sequencing(ControlMode(choice=True, flow=True)) if form.has_sequencing else None,
            ),
        ),
        default_organization="base-organization",
        resources=(base_sco(), base_asset()),
        schema_locations=tuple((space.uri, space.schema_file) for space in form.namespaces),
    )


def base_item(edition: Edition = NEWEST) -> Item:
    """Give the only item of `base_manifest`."""
    sequencing = Sequencing(
        delivery_controls=DeliveryControls(completion_set_by_content=True, objective_set_by_content=True)
    )
    return Item(
        "base-item",
        "All of it",
        "base-sco",
        sequencing=sequencing if edition.manifest.has_sequencing else None,
        hidden_controls=edition.manifest.hideable_controls if edition.manifest.has_navigation else (),
    )


def base_sco() -> Resource:
    """Give the resource that the item launches."""
    files = (File("index.html"), File("player.js"))
    dependencies = (Dependency("base-shared"),)
    return Resource("base-sco", "index.html", scorm_type="sco", files=files, dependencies=dependencies)


def base_asset() -> Resource:
    """Give the resource with what several pages could share."""
    return Resource("base-shared", scorm_type="asset", files=(File("styles.css"), File("media/figure.svg")))
