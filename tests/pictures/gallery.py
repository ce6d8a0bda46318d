"""A course with one page for each kind of block: its example from the documentation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from cpom_scorm.blocks import BLOCKS, Block
from tests.full_course import SVG
from tests.questions import ratings_named

if TYPE_CHECKING:
    from pathlib import Path

STAGES = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 110">
<g fill="none" stroke="currentColor" stroke-width="2">
<rect x="10" y="25" width="90" height="60" rx="8"/><rect x="135" y="25" width="90" height="60" rx="8"/>
<rect x="260" y="25" width="90" height="60" rx="8"/>
<path d="M104 55h25m-7-6 7 6-7 6M229 55h25m-7-6 7 6-7 6"/></g>
</svg>
"""


def write_gallery(folder: Path) -> None:
    """Write the course; every file that an example names is there, drawings and empty sounds alike."""
    (folder / "media").mkdir(parents=True)
    pages = [
        {"id": f"kind_{kind.name()}", "title": _title(kind), "minutes": 1, "blocks": _entries(kind)}
        for kind in BLOCKS
    ]
    _write_files(folder, [block for page in pages for block in page["blocks"]])
    section = {"id": "gallery", "number": "1", "title": "Blocks", "pages": pages}
    welcome = {"id": "named", "title": "What examples name", "minutes": 1, "blocks": ratings_named()}
    course = {"id": "gallery", "title": "Blocks", "language": "en-US", "sections": ["gallery.yaml"]}
    course["welcome"] = welcome
    for name, data in (("course", course), ("gallery", section)):
        text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")


def _title(kind: type[Block]) -> str:
    return kind.name().replace("_", " ").capitalize()


def _entries(kind: type[Block]) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = yaml.safe_load(kind.example())
    return entries


def _write_files(folder: Path, value: Any) -> None:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for member in value:
            _write_files(folder, member)
    elif isinstance(value, str) and value.startswith("media/"):
        path = folder / value
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(STAGES.encode() if path.suffix == ".svg" else SVG)
