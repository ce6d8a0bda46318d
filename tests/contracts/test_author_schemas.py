"""The JSON Schemas that editors use say what the program says, or an editor would mark right files wrong.

Set CPOM_UPDATE_EXPECTED=1 to write them anew.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from cpom_scorm.course.json_schema import course_file_schema, section_file_schema
from cpom_scorm.yaml_source import read_yaml_file

ROOT = Path(__file__).parents[2]
SCHEMAS = {"course": course_file_schema, "section": section_file_schema}


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_committed_schema_is_the_one_that_the_models_give(name: str) -> None:
    path = ROOT / "docs" / "schemas" / f"{name}.schema.json"
    text = json.dumps(SCHEMAS[name](), indent=1, ensure_ascii=False) + "\n"
    if os.environ.get("CPOM_UPDATE_EXPECTED"):
        path.write_text(text, "utf-8")
    assert text == path.read_text("utf-8")


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_knows_the_keys_of_the_starter_course(name: str) -> None:
    starter = ROOT / "cpom_scorm" / "starter"
    files = [starter / "course.yaml"] if name == "course" else sorted((starter / "sections").iterdir())
    schema = SCHEMAS[name]()
    for file in files:
        tree = read_yaml_file(file, file.name).tree
        assert tree
        assert [] == [key for key in tree.data if key not in schema["properties"]]
        assert [] == [key for key in schema["required"] if key not in tree.data]


def test_a_course_file_lists_paths_where_the_model_has_sections() -> None:
    schema = course_file_schema()
    assert {"type": "string"} == schema["properties"]["sections"]["items"]
    assert "Section" not in schema["$defs"]
