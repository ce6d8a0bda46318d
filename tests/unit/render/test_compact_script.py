"""Shortened scripts. If these fail, the player that ships is not the one that was written."""

from __future__ import annotations

import shutil
import string
import subprocess

import pytest

from cpom_scorm.render.compact_script import by_use, compact, local_names, short_names
from cpom_scorm.render.script_names import Script
from cpom_scorm.render.script_tokens import KEYWORDS, tokens


def shortened(text: str) -> str:
    script = Script.read(text)
    declared = script.declared()
    free = KEYWORDS | (script.names() - declared)
    busiest = sorted(declared, key=by_use([script]).__getitem__)
    letters = [letter for letter in string.ascii_letters if letter not in free]
    return compact(script, dict(zip(busiest, letters, strict=False)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("const first = 1;\nconst second = first + 1;", "let a=1,b=a+1;"),
        ("let one = 1;\nconst two = 2;\nlet three = 3;", "let a=1,c=2,b=3;"),
        ("const double = (value) => value * 2;", "let b=a=>a*2;"),
        ("const f = async (value) => value;", "let b=async a=>a;"),
        ("const f = (value, other) => value;", "let b=(a,c)=>a;"),
        ("function f(value) {\n  return value;\n}", "function b(a){return a}"),
        ("const { key, other: renamed } = source;", "let{key:a,other:b}=source;"),
        ("const { key = 1, ...rest } = source;", "let{key:a=1,...b}=source;"),
        ("const [first, , third = fallback] = list;", "let[a,,b=fallback]=list;"),
        ("const key = 1;\nconst o = { key, key2: key, [key]: key };", "let a=1,b={key:a,key2:a,[a]:a};"),
        ("const key = 1;\nuse(o.key, o?.key, o.a.key);", "let a=1;use(o.key,o?.key,o.a.key);"),
        ("const o = { run(value) {\n  return value;\n} };", "let b={run(a){return a}};"),
        (
            "const o = { get key() {\n  return key;\n} };\nconst key = 1;",
            "let b={get key(){return a}},a=1;",
        ),
        ("try {\n  f();\n} catch (problem) {\n  log(problem);\n}", "try{f()}catch(a){log(a)}"),
        ("for (const item of list) use(item);", "for(let a of list)use(a);"),
        ("for (let i = 0; i < 3; i += 1) use(i);", "for(let a=0;a<3;a+=1)use(a);"),
        ("const t = `a ${name} b`;\nconst name = 1;", "let b=`a ${a} b`,a=1;"),
        ("const f = ({ a: { b }, c = d }) => b + c;", "let c=({a:{b:a},c:b=d})=>a+b;"),
        ("const r = /[/'\"]x{2}/g;\nconst q = 6 / 2 / 1;", "let b=/[/'\"]x{2}/g,a=6/2/1;"),
        ("const value = a - -b + +c;", "let d=a- -b+ +c;"),
        ("if (x) {\n  const y = 1;\n  use(y);\n}", "if(x){let a=1;use(a)}"),
        ("// note\nconst a = 1; /* more */", "let a=1;"),
        ("const yes = true;\nconst no = { true: false };", "let b=!0,a={true:!1};"),
        ("const none = undefined;", "let a=void 0;"),
        ("const window = 1;\nconst f = () => window;", "let a=1,b=()=>a;"),
    ],
)
def test_names_become_short_and_properties_stay(text: str, expected: str) -> None:
    assert expected == shortened(text)


TRICKY = """
const key = "k";
const defaults = (value = key, { [key]: inner = 2, other = () => key } = {}, ...rest) =>
  [value, inner, other(), rest];
const shadow = (key) => {
  const value = { key };
  {
    const key = 3;
    value.inner = key;
  }
  return value;
};
function hoisted(list) {
  const found = [];
  for (const [place, item] of list.entries()) {
    if (item === undefined) continue;
    const text = `${place}:${item ? `yes` : "no"}`;
    found.push(text);
  }
  let count = 0;
  let sum = 0;
  while (count < found.length) {
    sum += count;
    count += 1;
  }
  switch (sum) {
    case count:
      return "same";
    default:
      return { found, sum, count, get twice() { return sum * 2; }, async later() { return key; } };
  }
}
const chain = { a: { b: null } };
const nested = ((a) => ((b) => (c) => a + b + c)(2))(1);
const sparse = [, 1, , 2];
const regex = "a/b/c".split(/\\//).map((part) => part.replace(/[/a]/g, "x")).join("/") / 1 || "text";
const label = chain?.a?.b ?? { key, ["x" + key]: key, "quoted": 1, 7: 2 };
console.log(JSON.stringify([defaults(), defaults(1, { k: 5, other: () => 6 }, 7, 8)]));
console.log(JSON.stringify([shadow(1), nested, regex]));
console.log(JSON.stringify([hoisted(["a", undefined, "b", "c"]), label, sparse.length, typeof missing]));
""".replace("`yes`", '"yes"')


@pytest.mark.node
def test_a_shortened_script_does_what_the_whole_one_does() -> None:
    node = shutil.which("node")
    assert node, "Node is missing: run make test, which brings it"
    prints = [
        subprocess.run([node, "-"], input=script, capture_output=True, text=True, check=True).stdout
        for script in (TRICKY, shortened(TRICKY))
    ]
    assert prints[0] == prints[1]
    assert len(shortened(TRICKY)) < len(TRICKY) * 0.75


def test_tokens_are_the_text_without_what_is_between() -> None:
    joined = "".join(token.text for token in tokens(TRICKY))
    assert "".join(TRICKY.split()) == "".join(joined.split())


def test_short_names_avoid_what_is_taken() -> None:
    names = short_names({"e", "n", "do"} | KEYWORDS)
    given = [next(names) for _ in range(3000)]
    assert given[:3] == ["t", "r", "i"]
    assert len(set(given)) == 3000
    assert KEYWORDS.isdisjoint(given)


def test_a_name_is_called_alike_in_every_module_that_has_room_for_it() -> None:
    """Packed scripts are smaller for it; no name is lost and none is given twice."""
    ranks = {"node": 0, "text": 1, "rare": 52}
    first = local_names(["text", "node"], KEYWORDS, ranks)
    second = local_names(["rare", "text", "new", "node"], KEYWORDS, ranks)
    assert first.items() <= second.items()
    assert len({*second.values()}) == 4
    assert local_names(["node"], {first["node"]}, ranks)["node"] != first["node"]
    many = local_names([f"n{place}" for place in range(200)], KEYWORDS | {"e"}, ranks)
    assert len({*many.values()} - KEYWORDS - {"e"}) == 200
