"""In the manner of a large authoring suite: a story page, a folder of LMS scripts, one SCO."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.corpus.good.parts import Draw, listed, page

if TYPE_CHECKING:
    from tests.corpus.model import Files

_IMSMD = (
    '<lom xmlns="http://www.imsglobal.org/xsd/imsmd_rootv1p2p1"><general><title>'
    '<langstring xml:lang="x-none">{title}</langstring></title><description>'
    '<langstring xml:lang="en-US">Made by a suite</langstring></description></general></lom>'
)
_LOM = (
    '<lom xmlns="http://ltsc.ieee.org/xsd/LOM"><general><identifier><catalog>URI</catalog>'
    "<entry>urn:suite:{number}</entry></identifier><title>"
    '<string language="en-US">{title}</string></title><language>en-US</language></general></lom>'
)


def package(draw: Draw) -> Files:
    """Give one; numbers vary player, pass mark, metadata, media and encoding."""
    choose = draw.random
    launch = choose.choice(("story.html", "index_lms.html", "story_html5.html"))
    files: Files = {
        launch: page("Story", script="lms/API.js", style="html5/lib/main.min.css"),
        "lms/API.js": draw.session(),
        "lms/goodbye.html": page("You may close this window"),
        "lms/blank.html": b"<html><body></body></html>",
        "html5/lib/main.min.css": b"body{margin:0}",
        "html5/data/js/data.js": b"window.globalProvideData('data', '{}');",
        "mobile/poster.jpg": b"\xff\xd8\xff\xe0",
    }
    for number in range(choose.randint(1, 12)):
        ending = choose.choice(("png", "mp3", "mp4", "woff"))
        files[f"story_content/{choose.randrange(16**8):08x}_{number}.{ending}"] = bytes(60)
    title, mark = draw.title(), choose.choice(("70", "80", "100"))
    form = _IMSMD if draw.is_first else _LOM
    extra = form.format(title=title, number=draw.number) if choose.random() < 0.6 else ""
    resource = (
        f'<resource identifier="r1" type="webcontent" {draw.kind}="sco" href="{launch}">'
        f"{listed(files)}</resource>"
    )
    organization = (
        f'<organization identifier="o1"><title>{title}</title><item identifier="i1" identifierref="r1" '
        f'isvisible="true"><title>{title}</title>{_settings(draw, mark)}</item>'
        f"{_control(draw)}</organization>"
    )
    manifest = (
        f"{draw.root(f'S{choose.randrange(16**8):08x}_course_id', version='1.3')}\n{draw.metadata(extra)}\n"
        f'<organizations default="o1">{organization}</organizations>\n'
        f"<resources>{resource}</resources>\n</manifest>"
    )
    encoding = choose.choice(("utf-8", "utf-8", "utf-8-sig"))
    return draw.package(manifest, files, encoding, schemas=choose.random() < 0.8)


def _settings(draw: Draw, mark: str) -> str:
    if draw.is_first:
        limits = "<adlcp:maxtimeallowed>0001:30:00</adlcp:maxtimeallowed>" if draw.number % 3 == 0 else ""
        return f"{limits}<adlcp:masteryscore>{mark}</adlcp:masteryscore>" if draw.number % 2 else limits
    hidden = "".join(
        f"<adlnav:hideLMSUI>{name}</adlnav:hideLMSUI>" for name in ("continue", "previous", "abandon")
    )
    shown = f"<adlnav:presentation><adlnav:navigationInterface>{hidden}</adlnav:navigationInterface>"
    measured = (
        '<imsss:primaryObjective objectiveID="PRIMARYOBJ" satisfiedByMeasure="true">'
        f"<imsss:minNormalizedMeasure>{int(mark) / 100}</imsss:minNormalizedMeasure></imsss:primaryObjective>"
    )
    return (
        f"<imsss:sequencing><imsss:objectives>{measured}</imsss:objectives>"
        '<imsss:deliveryControls completionSetByContent="true" objectiveSetByContent="true"/>'
        f"</imsss:sequencing>{shown}</adlnav:presentation>"
    )


def _control(draw: Draw) -> str:
    if draw.is_first:
        return ""
    return '<imsss:sequencing><imsss:controlMode choice="true" flow="true"/></imsss:sequencing>'
