"""The tool talks to nobody: no course and no package makes it call home or tell others what is checked."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

import pytest

from cpom_scorm.editions import EDITIONS, Edition
from cpom_scorm.package.archive.zip_writer import zip_bytes
from tests.browser.site import Site
from tests.builders import base_files
from tests.command_line import cpom

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TALKERS = {
    "socket",
    "ssl",
    "urllib.request",
    "http.client",
    "ftplib",
    "requests",
    "httpx",
    "asyncio",
    "webbrowser",
}


@pytest.fixture
def trap() -> Iterator[Site]:
    """A server that nothing may ask for anything: it would answer, so a request would not even fail."""
    started = Site().start()
    yield started
    started.stop()
    assert [] == started.requests


@pytest.fixture
def deaf(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Forbid sockets and names altogether. What tries is listed."""
    tried: list[str] = []

    def refuse(*given: Any, **_: Any) -> None:
        tried.append(str(given))
        raise AssertionError("the tool opened a connection")

    for name in (
        "socket.socket.connect",
        "socket.socket.connect_ex",
        "socket.getaddrinfo",
        "socket.create_connection",
    ):
        monkeypatch.setattr(name, refuse)
    return tried


def baited(edition: Edition, origin: str) -> dict[str, bytes]:
    """Give a package whose every address that a validator might fetch leads to the trap."""
    files = base_files(edition)
    manifest = files["imsmanifest.xml"].decode()
    for space in edition.manifest.namespaces:
        manifest = manifest.replace(f" {space.schema_file}", f" {origin}/{space.schema_file}")
    assert manifest.count(origin) >= len(edition.manifest.namespaces)
    files["imsmanifest.xml"] = manifest.encode()
    bait = (
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">'
        f'<xs:import namespace="urn:x" schemaLocation="{origin}/imported.xsd"/>'
        f'<xs:include schemaLocation="{origin}/included.xsd"/></xs:schema>'
    )
    for name in [name for name in files if name.endswith(".xsd")]:
        files[name] = bait.encode()
    page = f'<link rel="stylesheet" href="{origin}/a.css"><script src="{origin}/a.js"></script></head>'
    files["index.html"] = files["index.html"].replace(b"</head>", page.encode())
    return files


@pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: edition.id)
def test_sec_05_schemas_and_pages_of_a_package_are_never_fetched(
    tmp_path: Path, trap: Site, edition: Edition
) -> None:
    """`schemaLocation` is text; schemas in a package are never compiled, so their imports lead nowhere."""
    path = tmp_path / "baited.zip"
    path.write_bytes(zip_bytes(baited(edition, trap.origin)))
    for command in (("validate",), ("validate", "--strict"), ("inspect",)):
        done = cpom(*command, path)
        assert done.code in (0, 1), done.err


def test_sec_05_no_command_opens_a_connection(tmp_path: Path, deaf: list[str]) -> None:
    course, output = tmp_path / "course", tmp_path / "out"
    commands: list[tuple[str | Path, ...]] = [
        ("new", course),
        ("check", course, "--strict"),
        ("build", course, "--output", output),
    ]
    assert [0, 0, 0] == [cpom(*command).code for command in commands]
    packages = sorted(output.glob("*.zip"))
    assert len(packages) == len(EDITIONS)
    assert cpom("validate", "--strict", *packages).code == 0
    assert [0] * 4 == [cpom("inspect", package).code for package in packages]
    assert [] == deaf


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def test_sec_05_no_module_can_open_a_connection(root: Path) -> None:
    """The preview listens, on this machine only; nothing of ours calls. `play` has a pipe to its browser."""
    modules = [path for path in (root / "cpom_scorm").rglob("*.py") if path.parent.name != "play"]
    assert [] == sorted(f"{path.stem}: {name}" for path in modules for name in imported(path) & TALKERS)
    playing = (root / "cpom_scorm" / "play").glob("*.py")
    assert set() == {name for path in playing for name in imported(path) & TALKERS} - {"asyncio"}
