"""What must hold for the tree as a whole: small files, edition facts in one place, no hosts, no skips."""

from __future__ import annotations

import ast
import re
import subprocess
from pathlib import Path

import pytest

from cpom_scorm.editions import EDITIONS

ROOT = Path(__file__).parents[2]
LONGEST_FILE = 350
CODE = {".py", ".js", ".css", ".html"}
EMPTY_NAMES = re.compile(r"(^|/)(utils?|helpers?|common|misc|manager)(\.[a-z]+|/)")


def tracked(*folders: str) -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", *folders],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [ROOT / name for name in listed.stdout.splitlines() if (ROOT / name).is_file()]


def test_no_file_is_longer_than_a_reader_can_hold() -> None:
    files = [path for path in tracked("cpom_scorm", "tests", "templates", "bench") if path.suffix in CODE]
    lengths = {str(path.relative_to(ROOT)): len(path.read_text("utf-8").splitlines()) for path in files}
    assert {} == {name: count for name, count in lengths.items() if count > LONGEST_FILE}


def test_names_say_something() -> None:
    names = [str(path.relative_to(ROOT)) for path in tracked()]
    assert [] == [name for name in names if EMPTY_NAMES.search(name)]


def test_only_editions_knows_edition_ids() -> None:
    """The disease of other tools is an "is this 2004?" in every function; ours is a look-up."""
    ids = {edition.id for edition in EDITIONS}
    found = []
    for path in tracked("cpom_scorm"):
        if path.suffix == ".py" and path.parent.name != "editions":
            constants = (
                node
                for node in ast.walk(ast.parse(path.read_text("utf-8")))
                if isinstance(node, ast.Constant)
            )
            named = [node.lineno for node in constants if node.value in ids]
            found += [f"{path.relative_to(ROOT)}:{line}" for line in named]
        elif path.suffix == ".js" and any(f'"{name}"' in path.read_text("utf-8") for name in ids):
            found.append(str(path.relative_to(ROOT)))
    assert [] == found


def test_no_package_host_is_named() -> None:
    hosts = re.compile(r"https?://[^\s\"']*(" + "|".join(["npm" + "js", "py" + "pi", "pythonhosted"]) + ")")
    found = []
    for path in tracked():
        text = path.read_bytes().decode("utf-8", "ignore")
        if hosts.search(text) or ('"resolved"' in text and path.name == "package-lock.json"):
            found.append(str(path.relative_to(ROOT)))
    assert [] == found


WORDS_OF_STUBS = ("pytest.skip", "importorskip", "mark.skip", "mark.xfail", "NotImplementedError")


@pytest.mark.parametrize("word", WORDS_OF_STUBS)
def test_no_test_is_skipped_and_nothing_is_a_stub(word: str) -> None:
    files = [path for path in tracked("cpom_scorm", "tests") if path != Path(__file__)]
    assert [] == [str(path) for path in files if path.suffix == ".py" and word in path.read_text("utf-8")]
