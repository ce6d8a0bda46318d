"""Many packages are judged at once: each must get its own verdict, in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpom_scorm.lms import LMSS
from cpom_scorm.package.archive.zip_writer import zip_bytes
from cpom_scorm.rules.policy import EVERYTHING, Policy
from cpom_scorm.validate import validate_package
from cpom_scorm.validate_many import WORTH_IT, validate_packages
from tests.builders import base_files

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def paths(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Every third package has a fault, every fifth is no zip."""
    folder = tmp_path_factory.mktemp("many")
    good = base_files()
    bad = {name: data for name, data in good.items() if name != "index.html"}
    made = []
    for number in range(3 * WORTH_IT):
        path = folder / f"{number:02}.zip"
        path.write_bytes(b"no zip" if number % 5 == 4 else zip_bytes(bad if number % 3 == 2 else good))
        made.append(path)
    return made


@pytest.mark.parametrize("processes", [1, 2, 3])
def test_verdicts_are_those_of_each_alone_and_in_order(processes: int, paths: list[Path]) -> None:
    alone = [validate_package(path, strict=True) for path in paths]
    tasks = [(path, EVERYTHING) for path in paths]
    assert alone == list(validate_packages(tasks, strict=True, processes=processes))


def test_rules_are_the_same_objects_on_both_sides(paths: list[Path]) -> None:
    for verdict in validate_packages([(path, EVERYTHING) for path in paths], strict=False, processes=2):
        for found in verdict.report:
            assert found.rule.page


def test_each_package_has_its_own_policy(paths: list[Path]) -> None:
    policies = [EVERYTHING if number % 2 else Policy(frozenset()) for number in range(len(paths))]
    verdicts = list(validate_packages(list(zip(paths, policies, strict=True)), strict=False, processes=2))
    assert not any(found.rule.id == "RES-004" for verdict in verdicts[::2] for found in verdict.report)
    assert any(found.rule.id == "RES-004" for verdict in verdicts[1::2] for found in verdict.report)


def test_lmss_are_asked_in_every_process(paths: list[Path]) -> None:
    tasks = [(path, EVERYTHING) for path in paths]
    alone = list(validate_packages(tasks, profiles=LMSS, processes=1))
    assert alone == list(validate_packages(tasks, profiles=LMSS, processes=2))


def test_who_stops_early_gets_away(paths: list[Path]) -> None:
    verdicts = validate_packages([(path, EVERYTHING) for path in paths * 20], strict=False, processes=2)
    assert next(verdicts).path == paths[0].as_posix()
    verdicts.close()
