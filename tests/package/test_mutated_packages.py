"""Whatever bytes arrive, there is a verdict and no exception (SEC-16): a crash would be ours to explain."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from cpom_scorm.editions import EDITIONS
from cpom_scorm.inspect import inspect_package
from cpom_scorm.package.archive.zip_writer import zip_bytes
from cpom_scorm.package.model import Package
from cpom_scorm.validate import validate_package, verify
from tests.builders import base_files
from tests.hostile_zips import HOSTILE

SEEDS = (
    zip_bytes(base_files()),
    zip_bytes({name: data for name, data in base_files().items() if not name.endswith(".xsd")}),
    HOSTILE["zip64-without-need"].make(),
    HOSTILE["manifest-twice"].make(),
)
MANIFESTS = tuple(base_files(edition)["imsmanifest.xml"].decode() for edition in EDITIONS)
WORDS = (
    "", "<item>", "</item>", '"', "&", "<", "identifierref", "../", "\\", "%", "\0", 'xml:base="a" ',
    "<!--", "organization", "href", "http://", ' xmlns:x="y"', "1" * 300, "\u00e9", "resources", "manifest",
)  # fmt: skip

changes = st.lists(
    st.tuples(
        st.floats(0, 1), st.sampled_from(["flip", "cut", "insert", "remove", "repeat"]), st.binary(max_size=8)
    ),
    min_size=1,
    max_size=4,
)


def mutated(data: bytes, steps: list[tuple[float, str, bytes]]) -> bytes:
    for where, kind, extra in steps:
        at = int(where * len(data))
        match kind:
            case "flip":
                data = data[:at] + bytes([*(extra or b"\xff")]) + data[at + len(extra or b"\xff") :]
            case "cut":
                data = data[:at]
            case "insert":
                data = data[:at] + extra + data[at:]
            case "remove":
                data = data[:at] + data[at + len(extra) :]
            case _:
                data = data[:at] + data[at : at + 200] + data[at:]
    return data


@settings(max_examples=120, deadline=None)
@given(st.sampled_from(SEEDS), changes)
@example(SEEDS[0], [(0.99, "flip", b"\xff" * 8)])
def test_a_mutated_zip_gets_a_verdict(seed: bytes, steps: list[tuple[float, str, bytes]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "package.zip"
        path.write_bytes(mutated(seed, steps))
        verdict = validate_package(path)
        assert verdict.valid is not verdict.report.has_errors
        inspect_package(path)
        assert [path] == list(Path(folder).iterdir())


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(MANIFESTS), st.lists(st.tuples(st.floats(0, 1), st.sampled_from(WORDS)), max_size=6))
def test_a_mutated_manifest_gets_a_verdict(manifest: str, steps: list[tuple[float, str]]) -> None:
    for where, word in steps:
        at = int(where * len(manifest))
        manifest = manifest[:at] + word + manifest[at + len(word) // 2 :]
    files = {**base_files(), "imsmanifest.xml": manifest.encode()}
    for found in verify(Package.from_files(files), strict=True):
        assert found.message
