"""What every package of ours keeps to (BLD-01 to BLD-15): each point is one that some LMS fails on."""

from __future__ import annotations

import io
import json
import re
import zipfile
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import pytest
from lxml import etree

from cpom_scorm.editions import EDITIONS, Edition
from cpom_scorm.file_content import whole
from cpom_scorm.lms import GENERIC
from cpom_scorm.package.model import Entry, Package
from cpom_scorm.validate import verify
from tests.full_course import build_full_course, plainly

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from cpom_scorm.build import BuiltPackage

EVERY_EDITION = pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: edition.id)
TEXTS = (".html", ".js", ".css", ".svg")
MOST = next(one.limits for one in GENERIC.behaviours if one.rule == "LMS-010")


@pytest.fixture
def files(packages: dict[str, BuiltPackage], edition: Edition) -> dict[str, bytes]:
    """The files of the real course's package."""
    return dict(packages[edition.id].files)


@pytest.fixture
def manifest(files: dict[str, bytes]) -> str:
    return files["imsmanifest.xml"].decode("utf-8")


def elements(manifest: str, name: str) -> list[Any]:
    """Find elements as a reader does that knows nothing of namespaces."""
    return etree.fromstring(manifest.encode()).xpath(f"//*[local-name()='{name}']")


@EVERY_EDITION
def test_bld_01_there_is_one_organization_one_item_and_one_sco(manifest: str) -> None:
    counts = {
        name: len(elements(manifest, name)) for name in ("manifest", "organization", "item", "resource")
    }
    assert {"manifest": 1, "organization": 1, "item": 1, "resource": 1} == counts


@EVERY_EDITION
def test_bld_02_readers_that_know_no_namespaces_find_the_launch_page(manifest: str, edition: Edition) -> None:
    """Moodle looks for literal names, Open edX takes the first `href` of the text."""
    (resource,) = re.findall(r"<resource [^>]*>", manifest)
    assert f'adlcp:{edition.manifest.scorm_type_attribute}="sco"' in resource
    assert ["index.html"] == re.findall(r'href="([^"]*)"', manifest)[:1]
    (item,) = elements(manifest, "item")
    assert ("true", "cpom-m1-sco") == (item.get("isvisible"), item.get("identifierref"))
    assert [True, True] == [bool(title.text.strip()) for title in elements(manifest, "title")]


@EVERY_EDITION
def test_bld_03_the_manifest_is_plain_text_with_the_usual_prefixes(
    files: dict[str, bytes], manifest: str
) -> None:
    data = files["imsmanifest.xml"]
    assert data.startswith(b'<?xml version="1.0" encoding="UTF-8"?>\n<manifest\n')
    assert [] == [sign for sign in (b"\r", b"\xef\xbb\xbf", b"<!", b"xml:base") if sign in data]
    assert data.count(b"<?") == 1
    prefixes = set(re.findall(r"xmlns:(\w+)=", manifest)) | set(re.findall(r"</?(\w+):", manifest))
    assert prefixes <= {"adlcp", "adlnav", "adlseq", "imsss", "xsi"}
    assert " xmlns=" in manifest.replace("\n", " ")


@EVERY_EDITION
def test_bld_04_the_schemaversion_is_the_exact_text(manifest: str) -> None:
    expected = ["1.2", "CAM 1.3", "2004 3rd Edition", "2004 4th Edition"]
    (found,) = re.findall(r"<schemaversion>(.*?)</schemaversion>", manifest, re.DOTALL)
    assert found in expected


def test_bld_04_each_edition_has_a_schemaversion_of_its_own(packages: dict[str, BuiltPackage]) -> None:
    texts = [package.files["imsmanifest.xml"].decode() for package in packages.values()]
    found = [re.findall(r"<schemaversion>(.*)</schemaversion>", text)[0] for text in texts]
    assert ["1.2", "CAM 1.3", "2004 3rd Edition", "2004 4th Edition"] == found


def test_bld_05_identifiers_stay_when_every_text_changes(tmp_path: Path) -> None:
    """Totara clears tracking of identifiers that vanish; SuccessFactors reads 15 characters."""

    def identifiers(result: Any) -> list[list[str]]:
        texts = [package.files["imsmanifest.xml"].decode() for package in result.packages]
        return [re.findall(r'identifier(?:ref)?="([^"]*)"', text) for text in texts]

    first = identifiers(build_full_course(tmp_path / "a"))
    again = identifiers(build_full_course(tmp_path / "b", lambda *place: plainly(*place) + " anew"))
    other = identifiers(build_full_course(tmp_path / "c", id="another-course"))
    assert first == again
    for names in first + other:
        assert [] == [name for name in names if not re.fullmatch(r"[a-z][A-Za-z0-9_-]{0,59}", name)]
    assert [] == [name for name in first[0] if name[:15] in {foreign[:15] for foreign in other[0]}]


@EVERY_EDITION
def test_bld_07_addresses_in_the_manifest_are_plain_paths(manifest: str) -> None:
    addresses = re.findall(r'href="([^"]*)"', manifest)
    assert addresses[0] == "index.html"
    assert [] == [address for address in addresses if not re.fullmatch(r"[a-z0-9._/-]+", address)]


@EVERY_EDITION
def test_bld_08_every_file_is_listed_once_and_nothing_else_is_there(
    files: dict[str, bytes], manifest: str, edition: Edition
) -> None:
    listed = [file.get("href") for file in elements(manifest, "file")]
    schemas = {space.schema_file for space in edition.manifest.namespaces} | {"xml.xsd"}
    assert len(set(listed)) == len(listed)
    assert {*listed, *schemas, "imsmanifest.xml"} == set(files)


@EVERY_EDITION
def test_bld_10_the_zip_is_plain_and_holds_the_manifest_first(
    packages: dict[str, BuiltPackage], edition: Edition
) -> None:
    with zipfile.ZipFile(io.BytesIO(whole(packages[edition.id].archive))) as package:
        entries = package.infolist()
        assert package.testzip() is None
    assert entries[0].filename == "imsmanifest.xml"
    assert [entry.filename for entry in entries[1:]] == sorted(entry.filename for entry in entries[1:])
    assert {entry.compress_type for entry in entries} <= {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
    facts = {(entry.date_time, entry.flag_bits, entry.extra, entry.extract_version) for entry in entries}
    assert {((1980, 1, 1, 0, 0, 0), 0, b"", 20)} == facts


@EVERY_EDITION
def test_bld_11_named_schemas_are_in_the_package(files: dict[str, bytes], manifest: str) -> None:
    (text,) = re.findall(r'schemaLocation="([^"]*)"', manifest)
    places = text.split()[1::2]
    schemas = [data.decode() for name, data in files.items() if name.endswith(".xsd")]
    inner = [place for schema in schemas for place in re.findall(r'schemaLocation="([^"]*)"', schema)]
    assert [] == [place for place in places + inner if place not in files]


def test_bld_11_without_control_documents_no_schema_is_named(tmp_path: Path) -> None:
    for package in build_full_course(tmp_path / "course", control_documents=False).packages:
        assert b"schemaLocation" not in package.files["imsmanifest.xml"]
        assert [] == [name for name in package.files if name.endswith(".xsd")]


@pytest.mark.parametrize(
    ("sizes", "places"),
    [
        ({"film.mp4": MOST["file"]}, []),
        ({"film.mp4": MOST["file"] + 1}, ["film.mp4"]),
        ({f"{n}.mp4": MOST["package"] // 5 for n in range(5)}, []),
        ({f"{n}.mp4": MOST["package"] // 5 + 1 for n in range(5)}, ["a.zip"]),
        ({f"{n}.txt": 1 for n in range(MOST["files"])}, []),
        ({f"{n}.txt": 1 for n in range(MOST["files"] + 1)}, ["a.zip"]),
    ],
    ids=["file", "large file", "package", "large package", "files", "many files"],
)
def test_bld_12_sizes_that_lmss_refuse_are_warned_of(sizes: dict[str, int], places: list[str]) -> None:
    entries = {name: Entry(name, size, size, lambda: b"") for name, size in sizes.items()}
    report = verify(Package.of("a.zip", entries), strict=False)
    found = [one for one in report if one.rule.id == "LMS-010"]
    assert [(place, "warning") for place in places] == [
        (one.span.file, one.severity) for one in found if one.span
    ]


MARKS = ("masteryscore", "minNormalizedMeasure", "completionThreshold", "satisfiedByMeasure")


@EVERY_EDITION
def test_bld_13_the_lms_is_not_asked_to_judge(manifest: str) -> None:
    assert [] == [mark for mark in MARKS if mark in manifest]


@pytest.mark.parametrize("edition", range(len(EDITIONS)), ids=[edition.id for edition in EDITIONS])
def test_bld_13_a_pass_mark_that_the_author_wants_there_is_the_one_that_the_player_uses(
    tmp_path: Path, edition: int
) -> None:
    scoring = {"pass_mark": 65, "pass_mark_in_manifest": True, "status": "passed/failed"}
    package = build_full_course(tmp_path / "course", scoring=scoring).packages[edition]
    manifest = package.files["imsmanifest.xml"].decode()
    (found,) = re.findall(r"<(?:adlcp:masteryscore|imsss:minNormalizedMeasure)>([\d.]+)<", manifest)
    share = float(found) / (100 if "masteryscore" in manifest else 1)
    data = package.files["course-data.js"].decode().partition(".course=")[2].rstrip(";\n")
    assert share == json.loads(data)["scoring"]["pass"] == 0.65
    assert "completionThreshold" not in manifest


@EVERY_EDITION
def test_bld_14_the_lms_shows_no_navigation_of_its_own_and_sequences_nothing(
    manifest: str, edition: Edition
) -> None:
    hidden = [element.text for element in elements(manifest, "hideLMSUI")]
    assert list(edition.manifest.hideable_controls) == hidden
    rules = ("sequencingRules", "limitConditions", "rollupRules", "randomizationControls", "mapInfo")
    assert [] == [name for name in rules if elements(manifest, name)]


class Addresses(HTMLParser):
    """Collects what a page loads, and where its links lead."""

    def __init__(self) -> None:
        super().__init__()
        self.loaded: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        wanted = ("src", "href", "srcset", "poster", "action", "data", "xlink:href")
        found = self.links if tag == "a" else self.loaded
        found += [value or "" for name, value in attrs if name in wanted]


def markup_in(name: str, data: bytes) -> Iterable[str]:
    """Give the HTML that a file of a package brings, also inside scripts."""
    text = data.decode("utf-8")
    if name.endswith(".html"):
        yield text
    if name.startswith("section-"):
        content = json.loads(text[text.index(",{") + 1 : text.rindex("}") + 1])
        yield from content["pages"].values()
        yield from (question.get("html") or "" for question in content["questions"].values())


_OWN = r"#.*|[a-z0-9./-]+"
_LINK_OUT = re.compile(rb'(<a\b[^>]*?\bhref=\\?")https://[^"\\]+')
"""As it stands in a page, or within the string of a script."""


@EVERY_EDITION
def test_bld_15_nothing_refers_to_an_unencrypted_or_foreign_address(files: dict[str, bytes]) -> None:
    """Names of XML namespaces are no references; sources are linked for learners, and nothing loads them."""
    for name, data in files.items():
        if name.endswith(TEXTS):
            text = _LINK_OUT.sub(rb"\1", data.replace(b"http://www.w3.org/2000/svg", b""))
            assert b"http:" not in text, name
            assert not re.search(rb"url\(|@import|//[a-z]+\.", text.replace(b"url(#", b"")), name
        parser = Addresses()
        for markup in markup_in(name, data):
            parser.feed(markup)
        strangers = [at for at in parser.loaded if not re.fullmatch(_OWN, at)]
        strangers += [at for at in parser.links if not re.fullmatch(rf"{_OWN}|https://\S+", at)]
        assert strangers == [], name
