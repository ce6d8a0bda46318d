"""Linters and type checkers that keep the code a pleasure to read; newcomers meet what they let through."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCRIPTS = Path(sys.executable).parent
NODE_SCRIPTS = ROOT / "node_modules" / ".bin"

COMMANDS = {
    "ruff finds nothing": [SCRIPTS / "ruff", "check", "."],
    "ruff would change no layout": [SCRIPTS / "ruff", "format", "--check", "."],
    "mypy accepts the types": [SCRIPTS / "mypy"],
    "the layers hold": [SCRIPTS / "lint-imports"],
    "biome finds nothing in scripts and styles": [
        NODE_SCRIPTS / "biome",
        "check",
        "--error-on-warnings",
        ".",
    ],
    "the TypeScript checker accepts the JSDoc types": [NODE_SCRIPTS / "tsc", "--project", "jsconfig.json"],
}


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS.keys())
def test_linter(command: list[str | Path]) -> None:
    environment = {**os.environ, "NO_COLOR": "1", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]


@pytest.mark.node
def test_pure_player_modules_pass_their_own_tests_in_node() -> None:
    node = shutil.which("node")
    assert node, "Node is missing: run make test, which brings it"
    tests = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "tests" / "js").rglob("*.test.js"))
    assert tests
    done = subprocess.run([node, "--test", *tests], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-8000:]
