"""The page about `validate` shows what the command prints, or readers trust a lie."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from click.testing import CliRunner

from cpom_scorm.cli import main
from cpom_scorm.package.archive.limits import MIB
from cpom_scorm.package.archive.opening import DEFAULT_LIMITS
from cpom_scorm.package.archive.zip_writer import zip_bytes
from cpom_scorm.validate import MOST_FINDINGS
from tests.rules.fixtures import FOLDER, Fixture

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_the_examples_are_what_the_command_prints(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = (root / "docs" / "validating.md").read_text("utf-8")
    monkeypatch.chdir(tmp_path)
    examples = re.findall(r"<!-- example: (\S+) -->\n```text\n(.*?)```", page, re.DOTALL)
    assert len(examples) > 1
    for fixture, shown in examples:
        (tmp_path / "vendor-course.zip").write_bytes(zip_bytes(Fixture(FOLDER / fixture).files()))
        assert shown == CliRunner().invoke(main, ["validate", "vendor-course.zip"]).output


def test_the_limits_are_those_that_hold(root: Path) -> None:
    page = (root / "docs" / "validating.md").read_text("utf-8")
    limits = DEFAULT_LIMITS
    for text in (
        f"| entries | {limits.entries:,} |",
        f"| all files, inflated | {limits.total // (1024 * MIB)} GiB |",
        f"| one file, inflated | {limits.single // (1024 * MIB)} GiB |",
        f"| `imsmanifest.xml` | {limits.manifest // MIB} MiB |",
        f"a file above {limits.ratio_from // MIB} MiB",
        f"a whole package above {limits.aggregate_ratio_from // MIB} MiB",
        f"| {limits.ratio}-fold |",
        f"at most {MOST_FINDINGS} findings",
    ):
        assert text in page
