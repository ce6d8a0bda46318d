"""The scripts that are loaded when they are first wanted, as section scripts are, with strings of their own.

The first view carries none of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpom_scorm.render.course_data import NAMESPACE, script
from cpom_scorm.render.markdown import inline

if TYPE_CHECKING:
    from cpom_scorm.course.model import Course
    from cpom_scorm.render.catalogue import Catalogue
    from cpom_scorm.render.player_script import PlayerScripts


def tools_script(course: Course, t: Catalogue, scripts: PlayerScripts) -> bytes:
    """Write the script of what learners need now and then. Strings that the player has are left to it."""
    data = {
        "strings": _own_strings(t, scripts.tools, scripts),
        "notice": course.notice or "",
        "glossary": [[term.id, term.term, inline(term.meaning)] for term in course.glossary],
        "hosts": [origin.removeprefix("https://") for origin in course.external],
        "printsAnswers": course.print_answers,
    }
    return script(f"{NAMESPACE}.tools=", data, ";\n") + scripts.tools.encode("ascii")


def quiz_script(t: Catalogue, scripts: PlayerScripts) -> bytes:
    """Write the script of quizzes."""
    return _with_strings(t, scripts.quiz, scripts)


def recovery_script(t: Catalogue, scripts: PlayerScripts) -> bytes:
    """Write the script that brings back what a device kept."""
    return _with_strings(t, scripts.recovery, scripts)


def _with_strings(t: Catalogue, text: str, scripts: PlayerScripts) -> bytes:
    strings = _own_strings(t, text, scripts)
    return script(f"Object.assign({NAMESPACE}.course.strings,", strings, ");\n") + text.encode("ascii")


def _own_strings(t: Catalogue, text: str, scripts: PlayerScripts) -> dict[str, str]:
    known = t.used_by(scripts.player)
    return {key: words for key, words in t.used_by(text).items() if key not in known}
