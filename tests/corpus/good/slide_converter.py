"""In the manner of a converter of slides: all in a `res` folder, launched by a query."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.corpus.good.parts import Draw, listed, page

if TYPE_CHECKING:
    from tests.corpus.model import Files


def package(draw: Draw) -> Files:
    """Give one; numbers vary slides, launch query, thresholds and entries of folders."""
    choose = draw.random
    slides = choose.randint(2, 25)
    files: Files = {
        "res/index.html": page("Slides", script="lms.js", body='<img src="data/slide1.png" alt="Slide 1">'),
        "res/lms.js": draw.session(),
        "res/data/player.js": b"const slides = [];\n",
        "res/data/fonts/fnt0.woff": bytes(40),
    }
    files |= {f"res/data/slide{number}.png": b"\x89PNG\r\n" for number in range(1, slides + 1)}
    launch = choose.choice(("res/index.html", "res/index.html?lms=1", "res/index.html#slide1"))
    title = draw.title()
    manifest = f"""{draw.root(f"ID_{choose.randrange(10**9)}", located=choose.random() < 0.7)}
  {draw.metadata()}
  <organizations default="ORG-{draw.number}">
    <organization identifier="ORG-{draw.number}" structure="hierarchical">
      <title>{title}</title>
      <item identifier="ITEM-1" identifierref="RES-1"{choose.choice(("", ' isvisible="true"'))}>
        <title>{title}</title>{_settings(draw)}
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="RES-1" type="webcontent" href="{launch}" {draw.kind}="sco">
      {listed(files)}
    </resource>
  </resources>
</manifest>"""
    folders: Files = {"res/": b"", "res/data/": b""} if draw.number % 2 else {}
    return {**folders, **draw.package(manifest, files, schemas=choose.random() < 0.5)}


def _settings(draw: Draw) -> str:
    if draw.is_first:
        return "<adlcp:datafromlms>slides=all</adlcp:datafromlms>" if draw.number % 2 else ""
    data = "<adlcp:dataFromLMS>slides=all</adlcp:dataFromLMS>" if draw.number % 2 else ""
    if draw.edition == "4":
        data += '<adlcp:completionThreshold completedByMeasure="true" minProgressMeasure="0.9"/>'
    elif draw.number % 3 == 0:
        data += "<adlcp:completionThreshold>0.9</adlcp:completionThreshold>"
    return f"<adlcp:timeLimitAction>continue,no message</adlcp:timeLimitAction>{data}"
