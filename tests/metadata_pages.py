"""The page of each form of metadata in `docs/grammar/`, from the table that the checker reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.package.metadata.forms import LOM_SOURCE, METADATA_FORMS, Content
from cpom_scorm.package.quoting import any_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.package.metadata.forms import MetadataForm, Part

_ROOT = ("", "lom")


def metadata_pages() -> dict[str, str]:
    """Give file name → text of all pages."""
    return {f"{form.id}.md": _page(form) for form in METADATA_FORMS}


def metadata_rows() -> str:
    """Give the rows of the index."""
    rows = ((form, {name for _, name in places(form)}) for form in METADATA_FORMS)
    return "".join(f"| [{form.title}]({form.id}.md) | {len(names)} |\n" for form, names in rows)


def places(form: MetadataForm) -> list[tuple[str, str]]:
    """Give parent and name of every element, level by level, as far as the table leads."""
    found = [_ROOT]
    for parent, name in found:
        parts = ((name, part.name) for part in form.parts(parent, name))
        found += [place for place in dict.fromkeys(parts) if place not in found]
    return found


def _page(form: MetadataForm) -> str:
    spaces = " or ".join(f"`{space}`" for space in form.namespaces)
    order = "stand in the order given here" if form.is_ordered else "may stand in any order"
    holders: dict[tuple[str, str], list[str]] = {}
    for parent, name in places(form):
        holders.setdefault((name, _held(form, parent, name)), []).append(parent)
    names = [name for name, _ in holders]
    sections = "".join(
        _section(_title(name, parents if names.count(name) > 1 else []), parents, held)
        for (name, held), parents in holders.items()
    )
    return (
        f"# {form.title}\n\nThe namespace is {spaces}.\n\nElements {order}; "
        f"those of other namespaces may stand among them.\n{sections}"
    )


def _title(name: str, parents: list[str]) -> str:
    """Tell elements of one name apart; the one that stands nearly everywhere needs no more than its name."""
    return f"{name}, in {_listed(parents)}" if 0 < len(parents) < 4 else name


def _section(title: str, parents: list[str], held: str) -> str:
    where = _listed(parents) if parents != [""] else "the root of a file, or `metadata` of a manifest"
    return f"\n## {title}\n\n- Stands in: {where}\n- Holds: {held}\n"


def _held(form: MetadataForm, parent: str, name: str) -> str:
    parts = ", ".join(_part(part) for part in form.parts(parent, name))
    if name == form.text_element:
        return f"text; `{form.language_attribute}` names its language"
    content = form.content(parent, name)
    return "; ".join((parts or content.value, *_words(form, name, content)))


def _words(form: MetadataForm, name: str, content: Content) -> Iterator[str]:
    words = form.vocabularies[name] if content is Content.VOCABULARY else ()
    if words:
        yield f"`value` of `{LOM_SOURCE}` is {any_of(words)}"
        if form.folds_words:
            yield "capitals and spaces do not count"


def _part(part: Part) -> str:
    times = {
        (False, False): "0 or 1",
        (True, False): "1",
        (False, True): "any number",
        (True, True): "1 or more",
    }
    return f"`{part.name}` ({times[part.is_required, part.may_repeat]})"


def _listed(names: list[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)
