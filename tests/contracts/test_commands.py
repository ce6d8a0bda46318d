"""People know what docs/commands.md says: every command, option and exit code must stand there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click
import pytest

from cpom_scorm.cli import BUG, CLEAN, COMMANDS, FINDINGS, USAGE, main
from cpom_scorm.editions import EDITIONS
from cpom_scorm.stand_in_lms.profiles import PROFILES

if TYPE_CHECKING:
    from pathlib import Path

SHARED = "In every command"
OPTION = re.compile(r"(?<![\w-])--?[a-z][a-z-]*")


@pytest.fixture(scope="module")
def sections(root: Path) -> dict[str, str]:
    """Heading → text of each section of the page about commands."""
    parts = re.split(r"(?m)^## ", (root / "docs" / "commands.md").read_text("utf-8"))[1:]
    return {part.partition("\n")[0].strip("`"): part.partition("\n")[2] for part in parts}


def command_named(name: str) -> click.Command:
    found = main.get_command(click.Context(main), name)
    assert found is not None
    return found


def parameters_of(name: str) -> list[click.Option]:
    """Give the options of a command, and of those below it."""
    command = command_named(name)
    below = command.commands.values() if isinstance(command, click.Group) else ()
    return [each for one in (command, *below) for each in one.params if isinstance(each, click.Option)]


def options_of(name: str) -> set[str]:
    options = parameters_of(name)
    return {word for option in options for word in (*option.opts, *option.secondary_opts)}


def test_every_command_has_a_section_and_every_section_a_command(sections: dict[str, str]) -> None:
    assert set(COMMANDS) == set(sections) - {SHARED, "Exit codes"}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_described_and_none_that_does_not_exist(name: str, sections: dict[str, str]) -> None:
    described = set(OPTION.findall(sections[name]))
    shared = set(OPTION.findall(sections[SHARED]))
    options = options_of(name)
    assert set() == {option for option in options if option not in described | shared}
    assert set() == described - options - {"--quiet", "--strict", "--fail-on", "--format"}
    # An option that several commands share is at least named where it can be used.
    assert set() == {option for option in options - {"-q"} if option not in described}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_an_example_and_a_help_for_each_option(name: str, sections: dict[str, str]) -> None:
    assert f"$ cpom-scorm {name} " in sections[name]
    command = command_named(name)
    assert command.help
    assert [] == [each.name for each in parameters_of(name) if not each.help]


def test_every_edition_and_every_profile_is_named(sections: dict[str, str]) -> None:
    assert [] == [edition.id for edition in EDITIONS if f"`{edition.id}`" not in sections["build"]]
    rows = [f"| `{one.name}` | {one.title} | {one.evidence} |" for one in PROFILES]
    assert rows == [line for line in sections["preview"].splitlines() if line in rows]


def test_every_exit_code_is_described(sections: dict[str, str]) -> None:
    rows = re.findall(r"(?m)^\| (\d+) \|", sections["Exit codes"])
    assert [str(code) for code in (CLEAN, FINDINGS, USAGE, BUG)] == rows


def test_the_readme_lists_every_command_and_leads_to_the_page(root: Path) -> None:
    readme = (root / "README.md").read_text("utf-8")
    listed = re.findall(r"(?m)^\| `cpom-scorm ([a-z]+)", readme)
    assert sorted(COMMANDS) == sorted(listed)
    assert "](docs/commands.md)" in readme
