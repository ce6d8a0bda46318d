"""A course with one page for each kind of block and question: its example from the documentation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from cpom_scorm.blocks import BLOCKS
from cpom_scorm.interactions import INTERACTIONS
from tests.full_course import SVG
from tests.questions import example_values, ratings_named

if TYPE_CHECKING:
    from pathlib import Path

STATES = ("open", "early", "not_yet", "incorrect", "partly", "correct")
"""How far the learner is with each copy of a question: untouched, checked too early, some or all tries."""
STAGES = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 110">
<g fill="none" stroke="currentColor" stroke-width="2">
<rect x="10" y="25" width="90" height="60" rx="8"/><rect x="135" y="25" width="90" height="60" rx="8"/>
<rect x="260" y="25" width="90" height="60" rx="8"/>
<path d="M104 55h25m-7-6 7 6-7 6M229 55h25m-7-6 7 6-7 6"/></g>
</svg>
"""
PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Cabinet</title>
<h1>Cabinet 4</h1><p>Count the doses, then open the drawer.</p>
<p><label>Count <input size="6"></label> <button>Open</button></p></html>
"""
_FILES = {".svg": STAGES.encode(), ".html": PAGE.encode()}
"""What stands in the files that examples name, by their extension."""


def write_gallery(folder: Path, language: str = "en-US") -> None:
    """Write the course; every file that an example names is there, drawings and empty sounds alike.

    Blocks stand on pages `block_<kind>`, questions on pages `question_<kind>`, a copy for each of `STATES`.
    """
    (folder / "media").mkdir(parents=True)
    blocks = {f"block_{kind.name()}": yaml.safe_load(kind.example()) for kind in BLOCKS}
    questions = {f"question_{kind.name()}": _copies(example_values(kind)) for kind in INTERACTIONS}
    pages = [
        {"id": name, "title": _title(name), "minutes": 1, "blocks": entries}
        for name, entries in {**blocks, **questions}.items()
    ]
    _write_files(folder, [block for page in pages for block in page["blocks"]])
    section = {"id": "gallery", "number": "1", "title": "Blocks and questions", "pages": pages}
    welcome = {"id": "named", "title": "What examples name", "minutes": 1, "blocks": ratings_named()}
    course: dict[str, Any] = {"id": "gallery", "title": "Gallery", "language": language}
    course |= {"welcome": welcome, "sections": ["gallery.yaml"]}
    for name, data in (("course", course), ("gallery", section)):
        text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")


def _title(name: str) -> str:
    return name.partition("_")[2].replace("_", " ").capitalize()


def _copies(question: dict[str, Any]) -> list[dict[str, Any]]:
    kind = question["kind"]
    return [{**question, "id": f"{kind}_{state}", "hint": "What is asked?"} for state in STATES]


def _write_files(folder: Path, value: Any) -> None:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for member in value:
            _write_files(folder, member)
    elif isinstance(value, str) and value.startswith("media/"):
        path = folder / value
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(_FILES.get(path.suffix, SVG))
