"""Measures the player on large courses: the work of starting, and how long turning a page takes.

Both are what a desktop's processor spends; medians of cold starts and of many turns, as learners cause them.

usage: python bench/large_course.py [RUNS]
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from serving import served

from cpom_scorm.build import BuildOptions, build_course
from cpom_scorm.editions import EDITIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

PAGES_A_SECTION = 20
SIZES = ((300, 500, 100), (1000, 2000, 200))
"""Pages, questions, and the milliseconds of starting that the design aims at."""
TURN_AIM_MS = 50
LMS = """
globalThis.API_1484_11 = Object.fromEntries(
  ["Initialize", "Terminate", "SetValue", "Commit"].map((name) => [name, () => "true"]));
Object.assign(API_1484_11, { GetValue: () => "", GetLastError: () => "0", GetErrorString: () => "" });
"""
TURN = """async () => {
  const begun = performance.now();
  document.querySelector("#view [rel=next]").click();
  const before = document.querySelector("#view h1");
  while (document.querySelector("#view h1") === before) await new Promise(requestAnimationFrame);
  const style = getComputedStyle(document.querySelector("#view h1")).color;
  return style && performance.now() - begun;
}"""


@dataclass(frozen=True)
class Large:
    """Medians in milliseconds."""

    start: float
    """Script, style and layout until the launch page is filled in."""
    turn: float
    """From the click until the next page is laid out."""
    slowest_turn: float


def write_large_course(folder: Path, pages: int, questions: int) -> None:
    """Write a course of so many pages and quiz questions."""
    sections = pages // PAGES_A_SECTION
    each = questions // sections
    names = [f"s{number}" for number in range(sections)]
    folder.mkdir(parents=True)
    head = "id: large-course\ntitle: A large course\nlanguage: en\nsections:\n"
    (folder / "course.yaml").write_text(head + "".join(f"- {name}.yaml\n" for name in names), "utf-8")
    for number, name in enumerate(names):
        text = "\n".join(_section_lines(name, number, each)) + "\n"
        (folder / f"{name}.yaml").write_text(text, "utf-8")


def _section_lines(name: str, number: int, questions: int) -> Iterator[str]:
    yield from (f"id: {name}", f'number: "{number}"', f"title: Section {number}", "pages:")
    for page in range(PAGES_A_SECTION):
        yield f"- {{id: {name}p{page}, title: Page {number}.{page}, minutes: 2, blocks: ["
        for paragraph in range(4):
            words = f"Paragraph {paragraph} of page {page} says what such paragraphs say. " * 6
            yield f"    {{kind: text, text: {words.strip()}}},"
        yield "  ]}"
    yield from ("quiz:", f"  title: Quiz {number}", "  minutes: 5", "  questions:")
    for question in range(questions):
        options = ", ".join(f"{{id: {letter}, text: Option {letter}}}" for letter in "abcd")
        yield (
            f"  - {{kind: choice, id: {name}q{question}, stem: Which is {question}, options: [{options}], "
            "correct: b, feedback: The second.}"
        )


def large(pages: int, questions: int, runs: int) -> Large:
    """Build such a course in its newest edition and play it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_large_course(folder / "course", pages, questions)
        (package,) = build_course(folder / "course", BuildOptions(editions=EDITIONS[-1:])).packages
        for file, data in package.files.items():
            (folder / "package" / file).parent.mkdir(parents=True, exist_ok=True)
            (folder / "package" / file).write_bytes(data)
        with served(folder / "package") as (browser, address):
            played = [_play(browser, address) for _ in range(runs)]
    turns = [turn for _, some in played for turn in some]
    starts = [start for start, _ in played]
    return Large(statistics.median(starts), statistics.median(turns), max(turns))


def _play(browser: Browser, address: str) -> tuple[float, list[float]]:
    page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
    line = page.context.new_cdp_session(page)
    line.send("Performance.enable")
    page.add_init_script(LMS)
    page.goto(address, wait_until="load")
    # Shown once the LMS is found and the launch page filled in.
    page.locator("#leave").wait_for()
    measures = {one["name"]: one["value"] for one in line.send("Performance.getMetrics")["metrics"]}
    start = 1000 * sum(measures[name] for name in ("ScriptDuration", "LayoutDuration", "RecalcStyleDuration"))
    page.locator("#resume").click()
    page.locator("#view [rel=next]").wait_for()
    turns = [page.evaluate(TURN) for _ in range(PAGES_A_SECTION - 2)]
    page.context.close()
    return start, turns


def main(runs: int) -> None:
    """Measure and print every size."""
    titles = f"{'start ms':>9}{'aim':>6}{'turn ms':>9}{'slowest':>9}{'aim':>6}"
    print(f"{'a large course':36}{titles}")
    for pages, questions, aim in SIZES:
        found = large(pages, questions, runs)
        name = f"{pages:,} pages, {questions:,} questions"
        print(
            f"{name:36}{found.start:9.1f}{aim:>6}{found.turn:9.1f}{found.slowest_turn:9.1f}{TURN_AIM_MS:>6}"
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
