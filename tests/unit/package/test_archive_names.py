"""Names that harm or break on another system are recognised. A missed one lets a package write anywhere."""

from __future__ import annotations

import pytest

from cpom_scorm.package.archive.names import (
    climbs,
    has_control_character,
    is_absolute,
    is_clutter,
    is_unusable,
    merged_form,
    portability_problem,
)

HARMLESS = ("index.html", "media/a..b.png", "..more/a.html", "a/b/c.js", "50-percent.html", "con-tent.html")


@pytest.mark.parametrize(
    "name",
    [
        "../a",
        "a/../b",
        "a/..",
        "..",
        "a\\..\\b",
        "%2e%2e/a",
        "a/%2E%2E%2Fb",
        "%252e%252e/a",
        "..%5ca",
        "a/%2e./b",
    ],
)
def test_sec_01_a_climbing_path_is_seen_in_every_disguise(name: str) -> None:
    assert climbs(name)
    assert is_unusable(name)


@pytest.mark.parametrize("name", ["/a", "\\a", "C:\\a", "c:a", "\\\\server\\share"])
def test_sec_01_an_absolute_path_is_seen_on_every_system(name: str) -> None:
    assert is_absolute(name)


@pytest.mark.parametrize("name", ["a\0b", "a\x1bb", "a\x7fb", "a\x85b", "a\nb"])
def test_sec_13_control_characters_are_seen(name: str) -> None:
    assert has_control_character(name)


@pytest.mark.parametrize("name", HARMLESS)
def test_an_ordinary_name_is_neither_unusable_nor_unportable(name: str) -> None:
    assert (False, None, False) == (is_unusable(name), portability_problem(name), is_clutter(name))


@pytest.mark.parametrize(
    "name",
    ["con", "AUX.html", "media/nul.png", "com1.txt", "lpt9", "a?.html", 'a".html', "a ./b", "b.", "a&b",
     "x#y", "50%.html", "a+b", "d/" * 21 + "x", "n" * 201],
)  # fmt: skip
def test_an_unportable_name_is_told_with_its_reason(name: str) -> None:
    assert portability_problem(name) is not None


@pytest.mark.parametrize(
    ("first", "second"), [("Logo.PNG", "logo.png"), ("caf\u00e9", "cafe\u0301"), ("stra\u00dfe", "STRASSE")]
)
def test_names_that_hosts_merge_have_one_form(first: str, second: str) -> None:
    assert merged_form(first) == merged_form(second)


@pytest.mark.parametrize(
    "name",
    ["__MACOSX/._a", ".DS_Store", "media/Thumbs.db", ".git/config", "a.js.map", "page.html~", "a/._b"],
)
def test_clutter_is_recognised(name: str) -> None:
    assert is_clutter(name)
