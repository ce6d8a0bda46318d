"""The page of each kind of block in `docs/blocks/`, from its class: what it is for, an example, its keys."""

from __future__ import annotations

import ast
import inspect
import re
import textwrap
from typing import TYPE_CHECKING, Any, get_args

from cpom_scorm.blocks import BLOCKS, Block, KeptBlock
from cpom_scorm.schema import Model, field_types

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pydantic.fields import FieldInfo

TYPES = {
    "PlainText": "plain text",
    "Title": "plain text",
    "InlineMarkdown": "Markdown of one paragraph",
    "Cell": "Markdown of one paragraph, or nothing",
    "Markdown": "Markdown",
    "MediaPath": "path of a file below `media/`",
    "Id": "id",
    "bool": "`true` or `false`",
    "int": "whole number",
    "float": "number",
    "TextLength": "whole number from 20 to 4,000",
}


def page_files(root: Path) -> dict[Path, str]:
    """Give every page by its path."""
    folder = root / "docs" / "blocks"
    pages = {folder / f"{kind.name()}.md": _page(kind, root) for kind in BLOCKS}
    return {folder / "README.md": _index(), **pages}


def _index() -> str:
    rows = [f"| [`{kind.name()}`]({kind.name()}.md) | {_first_line(kind)} |" for kind in BLOCKS]
    head = ("# Blocks", "", "What a page is made of, besides questions.", "", "| Kind | What it is |")
    return "\n".join((*head, "|---|---|", *rows, ""))


def _page(kind: type[Block], root: Path) -> str:
    told = kind.described()
    summary, *rest = told[""].strip().split("\n\n")
    parts = [f"# `{kind.name()}`", *(_unwrapped(text) for text in (summary, *rest))]
    picture = f"../pictures/blocks/{kind.name()}.png"
    if (root / "docs" / "blocks" / picture).is_file():
        parts.append(f"![{_first_line(kind)}]({picture})")
    parts.append(f"```yaml\n# example: blocks\n{kind.example()}```")
    parts += ["\n".join(_tables(kind)), f"## For everybody\n\n{_unwrapped(told['Accessibility'])}"]
    if issubclass(kind, KeptBlock):
        parts.append("What learners do here is kept with their progress. The LMS gets no record of it.")
    return "\n\n".join(part.strip() for part in parts) + "\n"


def _first_line(kind: type[Block]) -> str:
    return _unwrapped(kind.described()[""].strip().split("\n\n")[0])


def _unwrapped(text: str) -> str:
    return " ".join(text.split())


def _tables(kind: type[Model]) -> Iterator[str]:
    """Give a table of the keys, then one for each kind of entry below it."""
    wanted: list[type[Model]] = [kind]
    for model in wanted:
        if model is not kind:
            yield from ("", f"Each {_words(model)}:", "")
        yield from ("| Key | Needed | What it is |", "|---|---|---|")
        told = _field_texts(model)
        for name, field in model.model_fields.items():
            if name == "kind":
                continue
            yield f"| `{name}` | {_needed(field)} | {_what(model, name, told.get(name, ''))} |"
            below = [one for one in _models_in(field_types(model)[name]) if one not in wanted]
            wanted += below


def _needed(field: FieldInfo) -> str:
    if field.is_required():
        return "yes"
    default = field.get_default(call_default_factory=True)
    if default in (None, (), {}) or isinstance(default, Model):
        return ""
    text = str(default).lower() if isinstance(default, bool) else str(default)
    return f"`{text}` when left out"


def _what(model: type[Model], name: str, told: str) -> str:
    written = _annotations(model).get(name, "")
    words = re.findall(r"Literal\[([^\]]*)\]", written)
    choices = ", ".join(f"`{word}`" for word in re.findall(r'"([^"]+)"', words[0])) if words else ""
    plain = next((text for word, text in TYPES.items() if re.search(rf"\b{word}\b", written)), "")
    is_list = "Many[" in written
    form = choices or (f"list of {plain}" if is_list and plain else plain)
    is_model = any(True for _ in _models_in(field_types(model)[name]))
    if is_model:
        form = "list, see below" if is_list else "see below"
    return ". ".join(part.rstrip(".") for part in (form[:1].upper() + form[1:], _unwrapped(told)) if part)


def _words(model: type[Model]) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", model.__name__).lower()


def _models_in(form: Any) -> Iterator[type[Model]]:
    if isinstance(form, type) and issubclass(form, Model):
        yield form
    for part in get_args(form):
        yield from _models_in(part)


def _classes(model: type[Model]) -> Iterator[ast.ClassDef]:
    for base in reversed(model.__mro__):
        if issubclass(base, Model) and base is not Model:
            tree = ast.parse(textwrap.dedent(inspect.getsource(base)))
            yield next(node for node in tree.body if isinstance(node, ast.ClassDef))


def _annotations(model: type[Model]) -> dict[str, str]:
    return {
        node.target.id: ast.unparse(node.annotation).replace("'", '"')
        for found in _classes(model)
        for node in found.body
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)
    }


def _field_texts(model: type[Model]) -> dict[str, str]:
    """Give the string below each field."""
    texts = {}
    for found in _classes(model):
        for field, text in zip(found.body, found.body[1:], strict=False):
            is_text = isinstance(text, ast.Expr) and isinstance(text.value, ast.Constant)
            if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and is_text:
                texts[field.target.id] = str(text.value.value)  # type: ignore[attr-defined]
    return texts
