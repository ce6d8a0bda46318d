"""In the manner of a free editor of page trees: every page a SCO, shared files, clusters in clusters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.corpus.good.parts import Draw, listed, page

if TYPE_CHECKING:
    from tests.corpus.model import Files

_ABOUT_FIRST = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<lom xmlns="http://www.imsglobal.org/xsd/imsmd_rootv1p2p1">'
    "<general>"
    '<title><langstring xml:lang="en">A tree</langstring></title></general></lom>\n'
)
_ABOUT_LATER = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<lom xmlns="http://ltsc.ieee.org/xsd/LOM"><general><title>'
    '<string language="en">A tree</string></title></general><lifeCycle><status><source>LOMv1.0</source>'
    "<value>final</value></status></lifeCycle></lom>\n"
)


def package(draw: Draw) -> Files:
    """Give one; numbers vary depth, pages, metadata beside or absent and the encoding."""
    choose = draw.random
    shared: Files = {
        "base.css": b"h1 { color: teal }",
        "content.css": b"p { margin: 1em }",
        "common.js": draw.session(),
        "exe_jquery.js": b"window.jq = 1;\n",
    }
    pages: list[str] = []
    tree = _branch(draw, pages, choose.randint(1, 3), "n")
    resources = "".join(
        f'<resource identifier="RES-{name}" type="webcontent" {draw.kind}="sco" href="{name}.html">'
        f'<file href="{name}.html"/><dependency identifierref="COMMON_FILES"/></resource>'
        for name in pages
    )
    files = {f"{name}.html": page(name, script="common.js", style="base.css") for name in pages}
    described = choose.random() < 0.5
    about = "<adlcp:location>imslrm.xml</adlcp:location>" if described else ""
    if described:
        shared_about = (_ABOUT_FIRST if draw.is_first else _ABOUT_LATER).encode()
        files["imslrm.xml"] = shared_about
    manifest = f"""{draw.root(f"eXetree{choose.randrange(10**12)}")}
{draw.metadata(about)}
<organizations default="eXeorg{draw.number}">
<organization identifier="eXeorg{draw.number}" structure="hierarchical">
<title>{draw.title()}</title>
{tree}{_flow(draw)}
</organization></organizations>
<resources>{resources}
<resource identifier="COMMON_FILES" type="webcontent" {draw.kind}="asset">{listed(shared)}</resource>
</resources>
</manifest>"""
    encoding = choose.choice(("utf-8", "utf-8", "latin-1", "utf-16"))
    return draw.package(manifest, {**files, **shared}, encoding)


def _branch(draw: Draw, pages: list[str], depth: int, prefix: str) -> str:
    """Give the items of one level; those with children launch nothing, as SCORM 2004 wants."""
    items = []
    for number in range(1, draw.random.randint(2, 4) + 1):
        name = f"{prefix}{number}"
        if depth > 1 and number % 2 == 0:
            inner = _branch(draw, pages, depth - 1, name)
            items.append(
                f'<item identifier="ITEM-{name}" isvisible="true"><title>Part {name}</title>{inner}'
                f"{_flow(draw)}</item>\n"
            )
            continue
        pages.append(name)
        items.append(
            f'<item identifier="ITEM-{name}" identifierref="RES-{name}" isvisible="true">'
            f"<title>Page {name}</title>{_prerequisite(draw, pages)}</item>\n"
        )
    return "".join(items)


def _prerequisite(draw: Draw, pages: list[str]) -> str:
    if not draw.is_first or len(pages) < 2 or draw.number % 2:
        return ""
    return f'<adlcp:prerequisites type="aicc_script">ITEM-{pages[-2]}</adlcp:prerequisites>'


def _flow(draw: Draw) -> str:
    if draw.is_first:
        return ""
    mode = '<imsss:controlMode choice="true" choiceExit="true" flow="true"/>'
    return f"<imsss:sequencing>{mode}</imsss:sequencing>"
