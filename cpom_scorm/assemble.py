"""Rendered course × edition → the files of one package."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpom_scorm.package.archive.zip_writer import content_digest
from cpom_scorm.package.grammar import control_documents
from cpom_scorm.package.manifest.model import MANIFEST_NAME
from cpom_scorm.package.manifest.writer import manifest_bytes
from cpom_scorm.plan import LAUNCH_PAGE, plan_manifest
from cpom_scorm.render.course_data import course_data, page_features, used_kinds
from cpom_scorm.render.embeds import load_embeds
from cpom_scorm.render.later_scripts import quiz_script, recovery_script, tools_script
from cpom_scorm.render.media import load_media, media_paths
from cpom_scorm.render.pages import render_course
from cpom_scorm.render.player_script import player_scripts
from cpom_scorm.render.quiz_data import quiz_features
from cpom_scorm.render.section_script import section_script
from cpom_scorm.render.styles import stylesheet, tools_stylesheet

if TYPE_CHECKING:
    from pathlib import Path

    from cpom_scorm.course.lock import Lock
    from cpom_scorm.course.model import Course
    from cpom_scorm.editions import Edition
    from cpom_scorm.file_content import FileContent
    from cpom_scorm.render.catalogue import Catalogue
    from cpom_scorm.render.pages import RenderedCourse
    from cpom_scorm.render.theme import Theme

COURSE_DATA, PLAYER, STYLES, PROBE = "course-data.js", "player.js", "styles.css", "probe.txt"
QUIZ, TOOLS, TOOLS_STYLES, RECOVERY = "quiz.js", "tools.js", "tools.css", "recovery.js"
_TOKEN_LENGTH = 16


@dataclass(frozen=True, slots=True)
class Content:
    """What the packages of all editions share."""

    course: Course
    lock: Lock
    catalogue: Catalogue
    rendered: RenderedCourse
    player: str
    styles: bytes
    quiz: bytes
    """The script of quizzes."""
    tools: bytes
    """The script of what learners need now and then."""
    tools_styles: bytes
    recovery: bytes
    """The script that brings back what a device kept."""


def render_content(
    course: Course, lock: Lock, root: Path, theme: Theme, catalogue: Catalogue, *, debug: bool
) -> Content:
    """Render everything that does not depend on the edition. Raises `TemplateFault`."""
    pictures, embeds = load_media(root, media_paths(course)), load_embeds(root, course)
    used = used_kinds(course) | quiz_features(course) | page_features(course)
    scripts = player_scripts(used, lock.kinds, debug=debug)
    return Content(
        course,
        lock,
        catalogue,
        render_course(course, theme, catalogue, pictures, embeds),
        scripts.player,
        stylesheet(theme, used_kinds(course), debug=debug),
        quiz_script(catalogue, scripts),
        tools_script(course, catalogue, scripts),
        tools_stylesheet(theme, debug=debug),
        recovery_script(catalogue, scripts),
    )


def package_files(content: Content, edition: Edition) -> dict[str, FileContent]:
    """Give all files of a package by their names, manifest and control documents included."""
    course, lock = content.course, content.lock
    files: dict[str, FileContent] = {
        LAUNCH_PAGE: content.rendered.launch_html,
        STYLES: content.styles,
        PLAYER: content.player.encode("ascii"),
        QUIZ: content.quiz,
        TOOLS: content.tools,
        TOOLS_STYLES: content.tools_styles,
        RECOVERY: content.recovery,
        **content.rendered.media,
        **{section.script: section_script(section, edition, lock) for section in content.rendered.sections},
    }
    # The token names what learners get: a login page or an older build is told from this one (RUN-30).
    token = content_digest({**files, COURSE_DATA: _course_data(content, edition, "")})[:_TOKEN_LENGTH]
    files[COURSE_DATA] = _course_data(content, edition, token)
    files[PROBE] = token.encode("ascii")
    manifest = plan_manifest(course, edition, files)
    documents = control_documents(edition) if course.control_documents else {}
    return {MANIFEST_NAME: manifest_bytes(manifest, edition), **files, **documents}


def _course_data(content: Content, edition: Edition, token: str) -> bytes:
    return course_data(
        content.course, edition, content.lock, content.catalogue, player=content.player, build=token
    )
