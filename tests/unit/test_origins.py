"""Findings about our own packages point at the course: nobody repairs a manifest that a build writes."""

from __future__ import annotations

import json
import zipfile
from typing import TYPE_CHECKING

import pytest

from cpom_scorm.build import BuildOptions, build_course
from cpom_scorm.diagnostics import Diagnostic, Ignored, Report
from cpom_scorm.editions import EDITIONS
from cpom_scorm.file_content import whole
from cpom_scorm.origins import Origins, origins_of
from cpom_scorm.rules import RULES
from cpom_scorm.source import SourceText, Span
from tests.command_line import cpom
from tests.rules.course_fixtures import base_course

if TYPE_CHECKING:
    from pathlib import Path

RULE = next(rule for rule in RULES if rule.id == "MAN-017")
EMBED = """
  - kind: embed
    title: A cabinet
    source: media/cabinet/index.html
    description: A cabinet with four drawers.
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course with a picture and an embedded page."""
    folder = tmp_path_factory.mktemp("origins") / "course"
    files = {**base_course(), "media/cabinet/index.html": b"<!doctype html>\n<title>Cabinet</title>\n"}
    files["sections/one.yaml"] = files["sections/one.yaml"].replace(
        b"  - kind: figure", EMBED.encode()[1:] + b"  - kind: figure"
    )
    # Too large to become part of the page.
    files["media/dot.svg"] = files["media/dot.svg"].replace(
        b"</svg>", b"<!-- " + b"#" * 40_000 + b" --></svg>"
    )
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


@pytest.fixture(scope="module")
def origins(folder: Path) -> Origins:
    found = origins_of(folder)
    assert found is not None
    return found


@pytest.fixture(scope="module")
def package(folder: Path) -> dict[str, bytes]:
    """The files of the newest edition's package."""
    result = build_course(folder, BuildOptions(EDITIONS[-1:]))
    assert [] == list(result.report)
    return {name: whole(data) for name, data in result.packages[0].files.items()}


def written(folder: Path, origins: Origins, span: Span) -> str:
    """Give the line of the course to which a finding is pointed, after the name of its file."""
    found = origins.traced(Diagnostic(RULE, "found", span), "x.zip")
    assert found.span is not None
    assert found.labels[-1].span.file == f"x.zip/{span.file}"
    file, line = found.span.file, found.span.line or 1
    text = (folder / file.removeprefix(f"{folder.as_posix()}/")).read_text("utf-8").splitlines()
    return f"{file.removeprefix(f'{folder.as_posix()}/')}: {text[line - 1].strip()}"


def in_manifest(package: dict[str, bytes], part: str) -> Span:
    """Give the first place in the manifest where something stands."""
    source = SourceText("imsmanifest.xml", package["imsmanifest.xml"].decode())
    number = next(number for number, line in enumerate(source.lines, 1) if part in line)
    return Span(source.name, number, source.lines[number - 1].index(part) + 1, source=source)


@pytest.mark.parametrize(
    ("part", "line"),
    [
        ("<title>", "course.yaml: title:"),
        ("<organization ", "course.yaml: id:"),
        ("<item ", "course.yaml: id:"),
        ('href="section-1.js"', "sections/one.yaml: id: one"),
        ('href="media/dot.svg"', "sections/one.yaml: image: media/dot.svg"),
        ('href="embed/media/cabinet/index.html"', "sections/one.yaml: source: media/cabinet/index.html"),
    ],
)
def test_a_line_of_the_manifest_leads_to_what_it_is_written_from(
    part: str, line: str, folder: Path, origins: Origins, package: dict[str, bytes]
) -> None:
    assert written(folder, origins, in_manifest(package, part)).startswith(line)


@pytest.mark.parametrize(
    ("span", "line"),
    [
        (Span("media/dot.svg"), "sections/one.yaml: image: media/dot.svg"),
        (Span("section-0.js", 1), "course.yaml: "),
        (Span("embed/media/cabinet/index.html", 2, 1), "media/cabinet/index.html: <title>Cabinet</title>"),
    ],
)
def test_a_file_leads_to_the_line_that_names_it_and_a_line_of_it_to_the_author_s_file(
    span: Span, line: str, folder: Path, origins: Origins
) -> None:
    assert written(folder, origins, span).startswith(line)


@pytest.mark.parametrize("span", [Span("player.js", 3, 4), Span("imsmanifest.xml", 3), None])
def test_what_no_line_of_the_course_has_caused_stays_in_the_package(
    span: Span | None, origins: Origins
) -> None:
    found = origins.traced(Diagnostic(RULE, "found", span), "x.zip")
    assert found.span is not None
    assert (f"x.zip/{span.file}" if span else "x.zip") == found.span.file


def test_ignored_findings_are_pointed_at_the_course_too(origins: Origins) -> None:
    known = Ignored(Diagnostic(RULE, "found", Span("media/dot.svg")), "known")
    (ignored,) = origins.traced_report(Report(ignored=(known,)), "x.zip").ignored
    assert ignored.finding.span is not None
    assert ignored.finding.span.file.endswith("sections/one.yaml")


def test_no_path_of_the_course_is_in_a_package(folder: Path, package: dict[str, bytes]) -> None:
    for name in ("sections/one.yaml", folder.as_posix(), folder.name + "/course.yaml"):
        assert [] == [file for file, data in package.items() if name.encode() in data]


def test_validate_points_at_the_course_and_leaves_other_packages_alone(
    folder: Path, package: dict[str, bytes], tmp_path: Path
) -> None:
    broken = {name: data for name, data in package.items() if name != "media/dot.svg"}
    other = {
        **broken,
        "imsmanifest.xml": broken["imsmanifest.xml"].replace(b'identifier="', b'identifier="x'),
    }
    for name, files in (("ours.zip", broken), ("other.zip", other)):
        with zipfile.ZipFile(tmp_path / name, "w") as archive:
            for file, data in files.items():
                archive.writestr(file, data)
    done = cpom(
        "validate", tmp_path / "ours.zip", tmp_path / "other.zip", "--course", folder, "--format", "json"
    )
    ours, others = json.loads(done.out)["packages"]
    places = {found["rule"]: found["file"] for found in ours["diagnostics"]}
    assert f"{folder.as_posix()}/sections/one.yaml" == places["RES-005"]
    assert "imsmanifest.xml" in {found["file"] for found in others["diagnostics"]}


def test_a_course_with_mistakes_is_no_help(tmp_path: Path) -> None:
    (tmp_path / "course.yaml").write_text("id: [", "utf-8")
    assert origins_of(tmp_path) is None
    done = cpom("validate", tmp_path, "--course", tmp_path)
    assert 2 == done.code
    assert "has mistakes" in done.err
