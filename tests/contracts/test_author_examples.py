"""What authors copy from the manual must work: every example of the docs and of the models builds.

A wrong example costs an author an hour, and their trust.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from cpom_scorm.blocks import BLOCKS
from cpom_scorm.build import BuildOptions, build_course
from cpom_scorm.course.json_schema import course_file_schema, section_file_schema
from cpom_scorm.course.load import load_course
from cpom_scorm.course.starter import starter_files
from cpom_scorm.interactions import INTERACTIONS
from cpom_scorm.schema import NAMED_FILES, marked_texts
from tests.questions import ratings_named
from tests.rules.overlay import as_line

ROOT = Path(__file__).parents[2]
MANUAL = (ROOT / "docs" / "authoring.md").read_text("utf-8")
BLOCK_PAGES = "".join(path.read_text("utf-8") for path in sorted((ROOT / "docs" / "blocks").glob("*.md")))
EXAMPLE = re.compile(r"^```yaml\n# example: (\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
EXAMPLES = EXAMPLE.findall(MANUAL)
PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 120"><circle cx="9" cy="9" r="9"/></svg>\n'
)
SECTION = 'id: {id}\nnumber: "1"\ntitle: Section\npages:\n{pages}'
PAGE = "- id: {id}\n  title: Page\n  minutes: 1\n  blocks:\n{blocks}"
COURSE = "id: example-course\ntitle: Example\nlanguage: en\nsections:\n- sections/one.yaml\n"


def indented(text: str) -> str:
    return "".join(f"  {line}" if line.strip() else line for line in text.splitlines(keepends=True))


def page_with(blocks: str, name: str = "page_one") -> str:
    return PAGE.format(id=name, blocks=indented(blocks))


def pages_with(blocks: str) -> str:
    """Give the page of an example and, where it names questions, a page that asks them."""
    asked = page_with(yaml.safe_dump(ratings_named()), "asked") if "question: self_rating" in blocks else ""
    return page_with(blocks) + asked


def findings_of_build(folder: Path) -> list[str]:
    """Build with every file in place that the course names."""
    course = load_course(folder).course
    for _, picture in marked_texts(course, *NAMED_FILES) if course else ():
        (folder / picture).parent.mkdir(parents=True, exist_ok=True)
        (folder / picture).write_text(PICTURE, "utf-8")
    result = build_course(folder, BuildOptions())
    assert result.packages or result.report.has_errors
    return [as_line(found) for found in result.report]


def write(folder: Path, course: str, *sections: str) -> Path:
    names = re.findall(r"^- (sections/\S+)$", course, re.MULTILINE)
    (folder / "sections").mkdir(parents=True)
    (folder / "course.yaml").write_text(course, "utf-8")
    for index, name in enumerate(names):
        block = f"- {{kind: text, text: Page {index}}}\n"
        other = SECTION.format(id=f"section_{index}", pages=page_with(block, f"page_{index}"))
        (folder / name).write_text(sections[index] if index < len(sections) else other, "utf-8")
    return folder


@pytest.mark.parametrize("example", EXAMPLES, ids=[name for name, _ in EXAMPLES])
def test_an_example_of_the_manual_builds(example: tuple[str, str], tmp_path: Path) -> None:
    name, text = example
    match name:
        case "course":
            folder = write(tmp_path / "course", text)
        case "section" | "quiz":
            folder = write(tmp_path / "course", COURSE, text)
        case "blocks":
            folder = write(tmp_path / "course", COURSE, SECTION.format(id="one", pages=pages_with(text)))
        case "questions":
            quiz = f"quiz:\n  title: Quiz\n  minutes: 1\n  questions:\n{indented(text)}"
            pages = page_with("- {kind: text, text: A text}\n")
            folder = write(tmp_path / "course", COURSE, SECTION.format(id="one", pages=pages) + quiz)
    assert [] == findings_of_build(folder)


def test_the_course_in_the_readme_builds(tmp_path: Path) -> None:
    parts = dict(EXAMPLE.findall((ROOT / "README.md").read_text("utf-8")))
    assert [] == findings_of_build(write(tmp_path / "course", parts["course"], parts["section"]))


def test_the_manual_shows_every_kind_of_file_and_part() -> None:
    assert ["course", "section", "blocks", "questions", "quiz"] == [name for name, _ in EXAMPLES]
    shown = "".join(text for _, text in EXAMPLES) + BLOCK_PAGES
    kinds = [model.name() for model in (*BLOCKS, *INTERACTIONS)]
    assert [] == [kind for kind in kinds if f"kind: {kind}\n" not in shown]


def test_the_manual_names_every_key_an_author_can_write() -> None:
    parts = [course_file_schema(), section_file_schema()]
    parts += [form for schema in parts for form in schema["$defs"].values()]
    keys = {key for form in parts for key in form["properties"]}
    assert [] == sorted(
        key for key in keys if not re.search(rf"(?<![\w-]){key}(?![\w-])", MANUAL + BLOCK_PAGES)
    )


@pytest.mark.parametrize("model", [*BLOCKS, *INTERACTIONS], ids=lambda model: model.__name__)
def test_the_example_in_a_models_docstring_builds(model: type, tmp_path: Path) -> None:
    example = model.example()
    assert example.startswith("- kind: ")
    folder = write(tmp_path / "course", COURSE, SECTION.format(id="one", pages=pages_with(example)))
    assert [] == findings_of_build(folder)


def test_the_starter_course_builds_under_the_strictest_view(tmp_path: Path) -> None:
    folder = tmp_path / "course"
    for name, data in starter_files("Stock: the basics", "no").items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    result = build_course(folder, BuildOptions(strict=True))
    # There are no words in Norwegian, which is "no", the trap of YAML.
    assert ["A11-006"] == [found.rule.id for found in result.report]
    loaded = load_course(folder).complete
    assert ("Stock: the basics", "no", 2) == (loaded.title, loaded.language, len(loaded.sections))


def test_the_starter_course_shows_every_kind_of_question_and_the_first_blocks() -> None:
    """Every block would bury its author; the others have pages of their own, with examples to copy."""
    texts = [path.read_text("utf-8") for path in (ROOT / "cpom_scorm" / "starter").rglob("*.yaml")]
    shown = set(re.findall(r"kind: (\w+)", "".join(texts)))
    kinds = {model.name() for model in (*BLOCKS, *INTERACTIONS)}
    assert {"text", "callout", "figure", "table", "quote", "steps"} <= shown
    assert {model.name() for model in INTERACTIONS} <= shown <= kinds
