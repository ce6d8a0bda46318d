"""The pages in `docs/grammar/`, from the tables that the checker and our schemas come from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.editions import EDITIONS
from cpom_scorm.package.grammar.lookup import grammar_of, qualified
from tests.metadata_pages import metadata_pages, metadata_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.editions import Edition
    from cpom_scorm.package.grammar.forms import AttributeForm, ChildForm, ElementForm
    from cpom_scorm.package.grammar.lookup import Grammar


def pages() -> dict[str, str]:
    """Give file name → text of all pages."""
    editions = {f"{edition.id}.md": _page(edition) for edition in EDITIONS}
    return {"README.md": _index(), **editions, **metadata_pages()}


def _index() -> str:
    names = [{f"{qualified(prefix, form.name)}" for (prefix, _), form in grammar_of(edition).elements.items()}
             for edition in EDITIONS]  # fmt: skip
    rows = []
    for number, edition in enumerate(EDITIONS):
        before = names[number - 1] if number > 1 else set()
        new = sorted(names[number] - before) if number > 1 else []
        gone = sorted(before - names[number])
        words = [f"adds {_listed(new)}" if new else "", f"has no {_listed(gone)}" if gone else ""]
        change = "; ".join(word for word in words if word) or ("same elements" if number > 1 else "")
        rows.append(f"| [{edition.title}]({edition.id}.md) | {len(names[number])} | {change} |\n")
    return (
        "# What a manifest may hold\n\n"
        "Each edition has a page: elements in the order in which they stand, how often, their attributes\n"
        "and the values of those. The checker, our control documents and these pages come from one table;\n"
        "none is edited. What the standard asks for counts, even where its schema lets a part be absent.\n\n"
        "| Edition | Elements | Against the edition before |\n|---|---|---|\n" + "".join(rows) + "\n"
        "Metadata, in a manifest or in files of their own, have another form: LOM in SCORM 2004, the older\n"
        "one in SCORM 1.2. The rules MD-003, MD-004, MD-006 and MD-007 read the tables of these pages.\n\n"
        "| Form | Elements |\n|---|---|\n" + metadata_rows()
    )


def _page(edition: Edition) -> str:
    grammar = grammar_of(edition)
    spaces = "".join(
        f"| `{prefix or '(none)'}` | `{address}` |\n" for prefix, address in grammar.addresses().items()
    )
    elements = "".join(
        f"\n{_element(grammar, prefix, form)}" for (prefix, _), form in grammar.elements.items()
    )
    return (
        f"# {edition.title}\n\n`schemaversion` is `{edition.manifest.schemaversion}`.\n\n"
        f"| Prefix | Namespace |\n|---|---|\n{spaces}{elements}"
    )


def _element(grammar: Grammar, prefix: str, form: ElementForm) -> str:
    name = qualified(prefix, form.name)
    title = f"{name}, {form.alias}" if form.alias else name
    return f"## {title}\n\n" + "".join(f"{line}\n" for line in _lines(grammar, prefix, name, form))


def _lines(grammar: Grammar, prefix: str, name: str, form: ElementForm) -> Iterator[str]:
    holders = _holders(grammar, prefix, form)
    yield f"- Stands in: {_listed(holders) if holders else 'the root of the file'}"
    if form.text is not None:
        yield f"- Holds: {form.text.expected}"
    elif form.children or form.extensions:
        children = ", ".join(_child(prefix, child) for child in form.children)
        yield f"- Holds, in this order: {children or 'nothing of its own'}"
        if form.extensions:
            yield f"- Then, in any order: {_listed(form.extensions)}"
    else:
        yield "- Holds: nothing"
    attributes = [_attribute(one) for one in form.attributes]
    attributes += [_attribute(grammar.attributes[one], one) for one in form.qualified]
    if attributes:
        yield ""
        yield "| Attribute | Value | Absent |"
        yield "|---|---|---|"
        yield from attributes


def _holders(grammar: Grammar, prefix: str, form: ElementForm) -> tuple[str, ...]:
    """Give the elements that hold one; of several forms of one name each has its own."""
    same = [one for (space, _), one in grammar.elements.items() if space == prefix and one.name == form.name]
    if len(same) == 1:
        return grammar.parents.get(qualified(prefix, form.name), ())
    own = ((space, one) for (space, _), one in grammar.elements.items() if space == prefix)
    return tuple(
        qualified(space, one.name)
        for space, one in own
        if any(child.key == form.key for child in one.children)
    )


def _child(prefix: str, child: ChildForm) -> str:
    times = {(0, 1): "0 or 1", (1, 1): "1", (0, None): "any number", (1, None): "1 or more"}
    least = 0 if child.least == 0 and child.absent is None else 1
    return f"`{qualified(prefix, child.name)}` ({times[least, child.most]})"


def _attribute(form: AttributeForm, name: str = "") -> str:
    default = f"`{form.default}` counts" if form.default else ""
    absent = "required" if form.is_required else default
    return f"| `{name or form.name}` | {form.value.expected} | {absent} |"


def _listed(names: tuple[str, ...] | list[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)
