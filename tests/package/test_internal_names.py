"""Properties that are shortened in the player are known to nobody else.

Else the player would look for the wrong one, in every course.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from cpom_scorm.editions import EDITIONS
from cpom_scorm.render.internal_names import INTERNAL_NAMES, SHORT_PROPERTIES
from cpom_scorm.render.player_script import PLAYER_DIR
from cpom_scorm.render.script_tokens import tokens
from tests.full_course import build_full_course

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

PROPERTIES_OF_THE_BROWSER = """() => {
  const found = new Set();
  for (const name of Object.getOwnPropertyNames(window)) {
    found.add(name);
    let made;
    try {
      made = window[name];
    } catch {
      continue; // Storage is closed to a blank page.
    }
    if (typeof made !== "function") continue;
    for (const home of [made, made.prototype].filter(Boolean))
      for (const property of Object.getOwnPropertyNames(home)) found.add(property);
  }
  return [...found];
}"""


def keys_of(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value
        value = list(value.values())
    if isinstance(value, list):
        for member in value:
            yield from keys_of(member)


def test_no_data_of_a_course_has_a_key_that_is_shortened(tmp_path: Path) -> None:
    result = build_full_course(tmp_path / "course")
    scripts = [
        data.decode("ascii")
        for package in result.packages
        for name, data in package.files.items()
        if re.fullmatch(r"course-data\.js|tools\.js|section-\d+\.js", name)
    ]
    assert len(scripts) >= 2 * len(EDITIONS)
    values = [json.JSONDecoder().raw_decode(script, script.index('{"'))[0] for script in scripts]
    keys = {key for value in values for key in keys_of(value)}
    # Elements are found by parts of their names, and texts name what is filled into them.
    keys |= {part for edition in EDITIONS for name in edition.runtime.elements for part in name.split(".")}
    keys |= {name for value in values for name in re.findall(r"\{(\w+)\}", json.dumps(value))}
    # Blocks hold data of their own in attributes.
    keys |= {name for script in scripts for name in re.findall(r"&#34;(\w+)&#34;:", script)}
    assert {"weighting", "total", "postfix", "scale"} <= keys
    assert set() == {*INTERNAL_NAMES, *SHORT_PROPERTIES.values()} & keys


def test_nothing_in_the_player_looks_a_shortened_property_up_by_its_name() -> None:
    texts = [path.read_text("utf-8") for path in sorted(PLAYER_DIR.rglob("*.js"))]
    code = [re.sub(r"^(?:import|export \{).*$", "", text, flags=re.MULTILINE) for text in texts]
    found = [token for text in code for token in tokens(text)]
    written = {token.text.strip("\"'") for token in found if token.kind == "string"}
    # A group of a regular expression is found by its name too.
    grouped = {
        name
        for token in found
        if token.kind in ("regex", "template")
        for name in re.findall(r"\(\?<(\w+)>", token.text)
    }
    assert "completed" in written
    assert {"sign", "whole", "decimals"} <= grouped
    assert set() == set(INTERNAL_NAMES) & (written | grouped)


def test_the_short_names_are_as_many_and_differ() -> None:
    assert len(INTERNAL_NAMES) == len(set(INTERNAL_NAMES)) == len(set(SHORT_PROPERTIES.values()))


@pytest.mark.browser
def test_no_browser_has_a_property_that_is_shortened(browser: Browser) -> None:
    page = browser.new_page()
    page.goto("about:blank")
    known = set(page.evaluate(PROPERTIES_OF_THE_BROWSER))
    page.close()
    assert "textContent" in known
    assert set() == {*INTERNAL_NAMES, *SHORT_PROPERTIES.values()} & known
