"""A course folder from somebody else cannot stall or crash the tool (SEC-08)."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from cpom_scorm.source import SourceText
from cpom_scorm.yaml_source import MAX_BYTES, read_yaml, read_yaml_file

if TYPE_CHECKING:
    from pathlib import Path

FAN = ", ".join(["*a{}"] * 10)
BOMB = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{level}: &a{level} [{FAN.replace('{}', str(level - 1))}]\n" for level in range(1, 10)
)
WIDE_BOMB = f"a0: &a0 [{'x, ' * 1500}]\n" + "".join(
    f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 49)
)
HOSTILE = {
    "an alias bomb": (BOMB, "YML-009"),
    "an alias bomb with few aliases": (WIDE_BOMB, "YML-009"),
    "aliases that nest ever deeper": (
        "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}]\n" for n in range(1, 60)),
        "YML-008",
    ),
    "an alias inside what it repeats": ("a: &a [*a]\n", "YML-001"),
    "brackets without end": ("[" * 1_000_000, "YML-008"),
    "dashes without end": ("- " * 500_000, "YML-008"),
    "braces in keys": ("{" * 500_000, "YML-013"),
    "questions without end": ("? " * 500_000, "YML-013"),
    "a huge text": ("x" * (MAX_BYTES + 1), "YML-007"),
    "letters of several bytes": ("é" * (MAX_BYTES // 2 + 1), "YML-007"),
    "a python object": ("a: !!python/object/apply:os.system [true]\n", "YML-005"),
    "a huge number": (f"a: {'9' * 100_000}\n", None),
}


@pytest.mark.parametrize(("text", "rule_id"), HOSTILE.values(), ids=HOSTILE.keys())
def test_sec_08_a_hostile_text_is_answered_within_a_second(text: str, rule_id: str | None) -> None:
    started = time.process_time()
    result = read_yaml(SourceText("a.yaml", text))
    assert time.process_time() - started < 1
    assert ([rule_id] if rule_id else []) == [found.rule.id for found in result.diagnostics]


def test_sec_08_many_small_values_are_counted() -> None:
    (found,) = read_yaml(SourceText("a.yaml", "[" + "x," * 60_000)).diagnostics
    assert ("YML-009", "the file holds over 50,000 values") == (found.rule.id, found.message)


def test_sec_08_a_large_file_is_not_read_to_its_end(tmp_path: Path) -> None:
    with (tmp_path / "a.yaml").open("wb") as file:
        file.truncate(10 * 1024**3)
    (found,) = read_yaml_file(tmp_path / "a.yaml", "a.yaml").diagnostics
    assert "YML-007" == found.rule.id


def test_a_cut_letter_at_the_limit_is_not_taken_for_another_encoding(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"x" * MAX_BYTES + "é".encode())
    (found,) = read_yaml_file(tmp_path / "a.yaml", "a.yaml").diagnostics
    assert "YML-007" == found.rule.id


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "latin-1"])
def test_another_encoding_is_told_with_its_line(encoding: str, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes("title: Stock\nlead: Café\n".encode(encoding))
    (found,) = read_yaml_file(tmp_path / "a.yaml", "a.yaml").diagnostics
    assert ("YML-011", 2 if encoding == "latin-1" else 1) == (found.rule.id, found.span and found.span.line)


@pytest.mark.parametrize(("encoding", "name"), [("utf-16", "UTF-16"), ("utf-32", "UTF-32")])
def test_an_encoding_that_marks_itself_is_named(encoding: str, name: str, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes("title: Stock\n".encode(encoding))
    (found,) = read_yaml_file(tmp_path / "a.yaml", "a.yaml").diagnostics
    assert f"the file is saved as {name}, expected UTF-8" == found.message


def test_a_file_of_control_characters_is_told_in_few_words() -> None:
    found = read_yaml(SourceText("a.yaml", "\0" * 1_000_000)).diagnostics
    assert (20, {"YML-012"}) == (len(found), {one.rule.id for one in found})
