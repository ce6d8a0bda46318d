"""A real LMS as a process of its own: started in its environment and a fresh folder, ended for certain."""

from __future__ import annotations

import sqlite3
import subprocess
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
SITES = Path(__file__).parent / "sites"
LAST_LINES = 60


@dataclass
class Server:
    """A running LMS."""

    process: subprocess.Popen[str]
    origin: str
    folder: Path
    """Its files: what was uploaded, its database, its log."""
    database: Path

    @classmethod
    def start(cls, name: str, site: str, database: str, folder: Path) -> Server:
        """Start a script of `sites/` in the environment that `make test` installs, and wait for its port."""
        python = ROOT / f".venv-lms-{name}" / "bin" / "python"
        assert python.exists(), f"{python} is missing: run make test, or .ci/install-lms {name} python3"
        with (folder / "log").open("w") as log:
            process = subprocess.Popen(
                [python, SITES / site],
                cwd=folder,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
            )
        assert process.stdout is not None
        port = process.stdout.readline().strip()
        server = cls(process, f"http://127.0.0.1:{port}", folder, folder / database)
        if not port:
            server.stop()
            raise AssertionError(f"{site} did not start:\n{server.log()}")
        return server

    def rows(self, query: str, *values: Any) -> list[dict[str, Any]]:
        """Ask the LMS's database, which it keeps using meanwhile."""
        address = f"file:{self.database}?mode=ro"
        with closing(sqlite3.connect(address, uri=True, timeout=20)) as connection:
            connection.row_factory = sqlite3.Row
            return [dict(row) for row in connection.execute(query, values)]

    def log(self) -> str:
        """Give the last lines of what the LMS wrote about its work."""
        return "\n".join((self.folder / "log").read_text("utf-8", "replace").splitlines()[-LAST_LINES:])

    def stop(self) -> None:
        """End the process and wait until it is gone."""
        self.process.kill()
        self.process.communicate()
