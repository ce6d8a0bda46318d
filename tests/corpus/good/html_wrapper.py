"""In the manner of a command that wraps a folder of HTML: one SCO, every file in one resource."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.corpus.good.parts import Draw, listed, page

if TYPE_CHECKING:
    from tests.corpus.model import Files

_WORDS = ("app", "vendor", "assets/logo", "assets/fonts/body", "chunks/main", "chunks/lazy", "data/course")


def package(draw: Draw) -> Files:
    """Give one; numbers vary folders, file names, titles in other scripts and empty optional parts."""
    choose = draw.random
    files: Files = {
        "index.html": page("App", script="scorm.js", style="css/site.css"),
        "scorm.js": draw.session(),
        "css/site.css": b"@import url('fonts.css');\nbody { color: #222 }\n",
        "css/fonts.css": b"body { font-family: serif }\n",
    }
    for word in choose.sample(_WORDS, choose.randint(1, len(_WORDS))):
        files[f"{word}.{choose.choice(('js', 'json', 'svg'))}"] = b"{}"
    if draw.number % 4 == 0:
        files["assets/a picture.svg"] = b"<svg xmlns='http://www.w3.org/2000/svg'/>"
    name = f"com.example.course.{choose.randrange(36**6)}"
    title = choose.choice(("消防安全", "Безопасность", "السلامة", "Safety"))
    parameters = choose.choice(("", ' parameters="?lang=en"', ' parameters="?a=1&amp;b=%20x"'))
    manifest = f"""<!-- made by a wrapper -->
{draw.root(name, version="1.0.0", located=False)}
\t{draw.metadata()}
\t<organizations default="{name}-org">
\t\t<organization identifier="{name}-org">
\t\t\t<title>{title}</title>
\t\t\t<item identifier="{name}-item" identifierref="{name}-res"{parameters}>
\t\t\t\t<title><![CDATA[{title}]]></title>
\t\t\t</item>{_rules(draw)}
\t\t</organization>
\t</organizations>
\t<resources>
\t\t<resource identifier="{name}-res" type="webcontent" href="index.html" {draw.kind}="sco">
\t\t\t{listed(files)}
\t\t</resource>
\t</resources>
</manifest>"""
    if choose.random() < 0.3:
        manifest = manifest.replace("\n", "\r\n")
    return draw.package(manifest, files, choose.choice(("utf-8", "utf-16")), schemas=False)


def _rules(draw: Draw) -> str:
    if draw.is_first or draw.number % 2:
        return ""
    return (
        '<imsss:sequencing><imsss:controlMode choice="false" flow="true"/>'
        "<imsss:rollupRules objectiveMeasureWeight='1'/></imsss:sequencing>"
    )
