"""Our own: the packages that tests of rules spoil, and the corpus's own bases."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cpom_scorm.package.manifest.model import File
from tests.builders import base_asset, base_files, base_manifest, base_sco
from tests.corpus.bases import BASES, EDITION

if TYPE_CHECKING:
    from tests.corpus.good.parts import Draw
    from tests.corpus.model import Files


def package(draw: Draw) -> Files:
    """Give one; numbers vary which base and how many files it lists."""
    if draw.number < len(BASES) and not draw.is_first:
        return list(BASES.values())[draw.number](draw.edition)
    if draw.number == 0:
        return BASES["plain"](draw.edition)
    edition = EDITION[draw.edition]
    more = {f"media/part-{number}.txt": b"text\n" for number in range(draw.number)}
    asset = base_asset()
    asset = replace(asset, files=(*asset.files, *(File(name) for name in more)))
    manifest = replace(base_manifest(edition), resources=(base_sco(), asset))
    return {**base_files(edition, manifest), **more}
