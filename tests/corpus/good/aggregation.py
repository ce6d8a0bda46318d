"""In the manner of ADL's examples: many small SCOs whose order is the point, each sequencing pattern once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.corpus.good import patterns
from tests.corpus.good.parts import Draw, page

if TYPE_CHECKING:
    from tests.corpus.model import Files


def package(draw: Draw) -> Files:
    """Give one; numbers vary the pattern, the number of leaves and the prefix of content packaging."""
    choose = draw.random
    leaves = [f"act{number}" for number in range(1, choose.randint(3, 7))]
    pattern = patterns.PATTERNS[draw.number % len(patterns.PATTERNS)]
    sequencing = patterns.Pattern() if draw.is_first else pattern(draw.edition, leaves)
    files = {f"content/{leaf}/launch.html": page(leaf, script="../../shared/rte.js") for leaf in leaves}
    items = "".join(
        f'<item identifier="{leaf}" identifierref="{leaf}_res" isvisible="true"><title>Activity '
        f"{leaf}</title>"
        f"{sequencing.leaves.get(leaf, '')}</item>"
        for leaf in leaves
    )
    resources = "".join(
        f'<resource identifier="{leaf}_res" type="webcontent" {draw.kind}="sco" '
        f'href="content/{leaf}/launch.html">'
        f'<file href="content/{leaf}/launch.html"/><dependency identifierref="rte"/></resource>'
        for leaf in leaves
    )
    manifest = f"""{draw.root(f"MANIFEST_{sequencing.name}_{choose.randrange(10**6)}", version="1.3")}
  {draw.metadata()}
  <organizations default="TOC">
    <organization identifier="TOC"{sequencing.attributes}>
      <title>{draw.title()}</title>
      <item identifier="lesson" isvisible="true"><title>Lesson</title>{items}{sequencing.cluster}</item>
      {sequencing.root}
    </organization>
  </organizations>
  <resources>
    {resources}
    <resource identifier="rte" type="webcontent" {draw.kind}="asset"><file href="shared/rte.js"/></resource>
  </resources>
  {sequencing.collection}
</manifest>"""
    if draw.number % 5 == 4:
        manifest = _prefixed(manifest)
    return draw.package(manifest, {**files, "shared/rte.js": draw.session()})


def _prefixed(manifest: str) -> str:
    """Give content packaging a prefix, which is legal and rare."""
    names = ("manifest", "metadata", "schemaversion", "schema", "organizations", "organization", "title",
        "item",
             "resources", "resource", "file", "dependency")  # fmt: skip
    for name in names:
        for end in (" ", ">"):
            manifest = manifest.replace(f"<{name}{end}", f"<cp:{name}{end}")
            manifest = manifest.replace(f"</{name}{end}", f"</cp:{name}{end}")
    return manifest.replace(" xmlns=", " xmlns:cp=")
