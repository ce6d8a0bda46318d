"""Reads the player's ES modules in the order in which a linked script must run them.

Only a small grammar is accepted, so that linking stays a matter of lines: named imports from relative paths
and `export` before `function`, `class` or `const`, each at the start of a line.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

TABLES = (
    "interactions/kinds.js",
    "blocks/kinds.js",
    "record_responses.js",
    "draws.js",
    "view/quiz_features.js",
    "view/result_features.js",
    "view/page_features.js",
)
"""Modules that hold one table by kind of block or feature of quizzes; rows that a course does not use are
left out, and with them what only they import."""

_IMPORT = re.compile(r'^import \{([^{}]*)\} from "(\.\.?/[^"\n]+\.js)";$', re.MULTILINE)
_IMPORTED = re.compile(r"([A-Za-z_$][\w$]*)(?: as ([A-Za-z_$][\w$]*))?")
_EXPORT = re.compile(r"^export (?=(?:async )?function\*? |class |const )", re.MULTILINE)
_EXPORTED = re.compile(r"(?:async )?(?:function\*?|class|const) ([A-Za-z_$][\w$]*)")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
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
class Module:
    """One file of the player."""

    name: str
    body: str
    """The text without imports and export words."""
    imports: tuple[tuple[str, Mapping[str, str]], ...]
    """Module name and, for each name it exports, the name used here."""
    exports: tuple[str, ...]


def read_modules(entries: Sequence[str], read: Callable[[str], str]) -> list[list[Module]]:
    """Give for each entry the modules that the first has not brought, those that are imported first.

    What several of the others need is brought by the first. Raises `LinkError` for text outside the grammar,
    missing names and circles of imports.
    """
    alone = [{module.name for module in _in_order(entry, read, {}, ())} for entry in entries[1:]]
    shared = sorted(name for name in set().union(*alone) if sum(name in names for names in alone) > 1)
    done: dict[str, Module] = {}
    groups = [list(_in_order(entry, read, done, ())) for entry in entries[:1]]
    groups[0] += [module for name in shared for module in _in_order(name, read, done, ())]
    groups += [list(_in_order(entry, read, done, ())) for entry in entries[1:]]
    for module in done.values():
        _check_imports(module, done)
    return groups


def borrowed(groups: Sequence[Sequence[Module]]) -> set[tuple[str, str]]:
    """Give module and name of everything that the groups after the first need from it."""
    first = {module.name for module in groups[0]}
    return {
        (source, name)
        for group in groups[1:]
        for module in group
        for source, names in module.imports
        if source in first
        for name in names
    }


def _in_order(
    name: str, read: Callable[[str], str], done: dict[str, Module], above: tuple[str, ...]
) -> Iterator[Module]:
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


def _parse(name: str, text: str) -> Module:
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
    return Module(name, body, imports, exports)


def _names(listed: str) -> dict[str, str]:
    parts = [part.strip() for part in listed.split(",") if part.strip()]
    found = [_IMPORTED.fullmatch(part) for part in parts]
    return {match[1]: match[2] or match[1] for match in found if match}


def _without_unused_imports(name: str, imports: Mapping[str, str], body: str) -> dict[str, str]:
    """Give the imported names that a table still mentions; every other module uses all that it imports."""
    if name not in TABLES:
        return dict(imports)
    return {their: own for their, own in imports.items() if re.search(rf"\b{re.escape(own)}\b", body)}


def _check_grammar(name: str, body: str) -> None:
    bare = _COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), body)
    for pattern, rule in _REFUSED:
        found = pattern.search(bare)
        if found:
            line = bare[found.start() :].partition("\n")[0]
            raise LinkError(f'{name}: "{line.strip()}" cannot be linked: {rule}')


def _check_imports(module: Module, known: Mapping[str, Module]) -> None:
    for source, names in module.imports:
        missing = [name for name in names if name not in known[source].exports]
        if missing:
            raise LinkError(f'{module.name}: "{source}" exports no "{missing[0]}"')
