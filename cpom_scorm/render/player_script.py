"""Links the player's ES modules into one classic script, which runs from disk and in any LMS frame (CSP-02).

Only a small grammar is accepted, so that linking stays a matter of lines: named imports from relative paths
and `export` before `function`, `class` or `const`, each at the start of a line.
"""

from __future__ import annotations

import json
import posixpath
import re
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

import rjsmin

from cpom_scorm.render.compact_script import by_use, compact, short_names
from cpom_scorm.render.internal_names import SHORT_PROPERTIES
from cpom_scorm.render.script_names import Script
from cpom_scorm.render.script_tokens import KEYWORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

PLAYER_DIR = Path(__file__).parents[1] / "player"
ENTRY = "main.js"
TABLES = (
    "interactions/kinds.js",
    "blocks/kinds.js",
    "record_responses.js",
    "draws.js",
    "view/quiz_features.js",
)
"""Modules that hold one table by kind of block or feature of quizzes; rows that a course does not use are
left out, and with them what only they import."""
REMEMBERED = "record_responses.js"
"""The table of which also those rows stay that only older records need: bits are read past one by one."""

_IMPORT = re.compile(r'^import \{([^{}]*)\} from "(\.\.?/[^"\n]+\.js)";$', re.MULTILINE)
_IMPORTED = re.compile(r"([A-Za-z_$][\w$]*)(?: as ([A-Za-z_$][\w$]*))?")
_EXPORT = re.compile(r"^export (?=(?:async )?function\*? |class |const )", re.MULTILINE)
_EXPORTED = re.compile(r"(?:async )?(?:function\*?|class|const) ([A-Za-z_$][\w$]*)")
_ROW = re.compile(r"^  (\w+)(?:: \w+)?,\n", re.MULTILINE)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_REFUSED = (
    (re.compile(r"^import\b(?!\()", re.MULTILINE), 'an import must read: import { name } from "./file.js";'),
    (re.compile(r"^export\b", re.MULTILINE), "export stands only before function, class or const"),
    (re.compile(r"\bimport\s*[(.]"), "modules are not loaded while the player runs"),
    (
        re.compile(r"^(?:await\b|(?:const|let)\b.*[=\s]await\b)", re.MULTILINE),
        "await stands only in functions",
    ),
    (re.compile(r"\$\{[^{}]*`"), "the minifier would damage a template text inside another"),
)


class LinkError(Exception):
    """A player module steps outside the grammar, or imports what is not there. A bug in the player."""


@dataclass(frozen=True, slots=True)
class _Module:
    name: str
    body: str
    """The text without imports and export words."""
    imports: tuple[tuple[str, Mapping[str, str]], ...]
    """Module name and, for each name it exports, the name used here."""
    exports: tuple[str, ...]


@cache
def player_script(
    used: frozenset[str], remembered: frozenset[str] = frozenset(), *, debug: bool = False
) -> str:
    """Give the player for courses that use these kinds of blocks and features of quizzes.

    `remembered`: kinds that the course had once, which older records hold answers of. With `debug`, as people
    can read it.
    """
    read = partial(_read_module, used=used, remembered=remembered)
    return _escaped(link(ENTRY, read) if debug else str(rjsmin.jsmin(link_short(ENTRY, read))))


def _escaped(script: str) -> str:
    """Write other letters than ASCII as escapes: a server may send scripts with any charset, or none."""
    return _NOT_ASCII.sub(lambda letter: json.dumps(letter[0])[1:-1], script)


def link(entry: str, read: Callable[[str], str]) -> str:
    """Join the entry module and all it imports, each in a function of its own, as people can read it.

    Raises `LinkError` for text outside the grammar, missing names and circles of imports.
    """
    modules = list(_in_order(entry, read, {}, ()))
    variables = {module.name: f"m{number}" for number, module in enumerate(modules)}
    exports = {module.name: module.exports for module in modules}
    parts = ['"use strict";', "(() => {"]
    for module in modules:
        is_entry = module.name == entry
        parts.append(f"// {module.name}")
        parts.append("(() => {" if is_entry else f"const {variables[module.name]} = (() => {{")
        for source, names in module.imports:
            _check_names(module.name, source, names, exports[source])
            wanted = ", ".join(name if name == local else f"{name}: {local}" for name, local in names.items())
            parts.append(f"const {{ {wanted} }} = {variables[source]};")
        parts.append(module.body.strip("\n"))
        if not is_entry:
            parts.append(f"return {{ {', '.join(module.exports)} }};")
        parts.append("})();")
    return "\n".join((*parts, "})();", ""))


def link_short(entry: str, read: Callable[[str], str]) -> str:
    """Join the same modules in one function, their names shortened. Raises `LinkError` as `link` does."""
    modules = list(_in_order(entry, read, {}, ()))
    exports = {module.name: module.exports for module in modules}
    scripts = {module.name: _script(module) for module in modules}
    declared = {name: script.declared() for name, script in scripts.items()}
    free = KEYWORDS | {
        name
        for module in modules
        for name in scripts[module.name].names() - declared[module.name] - _imported(module)
    }
    given = short_names(free)
    shared: dict[str, dict[str, str]] = {}
    parts = ['"use strict";(()=>{']
    for module in modules:
        script = scripts[module.name]
        short: dict[str, str] = {}
        for source, names in module.imports:
            _check_names(module.name, source, names, exports[source])
            short |= {local: shared[source][name] for name, local in names.items()}
        short |= {name: next(given) for name in script.top_level()}
        shared[module.name] = dict(short)
        inner = by_use(script, declared[module.name] - short.keys() - free)
        short |= dict(zip(inner, short_names(free | set(short.values())), strict=False))
        parts.append(compact(script, short, SHORT_PROPERTIES))
    return "\n".join((*parts, "})();\n"))


def _imported(module: _Module) -> set[str]:
    return {local for _, names in module.imports for local in names.values()}


def _in_order(
    name: str, read: Callable[[str], str], done: dict[str, _Module], above: tuple[str, ...]
) -> Iterator[_Module]:
    """Give each module once, after those it imports."""
    if name in above:
        raise LinkError(f"modules import each other in a circle: {' > '.join((*above, name))}")
    if name in done:
        return
    module = _parse(name, read(name))
    for imported, _ in module.imports:
        yield from _in_order(imported, read, done, (*above, name))
    done[name] = module
    yield module


def _parse(name: str, text: str) -> _Module:
    body = _IMPORT.sub("", text)
    wanted = (
        (found[2], _without_unused_imports(name, _names(found[1]), body)) for found in _IMPORT.finditer(text)
    )
    imports = tuple(
        (posixpath.normpath(posixpath.join(posixpath.dirname(name), source)), names)
        for source, names in wanted
        if names
    )
    exports = tuple(
        declared[1] for found in _EXPORT.finditer(body) if (declared := _EXPORTED.match(body, found.end()))
    )
    body = _EXPORT.sub("", body)
    _check_grammar(name, body)
    return _Module(name, body, imports, exports)


def _names(listed: str) -> dict[str, str]:
    parts = [part.strip() for part in listed.split(",") if part.strip()]
    found = [_IMPORTED.fullmatch(part) for part in parts]
    return {match[1]: match[2] or match[1] for match in found if match}


def _check_grammar(name: str, body: str) -> None:
    bare = _COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), body)
    for pattern, rule in _REFUSED:
        found = pattern.search(bare)
        if found:
            line = bare[found.start() :].partition("\n")[0]
            raise LinkError(f'{name}: "{line.strip()}" cannot be linked: {rule}')


def _check_names(name: str, source: str, names: Mapping[str, str], exported: tuple[str, ...]) -> None:
    missing = [wanted for wanted in names if wanted not in exported]
    if missing:
        raise LinkError(f'{name}: "{source}" exports no "{missing[0]}"')


def _script(module: _Module) -> Script:
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


def _without_unused_imports(name: str, imports: Mapping[str, str], body: str) -> dict[str, str]:
    """Give the imported names that a table still mentions; every other module uses all that it imports."""
    if name not in TABLES:
        return dict(imports)
    return {their: own for their, own in imports.items() if re.search(rf"\b{re.escape(own)}\b", body)}
