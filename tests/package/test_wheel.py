"""What people install is the wheel, not this folder: it must carry templates, player and starter."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def run(*command: str | Path, cwd: Path) -> str:
    environment = {
        name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "VIRTUAL_ENV"}
    }
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", out, ROOT, cwd=out)
    return next(out.glob("*.whl"))


def test_the_wheel_holds_everything_that_a_build_reads(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    for part in (
        "templates/theme.yaml",
        "templates/themes/iris/theme.yaml",
        "player/main.js",
        "locales/en.yaml",
        "starter/course.yaml",
        "py.typed",
        "play/host.html",
        "preview/host.html",
        "stand_in_lms/api.js",
        "stand_in_lms/server.js",
    ):
        assert f"cpom_scorm/{part}" in names
    assert [] == [name for name in names if name.startswith(("course/", "tests/", "templates/"))]


@pytest.mark.slow
def test_the_installed_wheel_builds_the_starter_outside_the_repository(wheel: Path, tmp_path: Path) -> None:
    run(sys.executable, "-m", "venv", "fresh", cwd=tmp_path)
    fresh = tmp_path / "fresh" / "bin"
    constraints = ROOT / ".ci" / "constraints.txt"
    install = ("-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--constraint", constraints)
    run(fresh / "python", *install, wheel, cwd=tmp_path)
    run(fresh / "cpom-scorm", "new", "mine", "--title", "Mine: a course", cwd=tmp_path)
    run(fresh / "cpom-scorm", "build", "mine", "--theme", "iris", cwd=tmp_path)
    packages = sorted((tmp_path / "dist").glob("*.zip"))
    assert len(packages) == 4
    verdict = run(fresh / "cpom-scorm", "validate", "--strict", *packages, cwd=tmp_path)
    assert verdict.count("valid") == 4
    assert "invalid" not in verdict
