"""Links the player's ES modules into classic scripts, which run from disk and in any LMS frame (CSP-02).

The first is what every view needs; the others are brought when a learner first wants them, and borrow from it
whatever both need.
"""

from __future__ import annotations

import hashlib
import json
import re
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import rjsmin

from cpom_scorm.render.compact_script import by_use, compact, local_names, short_names
from cpom_scorm.render.internal_names import SHORT_PROPERTIES
from cpom_scorm.render.script_modules import TABLES, LinkError, Module, borrowed, read_modules
from cpom_scorm.render.script_names import Script
from cpom_scorm.render.script_tokens import KEYWORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

PLAYER_DIR = Path(__file__).parents[1] / "player"
ENTRIES = ("main.js", "quiz.js", "tools.js", "recovery.js")
REMEMBERED = "record_responses.js"
"""The table of which also those rows stay that only older records need: bits are read past one by one."""

_ROW = re.compile(r"^  (\w+)(?:: \w+)?,\n", re.MULTILINE)
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")


class PlayerScripts(NamedTuple):
    """The player of a course."""

    player: str
    """What every view needs; it starts by itself."""
    quiz: str
    """Quizzes up to their result. Like those that follow, it runs only beside its own player."""
    tools: str
    """What learners need now and then."""
    recovery: str
    """What few learners ever need: it brings back what a device kept and the LMS does not have."""


@cache
def player_scripts(
    used: frozenset[str], remembered: frozenset[str] = frozenset(), *, debug: bool = False
) -> PlayerScripts:
    """Give the player for courses that use these kinds of blocks and features of quizzes.

    `remembered`: kinds that the course had once, which older records hold answers of. With `debug`, as people
    can read it.
    """
    read = partial(_read_module, used=used, remembered=remembered)
    scripts = link(ENTRIES, read) if debug else [rjsmin.jsmin(text) for text in link_short(ENTRIES, read)]
    return PlayerScripts(*(_escaped(str(script)) for script in scripts))


def link(entries: Sequence[str], read: Callable[[str], str]) -> list[str]:
    """Join each entry module and all it imports, each in a function of its own, as people can read it.

    Scripts after the first borrow its modules. Raises `LinkError` for text outside the grammar, missing names
    and circles of imports.
    """
    groups = read_modules(entries, read)
    modules = [module for group in groups for module in group]
    variables = {module.name: f"m{number}" for number, module in enumerate(modules)}
    wanted = {source for source, _ in borrowed(groups)}
    lent = [variables[module.name] for module in modules if module.name in wanted]
    texts = [
        "\n".join(
            line for module in group for line in _readable(module, variables, is_entry=module.name in entries)
        )
        for group in groups
    ]
    return ["\n".join(lines) + "\n" for lines in _wrapped(texts, lent)]


def link_short(entries: Sequence[str], read: Callable[[str], str]) -> list[str]:
    """Join the same modules in one function for each script, their names shortened.

    What is lent is called alike in all scripts. Raises `LinkError` as `link` does.
    """
    groups = read_modules(entries, read)
    modules = [module for group in groups for module in group]
    scripts = {module.name: _script(module) for module in modules}
    declared = {name: script.declared() for name, script in scripts.items()}
    free = KEYWORDS | {
        name
        for module in modules
        for name in scripts[module.name].names() - declared[module.name] - _imported(module)
    }
    given, ranks = short_names(free), by_use(scripts.values())
    shared: dict[str, dict[str, str]] = {}
    written: dict[str, str] = {}
    for module in modules:
        script = scripts[module.name]
        short: dict[str, str] = {}
        for source, names in module.imports:
            short |= {local: shared[source][name] for name, local in names.items()}
        short |= {name: next(given) for name in script.top_level()}
        shared[module.name] = dict(short)
        inner = declared[module.name] - short.keys() - free
        short |= local_names(inner, free | set(short.values()), ranks)
        written[module.name] = compact(script, short, SHORT_PROPERTIES)
    lent = sorted(shared[source][name] for source, name in borrowed(groups))
    texts = ["\n".join(written[module.name] for module in group) for group in groups]
    return ["\n".join(lines) + "\n" for lines in _wrapped(texts, lent)]


def _wrapped(texts: Sequence[str], lent: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Put each script in a function. The first lends these names of its own to the others.

    The place where they stand is unknown to scripts of another build, which would take one for another.
    """
    build = hashlib.sha256("\n".join(texts).encode()).hexdigest()[:8]
    place, names = f"globalThis.cpomScorm.lent_{build}", ", ".join(lent)
    lending, borrowing = (f"{place} ||= {{ {names} }};", f"const {{ {names} }} = {place};")
    for number, text in enumerate(texts):
        before = [borrowing] if lent and number else []
        after = [lending] if lent and not number else []
        yield ('"use strict";', "(() => {", *before, text, *after, "})();")


def _readable(module: Module, variables: dict[str, str], *, is_entry: bool) -> Iterator[str]:
    yield f"// {module.name}"
    yield "(() => {" if is_entry else f"const {variables[module.name]} = (() => {{"
    for source, names in module.imports:
        wanted = ", ".join(name if name == local else f"{name}: {local}" for name, local in names.items())
        yield f"const {{ {wanted} }} = {variables[source]};"
    yield module.body.strip("\n")
    if not is_entry:
        yield f"return {{ {', '.join(module.exports)} }};"
    yield "})();"


def _imported(module: Module) -> set[str]:
    return {local for _, names in module.imports for local in names.values()}


def _script(module: Module) -> Script:
    try:
        return Script.read(module.body)
    except ValueError as problem:
        raise LinkError(f"{module.name}: {problem}") from problem


def _read_module(name: str, used: frozenset[str], remembered: frozenset[str]) -> str:
    """Read a module; from a table drop the rows that the course does not use."""
    text = (PLAYER_DIR / name).read_text("utf-8")
    if name == REMEMBERED:
        used |= remembered
    return _ROW.sub(lambda row: row[0] if row[1] in used else "", text) if name in TABLES else text


def _escaped(script: str) -> str:
    """Write other letters than ASCII as escapes: a server may send scripts with any charset, or none."""
    return _NOT_ASCII.sub(lambda letter: json.dumps(letter[0])[1:-1], script)
