"""In the manner of an LMS that exports its own pages: bases, assets in the menu, metadata on everything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.corpus.good.parts import Draw, page

if TYPE_CHECKING:
    from tests.corpus.model import Files

_FIRST = (
    '<imsmd:lom xmlns:imsmd="http://www.imsglobal.org/xsd/imsmd_rootv1p2p1"><imsmd:general><imsmd:title>'
    '<imsmd:langstring xml:lang="en">{0}</imsmd:langstring></imsmd:title><imsmd:language>en</imsmd:language>'
    "<imsmd:structure><imsmd:source><imsmd:langstring xml:lang='x-none'>LOMv1.0</imsmd:langstring>"
    "</imsmd:source><imsmd:value><imsmd:langstring xml:lang='x-none'>Hierarchical</imsmd:langstring>"
    "</imsmd:value></imsmd:structure></imsmd:general></imsmd:lom>"
)
_LATER = (
    '<lom:lom xmlns:lom="http://ltsc.ieee.org/xsd/LOM"><lom:general><lom:title>'
    '<lom:string language="en">{0}</lom:string></lom:title></lom:general><lom:technical>'
    "<lom:format>text/html</lom:format><lom:size>1200</lom:size></lom:technical></lom:lom>"
)


def package(draw: Draw) -> Files:
    """Give one; numbers vary bases, how many documents and quizzes, and the order of resources."""
    choose = draw.random
    form = _FIRST if draw.is_first else _LATER
    documents = choose.randint(1, 6)
    based = choose.random() < 0.5
    files: Files = {"scorm/api.js": draw.session(), "scorm/quiz.html": page("Quiz", script="api.js")}
    resources = [
        f'<resource identifier="res_quiz" type="webcontent" {draw.kind}="sco" href="scorm/quiz.html">'
        '<file href="scorm/quiz.html"/><file href="scorm/api.js"/></resource>'
    ]
    items = []
    for number in range(documents):
        name, folder = f"page_{number}.html", "document/"
        files[f"{folder}{name}"] = page(f"Page {number}")
        base, href = (f' xml:base="{folder}"', name) if based else ("", folder + name)
        resources.append(
            f'<resource identifier="res_{number}" type="webcontent"{base} {draw.kind}="asset" href="{href}">'
            f'<metadata>{form.format(f"Page {number}")}</metadata><file href="{href}"/></resource>'
        )
        items.append(
            f'<item identifier="item_{number}" identifierref="res_{number}" isvisible="true">'
            f"<title>Page {number}</title></item>"
        )
    choose.shuffle(resources)
    quiz = (
        '<item identifier="item_quiz" identifierref="res_quiz" isvisible="true"><title>Quiz</title>'
        f"{_limits(draw)}</item>"
    )
    spoken = choose.choice(TITLES_OF_COURSES)
    manifest = f"""{draw.root(f"course-{choose.randrange(10**6)}", located=False, version="1.1")}
  {draw.metadata(form.format(spoken))}
  <organizations default="A1">
    <organization identifier="A1">
      <title>{spoken}</title>
      {"".join(items)}{quiz}
      <metadata>{form.format("The course")}</metadata>
    </organization>
  </organizations>
  <resources>{"".join(resources)}</resources>
</manifest>"""
    return draw.package(manifest, files, choose.choice(("utf-8", "latin-1")), schemas=draw.number % 2 == 0)


TITLES_OF_COURSES = ("Introducción", "Soudage à l'arc", "Höhenarbeit", "Lifting")


def _limits(draw: Draw) -> str:
    """The LMS's own settings of a quiz."""
    if draw.is_first:
        return (
            '<adlcp:prerequisites type="aicc_script">item_0</adlcp:prerequisites>'
            "<adlcp:maxtimeallowed>00:20:00</adlcp:maxtimeallowed>"
            "<adlcp:timelimitaction>exit,message</adlcp:timelimitaction>"
            "<adlcp:datafromlms>tries=3</adlcp:datafromlms><adlcp:masteryscore>75.5</adlcp:masteryscore>"
        )
    return (
        "<adlcp:timeLimitAction>exit,message</adlcp:timeLimitAction><adlcp:dataFromLMS>"
        "tries=3</adlcp:dataFromLMS>"
        '<imsss:sequencing><imsss:limitConditions attemptLimit="3" attemptAbsoluteDurationLimit="PT20M"/>'
        '<imsss:deliveryControls tracked="true" completionSetByContent="true"/></imsss:sequencing>'
    )
