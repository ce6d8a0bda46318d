"""A course to run commands on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.command_line import write_starter

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def starter(tmp_path: Path) -> Path:
    """The starter course in a folder of its own: right in every respect, never built."""
    return write_starter(tmp_path / "mine")
