"""From an address in a manifest to the file of the package that it means (CAM 3.4.2, RFC 2396)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpom_scorm.package.manifest.model import Manifest, Resource

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_BROKEN_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")


@dataclass(frozen=True, slots=True)
class Target:
    """What an address means, with the base addresses around it applied."""

    scheme: str | None
    """Lower-case, without colon; None for an address inside the package. One letter is a Windows drive."""
    path: str | None
    """The file's name in the package; None for addresses outside it, empty for an address of nothing."""
    climbs: bool
    """Whether the address leaves the package through `..`."""
    has_broken_escape: bool
    """Whether a `%` stands without two hexadecimal digits."""
    is_doubtful_text: bool
    """Whether the decoded bytes are not UTF-8, so that servers differ about the name."""


@lru_cache(maxsize=32_768)
def target_of(address: str, base: str = "") -> Target:
    """Find what an address means: query and fragment dropped, decoded once, dots resolved."""
    written = address.strip()
    scheme = _SCHEME.match(written)
    if scheme or written.startswith("//"):
        name = scheme[0][:-1].lower() if scheme else "http"
        return _outside(name)
    outer = _SCHEME.match(base)
    if outer:
        return _outside(outer[0][:-1].lower())
    plain = re.split(r"[?#]", written, maxsplit=1)[0]
    joined = plain if plain.startswith("/") else base + plain
    data = unquote_to_bytes(joined)
    try:
        text, doubtful = data.decode("utf-8"), False
    except UnicodeDecodeError:
        text, doubtful = data.decode("cp1252", "replace"), True
    path, climbs = _without_dots(text)
    return Target(
        None,
        path if plain else "",
        climbs=climbs,
        has_broken_escape=bool(_BROKEN_ESCAPE.search(plain)),
        is_doubtful_text=doubtful,
    )


def _outside(scheme: str) -> Target:
    return Target(scheme, None, climbs=False, has_broken_escape=False, is_doubtful_text=False)


def _without_dots(path: str) -> tuple[str, bool]:
    kept: list[str] = []
    climbs = False
    for segment in path.split("/"):
        if segment == "..":
            climbs = climbs or not kept
            kept[-1:] = []
        elif segment not in ("", "."):
            kept.append(segment)
    return "/".join(kept) + ("/" if path.endswith("/") and kept else ""), climbs


def all_resources(manifest: Manifest, outer: str = "") -> Iterator[tuple[Resource, str]]:
    """Give each resource, those of inner manifests too, with the base address that holds for it."""
    around = within(within(outer, manifest.base), manifest.resources_base)
    for resource in manifest.resources:
        yield resource, within(around, resource.base)
    for inner in manifest.manifests:
        yield from all_resources(inner, within(outer, manifest.base))


def folder_of(base: str) -> str:
    """Give the part of a base address that counts: up to its last slash (RFC 2396 5.2)."""
    return base[: base.rfind("/") + 1]


def within(outer: str, base: str) -> str:
    """Give the base address that holds inside an element: its own `xml:base`, joined to the one around it."""
    folder = folder_of(base.strip())
    return folder if _SCHEME.match(folder) or folder.startswith("/") else outer + folder


def launch_names(manifest: Manifest) -> frozenset[str]:
    """Give the files of the package that resources launch."""
    targets = (target_of(resource.href, base) for resource, base in all_resources(manifest) if resource.href)
    return frozenset(target.path for target in targets if target.path)


def listed_names(manifest: Manifest) -> frozenset[str]:
    """Give the files of the package that resources launch or list."""
    targets = [
        target_of(file.href, base) for resource, base in all_resources(manifest) for file in resource.files
    ]
    names = {target.path for target in targets if target.path}
    return launch_names(manifest) | names
