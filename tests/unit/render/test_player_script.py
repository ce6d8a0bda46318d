"""The linked player. If these fail, no course runs, or it runs only where modules are allowed (CSP-02)."""

from __future__ import annotations

import gzip
import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from cpom_scorm.blocks import BLOCKS
from cpom_scorm.interactions import INTERACTIONS
from cpom_scorm.render.course_data import PAGE_FEATURES
from cpom_scorm.render.player_script import PLAYER_DIR, PlayerScripts, link, link_short, player_scripts
from cpom_scorm.render.quiz_data import FEATURES
from cpom_scorm.render.script_modules import LinkError
from cpom_scorm.render.script_names import Script

if TYPE_CHECKING:
    from pathlib import Path

KINDS = frozenset(kind.model_fields["kind"].annotation.__args__[0] for kind in INTERACTIONS)
ALL = KINDS | {*FEATURES, *PAGE_FEATURES} | {kind.name() for kind in BLOCKS}
LINKERS = pytest.mark.parametrize("linker", [link, link_short], ids=["readable", "short"])
Linker = "Callable[[Sequence[str], Callable[[str], str]], list[str]]"


def run(script: str) -> str:
    """Run a script in Node and give what it prints."""
    node = shutil.which("node")
    assert node, "Node is missing: run make test, which brings it"
    done = subprocess.run([node, "-"], input=script, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def names_from_outside(path: Path) -> set[str]:
    module = Script.read(re.sub(r"^(import .*|export )", "", path.read_text("utf-8"), flags=re.MULTILINE))
    return module.names() - module.declared()


MODULES = {
    "main.js": 'import { add, twice as double } from "./maths/add.js";\nimport { NAME } from "./name.js";\n'
    "console.log(`${NAME}: ${double(add(1, 2))}`);\n",
    "maths/add.js": 'import { NAME } from "../name.js";\n/** import { not } from "./this.js" */\n'
    "const hidden = 2;\nexport function add(one, other) {\n  return one + other;\n}\n"
    "export const twice = (value) => (NAME ? hidden * value : 0);\n",
    "name.js": 'const hidden = "sum";\nexport const NAME = hidden;\n',
}


@pytest.mark.node
@LINKERS
def test_modules_become_one_classic_script(linker: Linker) -> None:
    assert run(linker(("main.js",), MODULES.__getitem__)[0]) == "sum: 6"


@LINKERS
def test_modules_come_once_and_after_what_they_import(linker: Linker) -> None:
    asked: list[str] = []
    linker(("main.js",), lambda name: asked.append(name) or MODULES[name])  # type: ignore[func-returns-value]
    assert asked == ["main.js", "maths/add.js", "name.js"]


@LINKERS
@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('import x from "./name.js";', "an import must read"),
        ('import * as x from "./name.js";', "an import must read"),
        ('import "./name.js";', "an import must read"),
        ('import { x } from "name";', "an import must read"),
        ("import { NAME } from './name.js';", "an import must read"),
        ("export default 1;", "export stands only before"),
        ("export { x };", "export stands only before"),
        ("export let x = 1;", "export stands only before"),
        ('export * from "./name.js";', "export stands only before"),
        ('const x = import("./name.js");', "not loaded while the player runs"),
        ("const x = import.meta.url;", "not loaded while the player runs"),
        ("await 1;", "await stands only in functions"),
        ("const x = await 1;", "await stands only in functions"),
        ("const x = `a ${`b`}`;", "template text inside another"),
        ('import { missing } from "./name.js";', 'exports no "missing"'),
        ('import { x } from "./main.js";', "in a circle: main.js > main.js"),
    ],
)
def test_other_forms_are_refused_with_their_line(linker: Linker, line: str, words: str) -> None:
    modules = {"main.js": f"{line}\n", "name.js": "export const NAME = 1;\n"}
    with pytest.raises(LinkError, match=re.escape(words)):
        linker(("main.js",), modules.__getitem__)


@pytest.mark.parametrize("text", ["class A {}", "const a = `open", "const a = #;"])
def test_what_the_shortener_does_not_understand_is_refused(text: str) -> None:
    with pytest.raises(LinkError, match=r"^main\.js: "):
        link_short(("main.js",), {"main.js": text}.__getitem__)


TWO_ENTRIES = {
    **MODULES,
    "later.js": 'import { add as sum } from "./maths/add.js";\nimport { state } from "./state.js";\n'
    'import { own } from "./own.js";\nconsole.log(`${sum(2, 3)} ${state.touched} ${own}`);\n',
    "state.js": "export const state = { touched: 0 };\n",
    "own.js": "export const own = 7;\n",
    "main.js": 'import { add } from "./maths/add.js";\nimport { state } from "./state.js";\n'
    "globalThis.cpomScorm = {};\nstate.touched = add(0, 1);\n",
}


@pytest.mark.node
@LINKERS
def test_a_later_script_borrows_what_the_first_has(linker: Linker) -> None:
    """The very same things, so that what one script notes the other sees; nothing is sent twice."""
    first, later = linker(("main.js", "later.js"), TWO_ENTRIES.__getitem__)
    assert run(first + later) == "5 1 7"
    assert "touched:" in first
    assert "touched:" not in later


@pytest.mark.node
@LINKERS
def test_what_several_later_scripts_need_is_in_the_first(linker: Linker) -> None:
    """Each of them may be the only one that is loaded."""
    uses = 'import { twice } from "./maths/add.js";\nconsole.log(twice(%d));\n'
    modules = {**MODULES, "first.js": "console.log(1);\n", "two.js": uses % 2, "three.js": uses % 3}
    first, _, last = linker(("first.js", "two.js", "three.js"), modules.__getitem__)
    assert run(f"globalThis.cpomScorm = {{}};\n{first}{last}") == "1\n6"


@pytest.mark.node
@LINKERS
def test_a_later_script_does_not_run_beside_the_first_of_another_build(linker: Linker) -> None:
    """An LMS may keep files of an older package: short names would then mean other things."""
    first, _ = linker(("main.js", "later.js"), TWO_ENTRIES.__getitem__)
    other = TWO_ENTRIES | {"own.js": "export const own = 8;\n"}
    _, later = linker(("main.js", "later.js"), other.__getitem__)
    assert run(f"{first}\ntry {{\n{later}\n}} catch {{\nconsole.log('refused');\n}}") == "refused"


@pytest.mark.node
@pytest.mark.parametrize("debug", [False, True], ids=["release", "debug"])
@pytest.mark.parametrize("kinds", [KINDS, frozenset(("choice",)), frozenset()], ids=["all", "one", "none"])
def test_the_player_is_a_script_that_node_can_read(
    tmp_path: Path, kinds: frozenset[str], debug: bool
) -> None:
    node = shutil.which("node")
    assert node
    for number, script in enumerate(player_scripts(kinds, debug=debug)):
        file = tmp_path / f"{number}.js"
        file.write_text(script, "ascii")
        done = subprocess.run([node, "--check", file], capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("debug", [False, True], ids=["release", "debug"])
def test_the_player_has_no_module_syntax_left(debug: bool) -> None:
    """CSP-02: a module script does not run from disk."""
    for script in player_scripts(ALL, debug=debug):
        assert not re.search(r"^\s*(import|export)\b", script, re.MULTILINE)


def test_the_player_evaluates_no_text_and_opens_no_dialog() -> None:
    """CSP-01, CSP-03, RUN-22."""
    script = "".join(player_scripts(ALL))
    called = {name for path in PLAYER_DIR.rglob("*.js") for name in names_from_outside(path)}
    assert called.isdisjoint(
        ("eval", "Function", "alert", "confirm", "prompt", "open", "fetch", "XMLHttpRequest")
    )
    assert '"unload"' not in script
    assert 'setAttribute("style"' not in script
    assert "document.cookie" not in script


def test_the_player_keeps_its_budgets() -> None:
    """PERF-01: 48 kB with the kind of the neutral course, 30 kB packed with all that there is.

    What is brought when it is first wanted has budgets of its own.
    """
    assert len(player_scripts(frozenset(("choice", "history"))).player) <= 48_000
    packed = [len(gzip.compress(script.encode("ascii"), 9)) for script in player_scripts(ALL)]
    budget = PlayerScripts(30_000, 3_000, 10_000, 3_000)
    assert [] == [(size, most) for size, most in zip(packed, budget, strict=True) if size > most]


def test_records_of_kinds_that_left_the_course_can_still_be_read() -> None:
    """RUN-43: without the row, every bit after such an answer would be read as something else."""
    gone = player_scripts(frozenset(("choice",)), frozenset(("numeric",)), debug=True).player
    assert "// record_bits/digits.js" in gone
    assert "// interactions/numeric.js" not in gone


def test_kinds_that_a_course_does_not_use_are_left_out() -> None:
    one, all_ = (player_scripts(kinds, debug=True).player for kinds in (frozenset(("choice",)), ALL))
    for kind in KINDS:
        assert f"// interactions/{kind}.js" in all_
    assert [kind for kind in KINDS if f"// interactions/{kind}.js" in one] == ["choice"]


def test_linking_twice_gives_the_same() -> None:
    first = player_scripts(ALL)
    player_scripts.cache_clear()
    assert first == player_scripts(ALL)


def test_debug_keeps_names_and_comments() -> None:
    script = player_scripts(ALL, debug=True).player
    assert "// session.js" in script
    assert "function createSession(course, means)" in script


def test_every_module_of_the_player_is_linked() -> None:
    """What nothing imports would be dead weight in the repository."""
    types_only = {"types.js", "view/context.js"}
    known = {path.relative_to(PLAYER_DIR).as_posix() for path in PLAYER_DIR.rglob("*.js")}
    linked = set(re.findall(r"^// (\S+\.js)$", "".join(player_scripts(ALL, debug=True)), re.MULTILINE))
    assert known - types_only == linked
